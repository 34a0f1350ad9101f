package folioscope.explore;

import folioscope.explore.machine.Code;
import folioscope.explore.machine.Machine;
import folioscope.explore.machine.Sharing;
import folioscope.explore.machine.Space;
import folioscope.explore.machine.Undo;
import java.util.List;
import java.util.Optional;

/** One breadth-first search through all states of a program, deciding by what is known of the threads' sharing. */
final class Search {

    /** States visited beyond the first late discovery of a conflict before the search gives up to start again. */
    private static final int PATIENCE = 1000;

    /** Turns of loops and the like between two looks at the budget. */
    private static final int WORK = 10_000;

    private final Linked linked;
    private final Machine machine;
    private final Space space;
    private final Sharing sharing;
    private final Stepper stepper;
    private final Undo undo;
    private final List<Code> threads;
    private final Optional<Code> setup;
    private final Optional<Code> end;
    private final Budget budget;
    private final long deadline;
    private final Findings findings;
    private final StateStore store = new StateStore();
    private final Edges edges = new Edges();
    private final Arrivals arrivals;
    private Packing packing;
    private long[] held = new long[0];
    private long[] next = new long[0];
    private long hash;
    private final int[] stamps;
    private int stamp;
    private int copied;
    private long transitions;
    private int depth;
    private int levelEnd;
    private int work = WORK;
    private String bound = "";

    Search(Linked linked, Machine machine, Space space, Sharing sharing, Starts starts, Budget budget, long deadline) {
        this.linked = linked;
        this.machine = machine;
        this.space = space;
        this.sharing = sharing;
        this.stepper = new Stepper(linked, machine, space);
        this.undo = machine.undo();
        this.threads = starts.threads();
        this.setup = starts.setup();
        this.end = starts.end();
        this.budget = budget;
        this.arrivals = new Arrivals(store, edges, budget.maxStates());
        this.deadline = deadline;
        this.findings = new Findings(linked, space);
        this.packing = new Packing(machine.m);
        this.stamps = new int[machine.m.length];
    }

    /** The functions to start. */
    record Starts(Optional<Code> setup, List<Code> threads, Optional<Code> end) { }

    /** Searches until everything is visited, a bound is met, or it is clear that the search has to start again. */
    void run() {
        int[] start = machine.m.clone();
        initial();
        int at = 0;
        levelEnd = store.size();
        int giveUp = Integer.MAX_VALUE;
        while (bound.isEmpty()) {
            if (at == levelEnd) {
                arrivals.settle(levelEnd);
                if (at == store.size()) {
                    break;
                }
                depth++;
                levelEnd = store.size();
            }
            overdue();
            if (giveUp == Integer.MAX_VALUE && sharing.stale()) {
                giveUp = at + PATIENCE;
            }
            if (at >= giveUp) {
                break;
            }
            if (bound.isEmpty()) {
                expand(at++);
            }
        }
        if (bound.isEmpty() && !sharing.stale()) {
            new Livelock(store, edges, this::describe).find(findings);
        }
        System.arraycopy(start, 0, machine.m, 0, start.length);
    }

    /** Asks now and then, as much work was done, whether the budget is used up. */
    private void overdue() {
        work += 4 + machine.turns + (machine.calls >> 4);
        if (work > WORK || store.size() > budget.maxStates()) {
            work = 0;
            bound = exhausted();
        }
    }

    private String exhausted() {
        if (budget.cancelled().getAsBoolean()) {
            return "cancelled after " + store.size() + " states";
        }
        if (store.size() > budget.maxStates()) {
            return "stopped after " + store.size() + " states";
        }
        return System.nanoTime() > deadline ? "stopped after " + budget.millis() + " ms" : "";
    }

    private void initial() {
        machine.choices().reset();
        boolean first = true;
        do {
            int out = setup.isPresent() ? stepper.alone(setup.get()) : 0;
            if (setup.isPresent()) {
                boolean gone = machine.dropped();
                if (!gone) {
                    findings.take(machine.events(), -1, Moment.SETUP, machine.choices().taken());
                }
                if (out == Machine.BLOCKED) {
                    new Stuck(linked, machine, space, stepper)
                            .alone(findings, machine.choices().taken(), -1, Moment.SETUP);
                }
            }
            if (out == 0 && prefixes()) {
                if (first) {
                    packing = new Packing(machine.m);
                    held = new long[packing.mostWords()];
                    next = new long[packing.mostWords()];
                    first = false;
                }
                whole();
            }
            undo.back();
            overdue();
        } while (bound.isEmpty() && machine.choices().advance());
        if (!first) {
            packing.restore(machine.m);
        }
    }

