package folioscope.explore;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to start: {@code setup} runs alone, then the {@code threads} run interleaved, then {@code end} runs alone.
 *
 * @param setup name of a function, or empty for none; likewise {@code end}
 * @param threads names of functions; one name may stand there twice
 * @param parameters globals by name, set before setup
 */
public record Run(String setup, List<String> threads, String end, SortedMap<String, Integer> parameters) {

    public Run {
        threads = List.copyOf(threads);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
