package folioscope.explore;

import static folioscope.explore.Programs.explore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.skeleton.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final String COUNTERS = """
            int a;
            void setup(void) { a = 5; }
            void t1(void) { a = a + 1; }
            void t2(void) { a = a + 1; }
            int watch_a(void) { return a; }
            void end(void) { __check(a == 7, "underflow", "both counted"); }
            """;

    private static String shown(Step s) {
        return s.thread() + " " + s.function() + ":" + s.origin().line() + " " + s.text() + " a=" + s.state().get("a");
    }

    @Test
    void stepsSayWhoDidWhatAndWhatCameOfIt() {
        List<Step> steps = explore(COUNTERS).violations().get(0).trace().steps();
        assertEquals(List
                .of("setup setup:2 setup() a=5", "t1 t1:3 a = a + 1; a=5", "t2 t2:4 a = a + 1; a=5",
                "t1 t1:3 a = a + 1; a=6",
                "t2 t2:4 a = a + 1; a=6", "end end:6 end() a=6"), steps.stream().map(TraceTest::shown).toList());
    }

    @Test
    void replayGivesTheSameEveryTime() {
        Trace trace = explore(COUNTERS).violations().get(0).trace();
        assertEquals(trace.steps(), trace.steps());
    }

    @Test
    void tracesAreShortest() {
        Outcome outcome = explore("""
                int a;
                void t1(void) { a = 1; a = 2; a = 3; a = 4; }
                void t2(void) { int i; for (i = 0; i < 6; i++) __observe("seen", a); }
                """);
        assertEquals(List.of(1, 2, 3, 4, 5), outcome.observations().stream().map(o -> o.trace().steps().size())
                .toList());
        assertTrue(IntStream.range(0, 5).allMatch(i -> outcome.observations().get(i).value() == i));
    }

    @Test
    void choicesOfTheLastStepAreReplayed() {
        Outcome outcome = explore("""
                int a; int b;
                int watch_b(void) { return b; }
                void t1(void) { a = 1; b = __choose(5); __check(b != 3, "", "not 3"); }
                void t2(void) { a = 2; }
                """);
        List<Step> steps = outcome.violations().get(0).trace().steps();
        assertEquals(3, steps.get(steps.size() - 1).state().get("b"));
    }

    @Test
    void choicesOnTheWayAreReplayed() {
        Outcome outcome = explore("""
                int a; int b;
                int watch_b(void) { return b; }
                void t1(void) { b = __choose(5); a = 1; a = 3; __check(b != 4, "", "not 4"); }
                void t2(void) { a = 2; a = 4; }
                """);
        List<Step> steps = outcome.violations().get(0).trace().steps();
        assertEquals(4, steps.get(steps.size() - 1).state().get("b"));
    }

    @Test
    void whatShowsInSetupHasAOneStepTrace() {
        Outcome outcome =
                explore("int a; int watch_a(void) { return a; } void setup(void) { a = __choose(3); __observe(\"a\", a); }");
        assertEquals(List.of(0, 1, 2), outcome.observations().stream()
                .map(o -> o.trace().steps().get(0).state().get("a")).toList());
    }

    @Test
    void sameThreadTwiceIsToldApart() {
        Outcome outcome = new Explorer()
                .compile(Programs
                .unit("int a; void add(void) { a = a + 1; } void end(void) { __check(a == 2, \"\", \"2\"); }"))
                .explore(new Run("", List.of("add", "add"), "end", new java.util.TreeMap<>()), Programs.PLENTY);
        assertEquals(List.of("add", "add#2", "add", "add#2", "end"),
                outcome.violations().get(0).trace().steps().stream().map(Step::thread).toList());
    }

    @Test
    void boundedByStates() {
        Outcome outcome = new Explorer().compile(Programs.unit(COUNTERS))
                .explore(Programs.run(Programs.unit(COUNTERS), java.util.Map.of()),
                new Budget(3, 60_000, () -> false));
        assertFalse(outcome.complete());
        assertEquals("stopped after 4 states", outcome.bound());
        String big = "int a; void t1(void) { for (;;) { a = a + 1; if (a > 30000) a = 0; } } void t2(void) { for (;;) a = a; }";
        Outcome bounded = new Explorer().compile(Programs.unit(big))
                .explore(Programs.run(Programs.unit(big), java.util.Map.of()),
                new Budget(2_000, 60_000, () -> false));
        assertFalse(bounded.complete());
        assertTrue(bounded.bound().startsWith("stopped after "), bounded.bound());
    }

    @Test
    void cancelled() {
        Outcome outcome = new Explorer().compile(Programs.unit(COUNTERS))
                .explore(Programs.run(Programs.unit(COUNTERS), java.util.Map.of()),
                new Budget(1000, 60_000, () -> true));
        assertFalse(outcome.complete());
        assertEquals("cancelled after 1 states", outcome.bound());
    }

    @Test
    void isToldAgainWhenItsSceneIsForgotten() {
        Explorer explorer = new Explorer();
        Unit unit = Programs.unit("int a; int seen; int watch_a(void) { return a; }"
                + " void bump(void) { a = a + 1; } void (*hook)(void) = bump; void setup(void) { a = 5; }"
                + " void t1(void) { hook(); seen = a; __observe(\"seen\", seen); } void t2(void) { hook(); }"
                + " void end(void) { __check(a == 7, \"\", \"both count\"); }");
        Outcome outcome = explorer.compile(unit).explore(Programs.run(unit, Map.of()), Programs.PLENTY);
        List<Trace> traces = Stream.concat(outcome.violations().stream().map(Violation::trace), outcome.observations().stream()
                .map(Observation::trace)).toList();
        List<List<Step>> told = traces.stream().map(Trace::steps).toList();
        for (int i = 0; i < 40; i++) {
            Programs.explore(explorer, "int x; void t1(void) { x = " + i + "; __observe(\"x\", x); }");
        }
        assertTrue(traces.size() > 2, "there is something to tell");
        assertEquals(told, traces.stream().map(Trace::steps).toList());
        assertEquals(told.stream().map(List::size).toList(), traces.stream().map(Trace::length).toList());
        assertEquals(told.stream().map(steps -> Optional.of(steps.get(steps.size() - 1))).toList(), traces.stream()
                .map(Trace::last).toList());
        assertEquals(told.stream().map(steps -> steps.stream().anyMatch(s -> s.function().equals("bump"))).toList(), traces.stream()
                .map(t -> t.comesBy(Set.of("bump"))).toList());
    }
}
