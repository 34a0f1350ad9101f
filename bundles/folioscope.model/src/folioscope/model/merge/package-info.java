/**
 * Three-way merge of skeletons: base is what the patch saw, theirs what it makes of it, ours the model's function. Functions
 * are laid flat into {@link folioscope.model.merge.Item}s, one a line; the patch's two sides are compared, its old side is
 * aligned with the model, and the difference carried over. Start with {@link folioscope.model.merge.Merge} and
 * {@link folioscope.model.merge.FunctionMerge}. Depends on the model's values and the IR alone.
 */
package folioscope.model.merge;
