package folioscope.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.skeleton.ModelText;
import folioscope.skeleton.ReadUnit;
import folioscope.skeleton.Unit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Programs written in C for the tests: {@code setup} and {@code end} run if they are there, threads are {@code t1},
 * {@code t2}, ...
 */
final class Programs {

    static final Budget PLENTY = new Budget(5_000_000, 60_000, () -> false);

    private Programs() {
    }

    static Unit unit(String c) {
        ReadUnit read = ModelText.read("test.c", c, Map.of("LINUX_VERSION_CODE", "394240"));
        assertEquals(List.of(), read.problems(), "the test's C is read whole");
        return read.unit();
    }

    static Run run(Unit unit, Map<String, Integer> parameters) {
        List<String> threads = unit.functions().stream().map(f -> f.name()).filter(n -> n.matches("t\\d")).toList();
        SortedMap<String, Integer> sorted = new TreeMap<>(parameters);
        return new Run(unit.function("setup").map(f -> "setup").orElse(""), threads, unit.function("end")
                .map(f -> "end").orElse(""), sorted);
    }

    static Outcome explore(String c) {
        return explore(c, Map.of());
    }

    static Outcome explore(String c, Map<String, Integer> parameters) {
        return explore(new Explorer(), c, parameters);
    }

    static Outcome explore(Explorer explorer, String c) {
        return explore(explorer, c, Map.of());
    }

    private static Outcome explore(Explorer explorer, String c, Map<String, Integer> parameters) {
        Unit unit = unit(c);
        return explorer.compile(unit).explore(run(unit, parameters), PLENTY);
    }

    /** What was observed, as {@code name=value}. */
    static List<String> observed(Outcome outcome) {
        return outcome.observations().stream().map(o -> o.name() + "=" + o.value()).toList();
    }

    /** What was violated, as {@code KIND effect function}. */
    static List<String> violated(Outcome outcome) {
        return outcome.violations().stream()
                .map(v -> (v.kind() + " " + v.effect() + " " + v.function()).replace("  ", " ")).toList();
    }

    /**
     * What the body of a function {@code int f(int x)} and the declarations before it give for an argument, run
     * alone.
     */
    static int value(String declarations, String body, int argument) {
        Outcome outcome =
                explore(declarations + "\nint f(int x) {" + body + "}\nvoid setup(void) { __observe(\"f\", f("
                + argument + ")); }");
        assertEquals(List.of(), violated(outcome));
        assertEquals(1, outcome.observations().size(), () -> "one value: " + outcome);
        return outcome.observations().get(0).value();
    }
}
