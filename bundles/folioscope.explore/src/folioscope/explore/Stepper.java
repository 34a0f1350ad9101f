package folioscope.explore;

import folioscope.explore.lower.Site;
import folioscope.explore.machine.Code;
import folioscope.explore.machine.Machine;
import folioscope.explore.machine.Space;
import folioscope.explore.machine.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs single steps of threads, and functions that run alone, on a machine. */
final class Stepper {

    private final Linked linked;
    private final Machine machine;
    private final Space space;
    private final int[] m;
    private final Undo undo;
    private final int[] frames = new int[Space.STACK * 4];

    Stepper(Linked linked, Machine machine, Space space) {
        this.linked = linked;
        this.machine = machine;
        this.space = space;
        this.m = machine.m;
        this.undo = machine.undo();
    }

    /** Bits of the threads that have not ended. */
    int alive() {
        int alive = 0;
        for (int t = 0; t < space.threads(); t++) {
            if (m[space.stack(t)] != 0) {
                alive |= 1 << t;
            }
        }
        return alive;
    }

    /** Makes one step of a thread that has not ended; gives {@link Machine#out}, or 0 where the thread ended. */
    int step(int thread, int alive) {
        machine.begin(thread, alive & ~(1 << thread));
        int fp = space.stack(thread);
        int depth = 0;
        int location = m[fp];
        while (linked.callAt(location)) {
            frames[depth++] = fp;
            fp += linked.sizeAt(location);
            location = m[fp];
        }
        int oldTop = fp + linked.sizeAt(location);
        int value = machine.run(linked.codeAt(location), fp, linked.placeAt(location));
        while (machine.out == 0 && depth > 0) {
            fp = frames[--depth];
            location = m[fp];
            machine.ret = value;
            value = machine.run(linked.codeAt(location), fp, linked.placeAt(location));
        }
        if (machine.out <= Machine.STOPPED) {
            int top = machine.out == 0 ? space.stack(thread) : machine.top();
            for (int i = top; i < oldTop; i++) {
                undo.put(i, 0);
            }
        }
        return machine.out;
    }

    /** Runs a function alone, from start to end. */
    int alone(Code code) {
        machine.begin(space.threads(), 0);
        machine.ret = machine.run(code, space.stack(space.threads()), 0);
        return machine.out;
    }

    /** The place before which a thread stands. */
    Optional<Site> site(int thread) {
        return linked.site(m[top(thread)]);
    }

    /** The function in which a thread stands. */
    Code function(int thread) {
        return linked.codeAt(m[top(thread)]);
    }

    /** The functions that a thread is in and that wait for another to return, outermost first. */
    List<Code> callers(int thread) {
        List<Code> callers = new ArrayList<>();
        int fp = space.stack(thread);
        while (linked.callAt(m[fp])) {
            callers.add(linked.codeAt(m[fp]));
            fp += linked.sizeAt(m[fp]);
        }
        return callers;
    }

    private int top(int thread) {
        int fp = space.stack(thread);
        while (linked.callAt(m[fp])) {
            fp += linked.sizeAt(m[fp]);
        }
        return fp;
    }

    /** A wait that a thread stands in, and whether its condition holds now. */
    record Waiting(Site site, boolean holds) { }

    /** The innermost wait that a thread stands in. */
    Optional<Waiting> waiting(int thread) {
        int found = -1;
        int fp = space.stack(thread);
        while (true) {
            int location = m[fp];
            if (linked.site(location).filter(s -> s.waitIndex() >= 0).isPresent()) {
                found = fp;
            }
            if (!linked.callAt(location)) {
                break;
            }
            fp += linked.sizeAt(location);
        }
        if (found < 0) {
            return Optional.empty();
        }
        Code code = linked.codeAt(m[found]);
        Site wait = linked.body(code).waits().get(linked.site(m[found]).orElseThrow().waitIndex());
        machine.choices().reset();
        machine.begin(thread, 0);
        machine.probe = true;
        int value = machine.run(code, found, linked.placeAt(m[found]));
        boolean holds = machine.out == 0 && value != 0;
        machine.probe = false;
        undo.back();
        return Optional.of(new Waiting(wait, holds));
    }
}
