/**
 * How a page lives on kernel V: the model and the scenarios, both C, and what is read from their headings. Start with
 * {@link folioscope.model.ModelLibrary} and {@link folioscope.model.Scenario}. Merging a patch into a model is in
 * {@link folioscope.model.merge}. Depends on the front end (folioscope.skeleton) alone.
 */
package folioscope.model;
