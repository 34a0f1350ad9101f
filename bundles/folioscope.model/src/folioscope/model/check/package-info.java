/**
 * Holds the model against the source of a real kernel: which of its functions say what the kernel's say, and where not,
 * what differs, and why that is so.
 *
 * <p>Read {@link folioscope.model.check.TreeCheck} first. How two functions are compared is
 * {@link folioscope.model.merge.Agreement}.
 */
package folioscope.model.check;
