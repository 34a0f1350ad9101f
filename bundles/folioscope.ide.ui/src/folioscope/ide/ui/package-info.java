/**
 * Folioscope in a workbench: the view that shows the review of the patch in the active editor, and the commands that
 * turn reviewing on for a project.
 *
 * <p>Read {@link folioscope.ide.ui.ReviewView} and {@link folioscope.ide.ui.Matrix} first. Reviews come from
 * {@code folioscope.ide}; nothing is worked out here, and nothing that may take long runs in the UI thread.
 */
package folioscope.ide.ui;
