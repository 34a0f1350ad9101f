/**
 * Writes the program of one run in the languages of other model checkers, so that they can be asked the same. Read
 * {@link folioscope.explore.export.Subject} and {@link folioscope.explore.export.Promela} first. Depends on lowered
 * programs and on what was learned of the threads' sharing.
 */
package folioscope.explore.export;
