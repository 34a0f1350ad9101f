package folioscope.explore.export;

import folioscope.explore.lower.Program;
import folioscope.explore.machine.Sharing;
import java.util.List;
import java.util.Optional;

/**
 * One run of a program, as it is exported.
 *
 * @param parts all functions that the run may call, each once
 * @param storage slots that each thread's storage takes
 * @param setup name of the function that runs first, alone; {@code end} of the one that runs last
 * @param threads names of the functions that run interleaved
 * @param memory the first values of the addresses from 0 on, parameters among them
 * @param sharing who shares what, as exploring the run to its end has shown
 */
public record Subject(Program program, List<Part> parts, int storage, Optional<String> setup, List<String> threads,
        Optional<String> end, List<Integer> memory, Sharing sharing) {

    public Subject {
        parts = List.copyOf(parts);
        threads = List.copyOf(threads);
        memory = List.copyOf(memory);
    }
}
