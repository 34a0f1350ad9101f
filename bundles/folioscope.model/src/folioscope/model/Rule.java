package folioscope.model;

/**
 * What it means when an observation of a scenario changes.
 *
 * @param observation the name given to {@code __observe} or {@code __label}
 * @param becomes true: the value is seen after the change and was not before; false: it was seen before and no longer is
 * @param value a number or an enumerator
 * @param kind {@code behaviour-change}, {@code regression} or {@code fix}
 * @param effect a word of the vocabulary
 * @param sentence for a maintainer; {@code {type}}, {@code {before}} and {@code {after}} are filled in
 */
public record Rule(String observation, boolean becomes, String value, String kind, String effect, String sentence) { }
