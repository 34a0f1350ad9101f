package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.explore.Budget;
import folioscope.explore.Outcome;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final KernelVersion KERNEL = new KernelVersion(6, 1);
    private static final Budget BUDGET = new Budget(100_000, 10_000, () -> false);

    private final ModelLibrary library = Tiny.library();
    private final Model model = library.model(KERNEL);
    private final Bench bench = new Bench();

    private Scenario scenario(String heading, String code) {
        return library.scenario("mine.c", "/* scenario: X1 mine\n" + heading + " * threads: one\n */\n" + code, KERNEL);
    }

    @Test
    void runsOncePerTypeAndChoice() {
        Scenario scenario = scenario(" * types: FS_DAX, GENERIC\n * params: A = 1, 2; B = 3\n",
                "int A; int B; void one(void) { }");
        assertEquals(List.of("X1 FS_DAX {A=1, B=3}", "X1 FS_DAX {A=2, B=3}", "X1 GENERIC {A=1, B=3}",
                "X1 GENERIC {A=2, B=3}"),
                Bench.cells(scenario, model, model.types()).stream().map(Cell::toString).toList());
    }

    @Test
    void leavesOutTypesThatTheModelDoesNotHave() {
        Scenario scenario = scenario(" * types: COHERENT, PRIVATE\n", "void one(void) { }");
        assertEquals(List.of("X1 PRIVATE"), Bench.cells(scenario, model, new TreeSet<>(List.of("COHERENT", "PRIVATE")))
                .stream()
                .map(Cell::toString).toList());
    }

    @Test
    void aProgramOfItsOwnRunsOnceAndWithoutTheModel() {
        Scenario scenario = scenario("",
                "int x; void add(void) { __add_return(&x, 1); }"
                + " void one(void) { add(); __check(x == 2, \"\", \"x is 2\"); }");
        List<Cell> cells = Bench.cells(scenario, model, model.types());
        assertEquals(1, cells.size());
        Outcome outcome = bench.outcome(model, scenario, cells.get(0), true, BUDGET);
        assertEquals(1, outcome.violations().size());
        assertTrue(outcome.unknowns().isEmpty(), outcome.unknowns().toString());
    }

    @Test
    void aScenarioThatCallsTheModelRunsForEveryType() {
        Scenario scenario = scenario("",
                "void setup(void) { init_device_page(&page0); } void one(void) { put_page(&page0); }");
        assertEquals(3, Bench.cells(scenario, model, model.types()).size());
        assertFalse(Bench.alone(scenario));
    }

    @Test
    void remembersWhatItHasRun() {
        Scenario scenario = library.scenarios(KERNEL).get(0);
        Cell cell = Bench.cells(scenario, model, model.types()).get(0);
        Outcome first = bench.outcome(model, scenario, cell, true, BUDGET);
        assertSame(first, bench.outcome(model, scenario, cell, true, BUDGET));
    }

    @Test
    void keepsWhatAReviewRunsOnItsModelAlone() {
        Scenario scenario = library.scenarios(KERNEL).get(0);
        Cell cell = Bench.cells(scenario, model, model.types()).get(0);
        Model other = new Model(model.kernel(), model.unit().withFunctions(model.unit().functions()), model.types());
        Bench review = bench.passing(model);
        assertSame(review.outcome(model, scenario, cell, true, BUDGET),
                bench.outcome(model, scenario, cell, true, BUDGET));
        assertNotSame(review.outcome(other, scenario, cell, true, BUDGET),
                bench.outcome(other, scenario, cell, true, BUDGET));
    }

    @Test
    void doesNotRememberWhatWasCutShort() {
        Scenario scenario = library.scenarios(KERNEL).get(0);
        Cell cell = Bench.cells(scenario, model, model.types()).get(0);
        assertFalse(bench.outcome(model, scenario, cell, true, new Budget(1, 10_000, () -> false)).complete());
        assertTrue(bench.outcome(model, scenario, cell, true, BUDGET).complete());
    }

    @Test
    void forgetsRunsOfLongAgoAndRunsThemAgain() {
        Bench small = new Bench(2);
        List<Scenario> scenarios = List.of("1", "2", "3").stream().map(n -> library.scenario("s" + n + ".c", "/* scenario: X" + n
                + " mine\n * types: FS_DAX\n * threads: one\n */\nvoid one(void) { __observe(\"n\", " + n + "); }", KERNEL)).toList();
        List<Outcome> first = scenarios.stream().map(s -> only(small, s)).toList();
        assertSame(first.get(1), only(small, scenarios.get(1)));
        Outcome again = only(small, scenarios.get(0));
        assertNotSame(first.get(0), again);
        assertEquals(1, again.observations().get(0).value());
    }

    private Outcome only(Bench on, Scenario scenario) {
        return on.outcome(model, scenario, Bench.cells(scenario, model, model.types()).get(0), true, BUDGET);
    }
}
