package folioscope.explore;

import folioscope.skeleton.Origin;
import java.util.List;
import java.util.SortedMap;

/**
 * One step of a trace.
 *
 * @param thread the scenario function that the thread runs
 * @param function the function the step stands in
 * @param text the statement, as C
 * @param callers the kernel's functions that the step is called from, outermost first; neither the thread's own function nor
 *        {@code function} is among them, nor what only the model has
 * @param state what the watch functions return after the step, by name (without {@code watch_})
 */
public record Step(String thread, List<String> callers, String function, Origin origin, String text,
        SortedMap<String, Integer> state) {

    public Step {
        callers = List.copyOf(callers);
    }

    /** A step that nothing else is known to call. */
    public Step(String thread, String function, Origin origin, String text, SortedMap<String, Integer> state) {
        this(thread, List.of(), function, origin, text, state);
    }

    /** The kernel's function that the thread is in, as its own code calls it: {@code unpin_user_page}. */
    public String entry() {
        return callers.isEmpty() ? function : callers.get(0);
    }
}
