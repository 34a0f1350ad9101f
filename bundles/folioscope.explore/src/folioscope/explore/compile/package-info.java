/**
 * Compiles generated Java in memory. Read {@link folioscope.explore.compile.CodeCache} first. Depends on JDT's
 * compiler and the machine.
 */
package folioscope.explore.compile;
