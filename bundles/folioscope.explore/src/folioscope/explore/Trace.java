package folioscope.explore;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shortest way from a start to some event. Steps are worked out when asked for, always the same. */
public interface Trace {

    Trace EMPTY = List::of;

    List<Step> steps();

    /** The last step; none if it has no steps. */
    default Optional<Step> last() {
        return steps().stream().reduce((a, b) -> b);
    }

    /** How many steps it has. */
    default int length() {
        return steps().size();
    }

    /** Whether a step stands in one of the functions, or is called from it. */
    default boolean comesBy(Set<String> functions) {
        return steps().stream().anyMatch(s -> functions.contains(s.function()) || s.callers().stream().anyMatch(functions::contains));
    }
}
