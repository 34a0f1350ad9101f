package folioscope.explore;

import folioscope.skeleton.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Prints how fast programs are explored: processor time of one thread, after warming up. Run it with the threads to
 * explore as arguments, or without any.
 */
final class ExplorerBenchmark {

    private ExplorerBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Unit unit;
        try (InputStream in = ExplorerBenchmark.class.getResourceAsStream("benchmark.c")) {
            unit = Programs.unit(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        if (arguments.length > 0) {
            measure(unit, List.of(arguments), 8);
            return;
        }
        measure(unit, List.of("m0", "g0", "truncate"), 60);
        measure(unit, List.of("m0", "m1", "g0", "truncate"), 40);
        measure(unit, List.of("m0", "m1", "g0", "g1", "truncate"), 8);
        measure(unit, List.of("m0", "m1", "m2", "g0", "truncate"), 6);
    }

    private static void measure(Unit unit, List<String> threads, int rounds) {
        Explorer explorer = new Explorer();
        for (int round = 0; round < rounds; round++) {
            System.gc();
            long start = cpu();
            Outcome outcome = explorer.compile(unit)
                    .explore(new Run("setup", threads, "end", new TreeMap<>()), Programs.PLENTY);
            double seconds = (cpu() - start) / 1e9;
            if (round % (rounds / 3) == rounds / 3 - 1) {
                System.out.printf(Locale.ROOT,
                        "%-22s %,9d states %,10d steps %8.1f ms %,10.0f states/s %,11.0f steps/s%n", String
                        .join(",", threads),
                        outcome.states(), outcome.transitions(), seconds * 1e3, outcome.states() / seconds, outcome
                                .transitions() / seconds);
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
