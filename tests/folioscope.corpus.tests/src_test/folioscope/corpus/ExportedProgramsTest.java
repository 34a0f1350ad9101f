package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import folioscope.explore.Budget;
import folioscope.explore.Compiled;
import folioscope.explore.Explorer;
import folioscope.explore.Exported;
import folioscope.explore.Run;
import folioscope.explore.export.Promela;
import folioscope.explore.export.Subject;
import folioscope.explore.lower.Program;
import folioscope.explore.machine.Sharing;
import folioscope.explore.machine.Space;
import folioscope.skeleton.ModelText;
import folioscope.skeleton.Unit;

/**
 * Small programs: SPIN finds as many states as exploring does, the same violations, the same observations; so does TLC, if
 * {@code -Dfolioscope.tlc} says where its jar is.
 */
class ExportedProgramsTest {

    private static final Budget PLENTY = new Budget(1_000_000, 60_000, () -> false);

    @TempDir
    private Path folder;

    private int asked;

    @BeforeAll
    static void needsSpin() {
        assumeTrue(Spin.installed(), "spin and gcc are not installed: apt-get install spin gcc");
    }

    /** The kinds of what both show, after comparing everything. */
    private SortedSet<String> kinds(String c) {
        Spin.Answer answer = both(c, true);
        return answer.shown().stream().map(s -> s.contains("=") ? s : s.substring(0, s.indexOf(' ')))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private Spin.Answer both(String c, boolean reduced) {
        Exported exported = exported(c, reduced);
        assertTrue(exported.outcome().complete());
        Spin.Answer expected = Spin.of(exported.outcome());
        assertEquals(expected, new Spin(folder.resolve("spin" + asked)).ask(exported.promela("a test")));
        if (Tlc.installed()) {
            assertEquals(expected, new Tlc(folder.resolve("tlc" + asked)).ask(exported.tla("M", "a test")));
        }
        asked++;
        return expected;
    }

    private static Exported exported(String c, boolean reduced) {
        Unit unit = ModelText.read("test.c", c, Map.of("LINUX_VERSION_CODE", "394240")).unit();
        List<String> threads = unit.functions().stream().map(f -> f.name()).filter(n -> n.matches("t\\d")).toList();
        Run run = new Run(unit.function("setup").map(f -> "setup").orElse(""), threads,
                unit.function("end").map(f -> "end").orElse(""), new TreeMap<>());
        Compiled compiled = new Explorer().compile(unit);
        return reduced ? compiled.exported(run, PLENTY) : compiled.exportedWithoutReduction(run, PLENTY);
    }

    private void shows(List<String> expected, String c) {
        assertEquals(expected, List.copyOf(kinds(c)));
    }

    @Test
    void interleavingsAndChoices() {
        shows(List.of("CHECK", "x=0", "x=1", "x=2", "x=3"), """
                int a;
                void t1(void) { int x = a; a = x + 1; }
                void t2(void) { int x = a; a = x + __choose(3); }
                void end(void) { __observe("x", a); __check(a != 1, "leak", "lost"); }
                """);
    }

    @Test
    void setupMayChoose() {
        shows(List.of("a=0", "a=1", "a=3"), """
                int a;
                void setup(void) { a = __choose(4); __observe("a", a); __assume(a != 2); }
                void t1(void) { a = 0; }
                void t2(void) { a = 0; }
                """);
    }

    @Test
    void droppedPathsShowNothing() {
        shows(List.of("sum=0", "sum=2", "sum=4"), """
                int a;
                void t1(void) { int x = __choose(3); int y = __choose(3); __observe("sum", x + y); __assume(x == y); a = x; }
                void t2(void) { a = 7; }
                """);
    }

    @Test
    void loopsAreTakenToTheirEnd() {
        shows(List.of("LIVELOCK"), """
                int a; int x[4];
                void setup(void) { for (int i = 0; i < 4; i++) x[i] = i * 3; }
                void t1(void) { int i; for (i = 0; i < 4; i++) a += x[i]; }
                void t2(void) { a = 1; }
                void end(void) { while (a) ; }
                """);
    }

    @Test
    void locksExcludeAndDeadlock() {
        shows(List.of("DEADLOCK"), """
                int l; int m; int n;
                void t1(void) { __lock(&l); __lock(&m); n++; __unlock(&m); __unlock(&l); }
                void t2(void) { __lock(&m); __lock(&l); n++; __unlock(&l); __unlock(&m); }
                void t3(void) { if (__trylock(&l)) __unlock(&l); }
                """);
    }

    @Test
    void aLockThatNobodyGivesBack() {
        shows(List.of("DEADLOCK"), """
                int l;
                void t1(void) { __lock(&l); }
                void t2(void) { __lock(&l); __unlock(&l); }
                """);
    }

    @Test
    void awaitedConditionsThatNeverHold() {
        shows(List.of("HANG"), """
                int flag; int turn;
                void t1(void) { flag = 1; __await(turn == 1 && flag, "hang-teardown", "its turn"); }
                void t2(void) { if (flag) turn = 1; }
                """);
    }

    @Test
    void lostWakesAndSleepForEver() {
        String c = """
                int count;
                void waiter(int want) { ___wait_var_event(&count, count == want, 0, 0, 0, schedule()); }
                void setup(void) { count = 2; }
                void t1(void) { waiter(1); }
                void t2(void) { count = 1; WAKE }
                """;
        shows(List.of("LOST_WAKE"), c.replace("WAKE", ""));
        shows(List.of(), c.replace("WAKE", "__wake(&count);"));
        shows(List.of("HANG"), c.replace("count = 1; WAKE", "count = 3; __wake(&count);"));
    }

    @Test
    void sleepWithoutAWait() {
        shows(List.of("HANG"), """
                int q;
                void t1(void) { __prepare_to_wait(&q); schedule(); __finish_wait(&q); }
                void t2(void) { __wake(&q); }
                """);
    }

    @Test
    void touchedAfterItWentAway() {
        shows(List.of("BAD_POINTER", "USE_AFTER_FREE", "WARN"), """
                struct page { int count; struct page *next; };
                struct page pages[2];
                void t1(void) { pages[0].count = 1; pages[1].count = 2; if (pages[0].count) __warn("leak", "x"); }
                void t2(void) { __poison(&pages[0], "pgmap-uaf"); __unpoison(&pages[1]); pages[1].next->count = 1; }
                """);
    }

    @Test
    void atomicSectionsAndUpdates() {
        shows(List.of("n=1", "n=3", "old=0", "old=2", "old=3"), """
                int n; int m;
                void t1(void) { __atomic_begin(); n = n + 1; n = n + 1; __atomic_end(); __observe("old", __xchg(&m, n)); }
                void t2(void) { __observe("n", __add_return(&n, 1)); __observe("old", __cmpxchg(&m, 0, 2)); }
                """);
    }

    @Test
    void functionsThroughPointersAndLocalsWithAnAddress() {
        shows(List.of("BUG", "v=5"), """
                struct ops { int (*get)(int *p, int by); };
                int inc(int *p, int by) { *p += by; return *p; }
                int none(int *p, int by) { __bug("bug-on-get-zero", "no"); return 0; }
                struct ops both[2] = { { .get = inc }, { .get = none } };
                int which; int seen;
                void t1(void) { int x = 2; struct ops *o = &both[which]; seen = o->get(&x, 3); __observe("v", x); }
                void t2(void) { which = 1; seen = 0; }
                """);
    }

    @Test
    void whatIsLeftOpenIsBoth() {
        shows(List.of("g=0", "g=1"), """
                int a;
                void t1(void) { if (nobody_knows(a)) a = 1; __observe("g", a); }
                """);
    }

    @Test
    void everyAccessAStepOfItsOwn() {
        both("""
                int a; int b;
                int twice(int x) { int y = b; b = y + x; return b; }
                void t1(void) { a = twice(1); a = a + b; }
                void t2(void) { b = 7; a = 1; }
                void end(void) { __observe("a", a); }
                """, false);
    }

    @Test
    void anAccessThatExploringDidNotKnowOfIsNoticed() {
        Exported exported = exported("int a; void t1(void) { a = 1; } void t2(void) { a = 2; }", true);
        Subject right = exported.subject();
        Subject wrong = new Subject(right.program(), right.parts(), right.storage(), right.setup(), right.threads(), right.end(),
                right.memory(), new Sharing(Program.FIRST_ADDRESS, right.program().end() + 3 * Space.STORAGE));
        SortedSet<String> shown = new Spin(folder.resolve("wrong")).ask(Promela.of(wrong, "a test")).shown();
        assertTrue(shown.stream().anyMatch(s -> s.startsWith("not represented (2) t1 test.c:1")), shown::toString);
    }

    @Test
    void aPointerOfWhichNothingIsKnownIsNotRepresented() {
        Exported exported = exported("int a; int *p; void t1(void) { p = nobody_knows(); if (p) a = 1; } void t2(void) { a = 2; }", true);
        SortedSet<String> shown = new Spin(folder.resolve("wild")).ask(exported.promela("a test")).shown();
        assertEquals(List.of("not represented (4) t1 test.c:1 if (p)"), List.copyOf(shown));
    }
}
