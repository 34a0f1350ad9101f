package folioscope.explore.lower;

import folioscope.skeleton.Origin;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A function, lowered.
 *
 * @param parameters its first registers are its parameters
 * @param storage slots of the thread's storage that its structs, arrays and locals with an address take
 * @param waits the waits in it, in order; {@code waitLabels} are the labels of their conditions
 * @param unknowns sentences about what is left open in it
 * @param callees functions that it calls by name
 * @param mentioned functions and globals that it names otherwise
 * @param names what the registers are called in the source, by number; those of intermediate values have no name
 */
public record Body(String name, Origin origin, int parameters, int registers, int labels, int storage, List<Op> ops,
        List<Site> sites,
        List<Site> waits, List<Integer> waitLabels, List<String> unknowns, List<String> callees,
                SortedSet<String> mentioned, Map<Integer, String> names) {

    public Body {
        ops = List.copyOf(ops);
        sites = List.copyOf(sites);
        waits = List.copyOf(waits);
        waitLabels = List.copyOf(waitLabels);
        unknowns = List.copyOf(unknowns);
        callees = List.copyOf(callees);
        names = Map.copyOf(names);
    }
}
