/**
 * Lowers the skeleton's IR to operations on flat memory, and writes them as Java. Read {@link
 * folioscope.explore.lower.Op} and {@link folioscope.explore.lower.Lowering} first. Depends on the skeleton alone.
 */
package folioscope.explore.lower;
