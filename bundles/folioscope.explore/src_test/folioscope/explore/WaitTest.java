package folioscope.explore;

import static folioscope.explore.Programs.explore;
import static folioscope.explore.Programs.observed;
import static folioscope.explore.Programs.violated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitTest {

    private static final String PAGE = """
            struct page { int count; };
            struct page pages[2];
            int done;
            void wait_idle(struct page *page) { ___wait_var_event(&page->count, page->count == 1, 1, 0, 0, schedule()); }
            void setup(void) { pages[1].count = 2; }
            void t1(void) { wait_idle(&pages[1]); done = 1; }
            void end(void) { __observe("done", done); }
            """;

    @Test
    void wakesWaiterWhenLastPinGoes() {
        Outcome outcome =
                explore(PAGE
                + "void t2(void) { if (__add_return(&pages[1].count, -1) == 1) __wake(&pages[1].count); }");
        assertEquals(List.of(), violated(outcome));
        assertEquals(List.of("done=1"), observed(outcome));
        assertEquals(11, outcome.states());
    }

    @Test
    void findsALostWake() {
        Outcome outcome = explore(PAGE + "void t2(void) { __add_return(&pages[1].count, -1); }");
        assertEquals(List.of("LOST_WAKE lost-wake wait_idle"), violated(outcome));
        assertEquals("page->count == 1", outcome.violations().get(0).predicate());
        assertEquals(List.of("done=1"), observed(outcome));
    }

    @Test
    void findsAConditionThatNeverHolds() {
        Outcome outcome =
                explore(PAGE + "void t2(void) { __add_return(&pages[1].count, -2); __wake(&pages[1].count); }");
        assertEquals(List.of("HANG hang-idle-wait wait_idle"), violated(outcome));
        assertEquals("waits for ever for page->count == 1", outcome.violations().get(0).message());
    }

    @Test
    void wakesOnlyTheKeyThatIsMeant() {
        assertEquals(List.of("LOST_WAKE lost-wake wait_idle"),
                violated(explore(PAGE
                        + "void t2(void) { __add_return(&pages[1].count, -1); __wake(&pages[0].count); }")));
    }

    @Test
    void commandsMayUnlockAroundSleeping() {
        Outcome outcome = explore("""
                int key; int ready; int l;
                void command(int *lock) { __unlock(lock); schedule(); __lock(lock); }
                void t1(void) { __lock(&l); wait_var(); __unlock(&l); }
                void wait_var(void) { ___wait_var_event(&key, ready, 1, 0, 0, command(&l)); }
                void t2(void) { __lock(&l); ready = 1; __wake(&key); __unlock(&l); }
                """);
        assertEquals(List.of(), violated(outcome));
    }

    @Test
    void asksTheConditionWhereverTheCommandSleeps() {
        Outcome outcome = explore("""
                int key; int ready; int l;
                void command(int *lock) { __unlock(lock); schedule(); __lock(lock); }
                void t1(void) { int wanted = 3; __lock(&l); ___wait_var_event(&key, ready == wanted, 1, 0, 0, command(&l)); __unlock(&l); }
                void t2(void) { __lock(&l); ready = 3; __unlock(&l); }
                """);
        assertEquals(List.of("LOST_WAKE lost-wake t1"), violated(outcome));
    }

    @Test
    void lowLevelWaitsSleepUntilWokenSinceQueueing() {
        assertEquals(List.of(), violated(explore("""
                int key; int ready;
                void t1(void) { for (;;) { __prepare_to_wait(&key); if (ready) break; schedule(); } __finish_wait(&key); }
                void t2(void) { ready = 1; __wake(&key); }
                """)));
        assertEquals(List.of("HANG hang-idle-wait t1"), violated(explore("""
                int key; int ready;
                void t1(void) { while (!ready) { __prepare_to_wait(&key); schedule(); } __finish_wait(&key); }
                void t2(void) { ready = 1; __wake(&key); }
                """)));
    }

    @Test
    void awaitsInOneGo() {
        Outcome outcome = explore("""
                int a; int b;
                void t1(void) { __await(a == 1 && b == 1, "hang-teardown", "both"); __label("through"); }
                void t2(void) { a = 1; b = 1; a = 0; }
                """);
        assertEquals(List.of("HANG hang-teardown t1"), violated(outcome));
        assertEquals("waits for ever for both", outcome.violations().get(0).message());
        assertEquals(List.of("through=1"), observed(outcome));
        assertEquals("a == 1 && b == 1", outcome.violations().get(0).predicate());
    }

    @Test
    void whoWaitsForAWaiterIsNotReported() {
        assertEquals(List.of("HANG hang-teardown t1"), violated(explore("""
                int l; int a;
                void t1(void) { __lock(&l); __await(a, "hang-teardown"); __unlock(&l); }
                void t2(void) { __lock(&l); __unlock(&l); }
                """)));
    }

    @Test
    void setupThatIsStuckIsReported() {
        Outcome outcome = explore("int a; void setup(void) { __await(a, \"hang-teardown\"); }");
        assertEquals(List.of("HANG hang-teardown setup"), violated(outcome));
        assertEquals(0, outcome.states());
    }

    @Test
    void findsALivelock() {
        Outcome outcome = explore("""
                int a; int b; int stop;
                void t1(void) { while (!stop) { if (a) a = 0; } }
                void t2(void) { a = 1; b = 1; }
                """);
        assertEquals(List.of("LIVELOCK livelock t1"), violated(outcome));
    }

    @Test
    void findsALivelockOfTwo() {
        Outcome outcome = explore("""
                int turn;
                void t1(void) { while (turn != 2) turn = 1; }
                void t2(void) { while (turn != 3) turn = 0; }
                """);
        assertEquals(List.of("LIVELOCK livelock t1"), violated(outcome));
    }

    @Test
    void aRetryThatCanEndIsNoLivelock() {
        assertEquals(List.of(), violated(explore("""
                int flag;
                void t1(void) { while (!flag) ; }
                void t2(void) { flag = 1; }
                """)));
    }
}
