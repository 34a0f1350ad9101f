package folioscope.review;

/**
 * A place that still relies on what the patch changed.
 *
 * @param path kernel path
 * @param predicate the condition it waits for or tests, as C
 * @param touched whether the patch or series changes that function
 */
public record Obligation(String path, String function, String predicate, boolean touched) { }
