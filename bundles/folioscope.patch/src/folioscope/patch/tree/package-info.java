/**
 * The files that a patch changes, whole: read from a kernel tree, and the patch's hunks applied to them.
 *
 * <p>Read {@link folioscope.patch.tree.KernelTree} first, then {@link folioscope.patch.tree.TreeReader}. Nothing is
 * written: neither to the tree nor to its repository. Only the command line and the review use this package; it uses
 * {@link folioscope.patch} and JGit.
 */
package folioscope.patch.tree;
