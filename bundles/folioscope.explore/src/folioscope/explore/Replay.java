package folioscope.explore;

import folioscope.explore.lower.Site;
import folioscope.explore.machine.Code;
import folioscope.explore.machine.Machine;
import folioscope.explore.machine.Space;
import folioscope.skeleton.CText;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out the steps of traces by running the program along them again. */
final class Replay {

    /** The folder of the model's files that no kernel has. */
    private static final String MODEL_ONLY = "folioscope/";

    private final Linked linked;
    private final Machine machine;
    private final Space space;
    private final Stepper stepper;
    private final Packing packing;
    private final List<String> names;
    private final Optional<Function> setup;
    private final Optional<Function> end;
    private final int[] start;

    Replay(Linked linked, Machine machine, Space space, Packing packing, List<String> threads,
            Optional<Function> setup, Optional<Function> end) {
        this.linked = linked;
        this.machine = machine;
        this.space = space;
        this.stepper = new Stepper(linked, machine, space);
        this.packing = packing;
        this.names = threads;
        this.setup = setup;
        this.end = end;
        this.start = machine.m.clone();
    }

    /** The trace to a moment: what it needs is copied, so that the store, which is large, can go. */
    Trace to(StateStore store, Moment moment) {
        List<long[]> states = new ArrayList<>();
        List<Integer> threads = new ArrayList<>();
        int words = packing.words();
        for (int s = moment.state(); s >= 0; s = store.parent(s)) {
            long[] packed = new long[words];
            store.copy(s, packed, words);
            states.add(packed);
            threads.add(store.thread(s));
        }
        Collections.reverse(states);
        Collections.reverse(threads);
        return new Way(this::steps, moment, states, threads);
    }

    private record Way(Worker worker, Moment moment, List<long[]> states, List<Integer> threads) implements Trace {

        @Override
        public List<Step> steps() {
            return worker.steps(this);
        }
    }

    private interface Worker {
        List<Step> steps(Way way);
    }

    private synchronized List<Step> steps(Way way) {
        List<Step> steps = new ArrayList<>();
        System.arraycopy(start, 0, machine.m, 0, start.length);
        if (way.moment.thread() == Moment.SETUP) {
            machine.choices().replay(way.moment.choices());
            setup.ifPresent(s -> {
                stepper.alone(linked.code(s.name()).orElseThrow());
                machine.undo().keep();
                steps.add(step("setup", s));
            });
            return steps;
        }
        setup.ifPresent(s -> {
            show(way.states.get(0));
            steps.add(step("setup", s));
        });
        for (int i = 1; i < way.states.size(); i++) {
            show(way.states.get(i - 1));
            int thread = way.threads.get(i);
            Site site = here(thread);
            List<String> callers = callers(thread);
            show(way.states.get(i));
            steps.add(step(names.get(thread), callers, site));
        }
        if (!way.states.isEmpty()) {
            show(way.states.get(way.states.size() - 1));
        }
        if (way.moment.thread() >= 0) {
            int thread = way.moment.thread();
            Site site = here(thread);
            List<String> callers = callers(thread);
            machine.choices().replay(way.moment.choices());
            stepper.step(thread, stepper.alive());
            machine.undo().keep();
            steps.add(step(names.get(thread), callers, site));
        } else if (way.moment.thread() == Moment.END) {
            machine.choices().replay(way.moment.choices());
            stepper.alone(linked.code(end.orElseThrow().name()).orElseThrow());
            machine.undo().keep();
            steps.add(step("end", end.get()));
        }
        return List.copyOf(steps);
    }

    private Site here(int thread) {
        return stepper.site(thread).orElseGet(() -> {
            Function function = linked.program().function(linked.body(stepper.function(thread)).name()).orElseThrow();
            return new Site(function.name(), function.origin(), Optional.empty(), "", "", -1, Optional.empty());
        });
    }

    /** What of the kernel's the thread is in: not its own function, and not what only the model has. */
    private List<String> callers(int thread) {
        return stepper.callers(thread).stream().skip(1).map(c -> linked.body(c).name())
                .filter(n -> linked.program().function(n).filter(f -> !f.origin().path().startsWith(MODEL_ONLY)).isPresent()).toList();
    }

    private void show(long[] state) {
        packing.show(state, machine.m);
    }

    private Step step(String thread, Function function) {
        return new Step(thread, function.name(), function.origin(), function.name() + "()", watched());
    }

    private Step step(String thread, List<String> callers, Site site) {
        Origin origin = site.origin();
        return new Step(thread, callers, site.function(), origin, site.statement().map(CText::of)
                .orElse(site.function() + "()"), watched());
    }

    private SortedMap<String, Integer> watched() {
        SortedMap<String, Integer> values = new TreeMap<>();
        for (Function watch : linked.watches()) {
            Code code = linked.code(watch.name()).orElseThrow();
            machine.choices().reset();
            if (stepper.alone(code) == 0) {
                values.put(watch.name().substring("watch_".length()), machine.ret);
            }
            machine.undo().back();
        }
        return Collections.unmodifiableSortedMap(values);
    }
}
