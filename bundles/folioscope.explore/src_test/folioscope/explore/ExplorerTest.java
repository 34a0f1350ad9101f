package folioscope.explore;

import static folioscope.explore.Programs.observed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.skeleton.Function;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplorerTest {

    private final Explorer explorer = new Explorer();

    private List<String> explored(Unit unit) {
        return observed(explorer.compile(unit).explore(Programs.run(unit, Map.of()), Programs.PLENTY));
    }

    @Test
    void variantsOfAProgramAreToldApart() {
        Unit unit = Programs.unit("int a; int get(void) { return 1; } void t1(void) { __observe(\"got\", get()); }");
        Function other = Programs.unit("int get(void) { return 2; }").functions().get(0);
        List<Function> functions = new ArrayList<>(unit.functions());
        functions.set(0, other);
        assertEquals(List.of("got=1"), explored(unit));
        assertEquals(List.of("got=2"), explored(unit.withFunctions(functions)));
        assertEquals(List.of("got=1"), explored(unit));
    }

    @Test
    void changedAssertionsChangeTheirCallers() {
        Unit unit = Programs.unit("void WARN_ON(int c) { __label(\"warned\"); } void t1(void) { WARN_ON(1); }");
        List<Function> functions = new ArrayList<>(unit.functions());
        functions.set(0, Programs.unit("void WARN_ON(int c) { __label(\"silent\"); }").functions().get(0));
        assertEquals(List.of("warned=1"), explored(unit));
        assertEquals(List.of("silent=1"), explored(unit.withFunctions(functions)));
    }

    @Test
    void changedStructsChangeWhereMembersLie() {
        String rest = "struct s s; void t1(void) { s.b = 3; s.a = 1; int *p = &s.a; __observe(\"next\", p[1]); }";
        assertEquals(List.of("next=3"), explored(Programs.unit("struct s { int a; int b; };" + rest)));
        assertEquals(List.of("next=0"), explored(Programs.unit("struct s { int a; int c; int b; };" + rest)));
    }

    @Test
    void changedParametersChangeCalls() {
        String rest = "void t1(void) { f(2); }";
        assertEquals(List.of("x=2"), explored(Programs.unit("void f(int x) { __observe(\"x\", x); }" + rest)));
        assertEquals(List.of("x=0", "y=2"),
                explored(Programs.unit("void f(int y, int x) { __observe(\"x\", x); __observe(\"y\", y); }" + rest)));
    }

    @Test
    void threadsExploreAtTheSameTime() {
        Unit unit = Programs
                .unit("int a; void t1(void) { a = a + 1; } void t2(void) { a = a + 1; } void end(void) { __observe(\"a\", a); }");
        Compiled compiled = explorer.compile(unit);
        List<Outcome> outcomes = java.util.stream.IntStream.range(0, 50).parallel()
                .mapToObj(i -> compiled.explore(Programs.run(unit, Map.of()), Programs.PLENTY)).toList();
        assertEquals(1, outcomes.stream().map(o -> List.of(o.states(), o.transitions(), observed(o))).distinct()
                .count());
    }
}
