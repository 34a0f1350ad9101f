/**
 * Folioscope brings reviews into an Eclipse workspace, without a window: it knows which files are patches, reviews
 * those that changed, and leaves what it found as markers on their lines.
 *
 * <p>Read {@link folioscope.ide.PatchBuilder} and {@link folioscope.ide.ReviewStore} first. Nothing here knows SWT or
 * the workbench; there is no activator and no service: what belongs to a workspace is kept in session properties of it.
 */
package folioscope.ide;