    /** Brings each thread to its first step. */
    private boolean prefixes() {
        for (int t = 0; t < threads.size(); t++) {
            undo.put(space.stack(t), linked.start(threads.get(t)));
        }
        for (int t = 0; t < threads.size(); t++) {
            int out = stepper.step(t, (1 << threads.size()) - 1);
            if (!machine.dropped()) {
                findings.take(machine.events(), -1, Moment.SETUP, machine.choices().taken());
            }
            if (out > Machine.STOPPED) {
                return false;
            }
        }
        return true;
    }

    private void whole() {
        java.util.Arrays.fill(next, 0);
        hash = packing.pack(machine.m, next);
        store.add(next, 0, packing.words(), hash, -1, 0);
    }

    private void expand(int state) {
        store.copy(state, next, packing.words());
        hash = packing.unpack(held, next, machine.m);
        int alive = stepper.alive();
        boolean moved = false;
        for (int t = 0; t < threads.size(); t++) {
            if ((alive >> t & 1) != 0) {
                moved |= steps(state, t, alive);
            }
        }
        if (alive == 0) {
            finish(state);
        } else if (!moved) {
            edges.good(state);
            new Stuck(linked, machine, space, stepper).report(findings, state, alive);
        }
    }

    private boolean steps(int state, int thread, int alive) {
        boolean moved = false;
        machine.choices().reset();
        do {
            int out = stepper.step(thread, alive);
            if (!machine.events().isEmpty() && !machine.dropped()) {
                findings.take(machine.events(), state, thread, machine.choices().taken());
            }
            if (out <= Machine.STOPPED) {
                successor(state, thread);
                moved = true;
            } else if (out == Machine.ENDED) {
                edges.good(state);
                transitions++;
                moved = true;
            }
            undo.back();
            overdue();
        } while (bound.isEmpty() && machine.choices().advance());
        return moved;
    }

    private void successor(int state, int thread) {
        System.arraycopy(held, 0, next, 0, copied = Math.max(copied, packing.words()));
        long h = hash;
        int count = undo.count();
        int[] m = machine.m;
        stamp++;
        for (int i = 0; i < count; i++) {
            int slot = undo.slot(i);
            if (stamps[slot] != stamp) {
                stamps[slot] = stamp;
                int value = m[slot];
                if (value != undo.old(i)) {
                    packing.put(next, slot, value);
                    h += Packing.mixed(slot, value) - Packing.mixed(slot, undo.old(i));
                }
            }
        }
        transitions++;
        if (arrivals.add(next, packing.words(), h, state, thread, levelEnd)) {
            arrivals.settle(levelEnd);
        }
    }

    private void finish(int state) {
        edges.good(state);
        if (end.isEmpty()) {
            return;
        }
        machine.choices().reset();
        do {
            int out = stepper.alone(end.get());
            if (!machine.dropped()) {
                findings.take(machine.events(), state, Moment.END, machine.choices().taken());
            }
            if (out == Machine.BLOCKED) {
                new Stuck(linked, machine, space, stepper)
                        .alone(findings, machine.choices().taken(), state, Moment.END);
            }
            undo.back();
            overdue();
        } while (bound.isEmpty() && machine.choices().advance());
    }

    /** Where the first thread that can go on stands in a state. */
    private Livelock.Place describe(int state) {
        store.copy(state, next, packing.words());
        hash = packing.unpack(held, next, machine.m);
        int alive = stepper.alive();
        int chosen = -1;
        for (int t = threads.size() - 1; t >= 0; t--) {
            if ((alive >> t & 1) != 0) {
                machine.choices().reset();
                if (stepper.step(t, alive) <= Machine.STOPPED || chosen < 0) {
                    chosen = t;
                }
                undo.back();
            }
        }
        return new Livelock.Place(linked.body(stepper.function(chosen)), stepper.site(chosen));
    }

    Findings findings() {
        return findings;
    }

    StateStore store() {
        return store;
    }

    Packing packing() {
        return packing;
    }

    String bound() {
        return bound;
    }

    long transitions() {
        return transitions;
    }

    int depth() {
        return depth;
    }
}
