package folioscope.explore;

import java.util.List;
import java.util.Set;

/** A shortest way from a start to some event. Steps are worked out when asked for, always the same. */
public interface Trace {

    Trace EMPTY = List::of;

    List<Step> steps();

    /** How many steps it has. */
    default int length() {
        return steps().size();
    }

    /** Whether a step stands in one of the functions, or is called from it. */
    default boolean comesBy(Set<String> functions) {
        return steps().stream().anyMatch(s -> functions.contains(s.function()) || s.callers().stream().anyMatch(functions::contains));
    }
}
