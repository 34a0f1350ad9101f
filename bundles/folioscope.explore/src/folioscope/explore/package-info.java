/**
 * Explores what a program can do: all interleavings of its threads, with shortest traces to what goes wrong. Read
 * {@link folioscope.explore.Explorer} and {@link folioscope.explore.Outcome} first. Depends on the skeleton's IR and
 * JDT's compiler.
 */
package folioscope.explore;
