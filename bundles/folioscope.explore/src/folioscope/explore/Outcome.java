package folioscope.explore;

import java.util.List;
import java.util.SortedSet;

/**
 * What exploring one program from one start found.
 *
 * @param complete whether every reachable state was visited; a bounded run never says that something holds
 * @param bound why not, or empty
 * @param states distinct states visited, {@code transitions} steps taken between them, {@code depth} the longest
 *        shortest way
 * @param violations at most one per kind, effect and place, with a shortest trace, in a fixed order
 * @param observations every value that each {@code __observe} and {@code __label} took in any run, by name, then value
 * @param unknowns what the program left open and exploration decided freely: calls without definition, unreadable
 *        conditions
 */
public record Outcome(boolean complete, String bound, long states, long transitions, int depth,
        List<Violation> violations,
        List<Observation> observations, SortedSet<String> unknowns) {

    public Outcome {
        violations = List.copyOf(violations);
        observations = List.copyOf(observations);
    }
}
