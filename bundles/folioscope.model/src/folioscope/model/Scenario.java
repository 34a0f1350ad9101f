package folioscope.model;

import folioscope.skeleton.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A scenario: a small C program over the model with a heading. Its functions are {@code setup}, the threads, {@code end}.
 *
 * @param id {@code S08b}
 * @param asks the question it answers
 * @param types pgmap types it runs for, without {@code MEMORY_DEVICE_}
 * @param first first kernel it is for; none: from the oldest on; likewise {@code last}
 * @param standalone whether it brings all its C itself and runs without the model ({@code model: none})
 * @param unit its own declarations, read at one kernel version
 */
public record Scenario(String id, String title, String asks, List<String> types, Optional<KernelVersion> first,
        Optional<KernelVersion> last, List<Param> params, List<String> threads, List<Rule> rules, boolean standalone,
        String path, Unit unit) {

    public Scenario {
        types = List.copyOf(types);
        params = List.copyOf(params);
        threads = List.copyOf(threads);
        rules = List.copyOf(rules);
    }

    /** Whether it is meant for this kernel. */
    public boolean runsOn(KernelVersion kernel) {
        return first.map(v -> v.compareTo(kernel) <= 0).orElse(true) && last.map(v -> v.compareTo(kernel) >= 0).orElse(true);
    }
}
