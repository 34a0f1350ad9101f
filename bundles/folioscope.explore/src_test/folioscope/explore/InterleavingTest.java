package folioscope.explore;

import static folioscope.explore.Programs.explore;
import static folioscope.explore.Programs.observed;
import static folioscope.explore.Programs.violated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterleavingTest {

    private static final String COUNTERS = """
            int a;
            void t1(void) { a = a + 1; }
            void t2(void) { a = a + 1; }
            void end(void) { __observe("a", a); }
            """;

    @Test
    void losesUpdatesOfPlainCounters() {
        assertEquals(List.of("a=1", "a=2"), observed(explore(COUNTERS)));
    }

    @Test
    void countsEveryStateOnce() {
        // A thread is before its read, before its write with what it read, or done; the last one left runs to its end
        // in one step.
        assertEquals(10, explore(COUNTERS).states());
        assertEquals(12, explore(COUNTERS).transitions());
    }

    @Test
    void keepsUpdatesOfAtomicCounters() {
        Outcome outcome = explore("""
                int a;
                void t1(void) { __add_return(&a, 1); }
                void t2(void) { __add_return(&a, 1); }
                void t3(void) { __add_return(&a, 1); }
                void end(void) { __observe("a", a); }
                """);
        assertEquals(List.of("a=3"), observed(outcome));
        assertEquals(8, outcome.states());
        assertEquals(12, outcome.transitions());
        assertEquals(3, outcome.depth());
    }

    @Test
    void threeThreadsInterleave() {
        Outcome outcome = explore("""
                int a;
                void t1(void) { a = a + 1; }
                void t2(void) { a = a + 1; }
                void t3(void) { a = a + 1; }
                void end(void) { __observe("a", a); }
                """);
        assertEquals(List.of("a=1", "a=2", "a=3"), observed(outcome));
        assertEquals(56, outcome.states());
    }

    @Test
    void atomicSectionsAreOneStep() {
        Outcome outcome = explore("""
                int a; int b;
                void t1(void) { __atomic_begin(); a = 1; b = 1; __atomic_end(); }
                void t2(void) { __atomic_begin(); __observe("sum", a + b); __atomic_end(); }
                """);
        assertEquals(List.of("sum=0", "sum=2"), observed(outcome));
        assertEquals(4, outcome.states());
    }

    @Test
    void whatNobodyWritesIsNoStep() {
        Outcome outcome = explore("""
                int limit; int a;
                void setup(void) { limit = 3; }
                void t1(void) { if (limit == 3) a = 1; }
                void t2(void) { if (limit == 3) a = 2; }
                void end(void) { __observe("a", a); }
                """);
        assertEquals(List.of("a=1", "a=2"), observed(outcome));
        assertEquals(5, outcome.states());
    }

    @Test
    void whatOnlyOneThreadTouchesIsNoStep() {
        Outcome outcome = explore("""
                int mine[4]; int yours[4];
                void t1(void) { int i; for (i = 0; i < 4; i++) mine[i] = i; }
                void t2(void) { int i; for (i = 0; i < 4; i++) yours[i] = mine[0] == 9; }
                """);
        assertEquals(10, outcome.states());
        assertEquals(1, explore("""
                int mine[4]; int yours[4];
                void t1(void) { int i; for (i = 0; i < 4; i++) mine[i] = i; }
                void t2(void) { int i; for (i = 0; i < 4; i++) yours[i] = i; }
                """).states());
    }

    @Test
    void locksExclude() {
        Outcome outcome = explore("""
                int l; int a;
                void t1(void) { __lock(&l); a = a + 1; __unlock(&l); }
                void t2(void) { __lock(&l); a = a + 1; __unlock(&l); }
                void end(void) { __observe("a", a); }
                """);
        assertEquals(List.of("a=2"), observed(outcome));
        assertEquals(List.of(), violated(outcome));
    }

    @Test
    void tryingALockGivesUpWhereItIsTaken() {
        assertEquals(List.of("got=0", "got=1"), observed(explore("""
                int l;
                void t1(void) { __observe("got", __trylock(&l)); }
                void t2(void) { __lock(&l); __unlock(&l); }
                """)));
    }

    @Test
    void findsLocksTakenCrosswise() {
        Outcome outcome = explore("""
                int l; int k;
                void t1(void) { __lock(&l); __lock(&k); __unlock(&k); __unlock(&l); }
                void t2(void) { __lock(&k); __lock(&l); __unlock(&l); __unlock(&k); }
                """);
        assertEquals(List.of("DEADLOCK t1", "DEADLOCK t2"), violated(outcome));
        assertEquals(2, outcome.violations().get(0).trace().steps().size());
    }

    @Test
    void findsALockNeverGivenBack() {
        assertEquals(List.of("DEADLOCK t1", "DEADLOCK t2"), violated(explore("""
                int l;
                void t1(void) { __lock(&l); }
                void t2(void) { __lock(&l); }
                """)));
    }

    @Test
    void exchangesAtomically() {
        assertEquals(List.of("first=0", "first=1", "second=0", "second=1", "won=0", "won=1"), observed(explore("""
                int a; int b;
                void t1(void) { __observe("first", __xchg(&a, 1)); __observe("won", __cmpxchg(&b, 0, 5) == 0); }
                void t2(void) { __observe("second", __xchg(&a, 1)); __observe("won", __cmpxchg(&b, 0, 6) == 0); }
                """)));
    }

    @Test
    void givesTheSameTwice() {
        assertEquals(explore(COUNTERS).observations().get(0).trace().steps(), explore(COUNTERS).observations().get(0)
                .trace().steps());
    }

    @Test
    void choosesEveryValueAndDropsWhatIsAssumedAway() {
        assertEquals(List.of("sum=0", "sum=2", "sum=4"), observed(explore("""
                int a;
                void t1(void) { int x = __choose(3); int y = __choose(3); __assume(x == y); a = x; __observe("sum", x + y); }
                """)));
    }

    @Test
    void setupChoosesItsStart() {
        Outcome outcome = explore("""
                int a;
                void setup(void) { a = __choose(4); __assume(a != 2); }
                void t1(void) { __observe("a", a); }
                """);
        assertEquals(List.of("a=0", "a=1", "a=3"), observed(outcome));
        assertEquals(3, outcome.states());
    }

    @Test
    void parametersAreSetBeforeSetup() {
        assertEquals(List.of("n=7"), observed(explore("""
                int N;
                void setup(void) { __observe("n", N); }
                """, java.util.Map.of("N", 7))));
    }

    @Test
    void deepCallChainsKeepTheirLocals() {
        StringBuilder c = new StringBuilder("int a; int f0(int x) { int y = a; a = y + 1; return x + y - y; }\n");
        for (int i = 1; i <= 20; i++) {
            c.append("int f" + i + "(int x) { int k = x + " + i + "; int r = f" + (i - 1)
                    + "(x + 1); return r + k - x - " + i + "; }\n");
        }
        Outcome outcome =
                explore(c + "void t1(void) { __observe(\"r\", f20(1)); }\nvoid t2(void) { __observe(\"s\", f3(100)); }\n");
        assertEquals(List.of("r=21", "s=103"), observed(outcome));
        assertEquals(List.of(), violated(outcome));
        assertTrue(outcome.complete());
        assertEquals(10, outcome.states());
    }
}
