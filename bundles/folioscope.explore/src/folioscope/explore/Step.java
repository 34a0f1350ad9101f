package folioscope.explore;

import folioscope.skeleton.Origin;
import java.util.SortedMap;

/**
 * One step of a trace.
 *
 * @param thread the scenario function that the thread runs
 * @param function the function the step stands in
 * @param text the statement, as C
 * @param state what the watch functions return after the step, by name (without {@code watch_})
 */
public record Step(String thread, String function, Origin origin, String text, SortedMap<String, Integer> state) { }
