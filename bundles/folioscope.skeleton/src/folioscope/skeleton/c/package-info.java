/**
 * How C text becomes IR: Eclipse CDT's parser (the only place that knows it), the kernel's macros that it needs to be told
 * of, the repair of what a hunk cuts off. Read {@link folioscope.skeleton.c.Reading} and
 * {@link folioscope.skeleton.c.HunkAssembler} first. Only {@code folioscope.skeleton} may use it.
 */
package folioscope.skeleton.c;
