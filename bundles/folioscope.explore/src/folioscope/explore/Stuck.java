package folioscope.explore;

import folioscope.explore.lower.Program;
import folioscope.explore.lower.Site;
import folioscope.explore.machine.Machine;
import folioscope.explore.machine.Space;
import folioscope.skeleton.CText;
import java.util.Optional;

/** Says why the threads of a state in which none can go on are stuck. */
final class Stuck {

    private final Linked linked;
    private final Machine machine;
    private final Space space;
    private final Stepper stepper;

    Stuck(Linked linked, Machine machine, Space space, Stepper stepper) {
        this.linked = linked;
        this.machine = machine;
        this.space = space;
        this.stepper = stepper;
    }

    private record Block(Site site, int lock) { }

    /**
     * Reports the threads with a bit in {@code alive}: whoever waits, and locks held in a circle or by an ended
     * thread.
     */
    void report(Findings findings, int state, int alive) {
        Block[] blocks = new Block[space.threads()];
        for (int t = 0; t < blocks.length; t++) {
            if ((alive >> t & 1) != 0) {
                machine.choices().reset();
                stepper.step(t, alive);
                blocks[t] = block();
                machine.undo().back();
            }
        }
        Moment moment = new Moment(state, Moment.NOW, new int[0]);
        for (int t = 0; t < blocks.length; t++) {
            if (blocks[t] == null) {
                continue;
            }
            if (blocks[t].lock == 0) {
                waits(findings, t, blocks[t].site, moment);
            } else if (hopeless(blocks, t)) {
                locked(findings, blocks[t], moment);
            }
        }
    }

    /** Reports that setup or end, which run alone, are stuck. */
    void alone(Findings findings, int[] choices, int state, int phase) {
        Block block = block();
        Moment moment = new Moment(state, phase, choices);
        if (block.lock != 0) {
            locked(findings, block, moment);
        } else {
            hang(findings, block.site, moment);
        }
    }

    private Block block() {
        Site site = linked.body(machine.stuckCode()).sites().get(machine.stuckSite());
        return new Block(site, machine.stuckAddress());
    }

    private boolean hopeless(Block[] blocks, int thread) {
        int at = thread;
        for (int i = 0; i <= blocks.length; i++) {
            int holder = machine.m[blocks[at].lock] - 1;
            if (holder < 0 || holder >= blocks.length || blocks[holder] == null) {
                return true;
            }
            if (blocks[holder].lock == 0) {
                return false;
            }
            at = holder;
        }
        return true;
    }

    private void locked(Findings findings, Block block, Moment moment) {
        int holder = machine.m[block.lock] - 1;
        String lock = linked.program().at(block.lock).map(Program.Global::name).orElse("a lock");
        findings.violated(Violation.Kind.DEADLOCK, "", "waits for ever for a lock in " + lock + ", which "
                + (holder >= 0 && holder < space.threads() ? "thread " + (holder + 1) : "nobody")
                + " never gives back", block.site,
                lock, moment);
    }

    private void waits(Findings findings, int thread, Site site, Moment moment) {
        Optional<Stepper.Waiting> waiting = site.predicate().isPresent() ? Optional.empty() : stepper.waiting(thread);
        if (waiting.isEmpty()) {
            hang(findings, site, moment);
            return;
        }
        Site wait = waiting.get().site();
        String predicate = wait.predicate().map(CText::of).orElse("");
        if (waiting.get().holds()) {
            findings.violated(Violation.Kind.LOST_WAKE, "lost-wake", "sleeps for ever though " + predicate
                    + " holds", wait, predicate, moment);
        } else {
            findings.violated(Violation.Kind.HANG, "hang-idle-wait", "waits for ever for " + predicate, wait,
                    predicate, moment);
        }
    }

    private void hang(Findings findings, Site site, Moment moment) {
        String predicate = site.predicate().map(CText::of).orElse("");
        boolean sleeps = site.predicate().isEmpty();
        String message = sleeps ? "sleeps for ever" : "waits for ever for "
                + (site.message().isEmpty() ? predicate : site.message());
        findings.violated(Violation.Kind.HANG, sleeps ? "hang-idle-wait" : site.effect(), message, site, predicate,
                moment);
    }
}
