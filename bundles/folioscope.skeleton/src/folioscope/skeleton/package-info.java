/**
 * C as far as it touches the life of a page: the IR, and its reading from files of the model and from hunks of patches.
 * Read {@link folioscope.skeleton.Stmt} and {@link folioscope.skeleton.FunctionEdit} first. Everything may depend on this
 * package; it depends on nothing but its own subpackage, which alone knows the parser.
 */
package folioscope.skeleton;
