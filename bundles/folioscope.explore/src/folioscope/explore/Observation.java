package folioscope.explore;

/**
 * A value that an {@code __observe} took in some run, with a shortest way there; a {@code __label} is observed with
 * 1.
 */
public record Observation(String name, int value, Trace trace) { }
