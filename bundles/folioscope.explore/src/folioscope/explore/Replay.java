package folioscope.explore;

import folioscope.explore.lower.Site;
import folioscope.explore.machine.Code;
import folioscope.explore.machine.Machine;
import folioscope.skeleton.CText;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out the steps of traces by running the program along them again. */
final class Replay {

    /** The folder of the model's files that no kernel has. */
    private static final String MODEL_ONLY = "folioscope/";

    private final Linked linked;
    private final Machine machine;
    private final Stepper stepper;
    private final Unpacking unpacking;
    private final List<String> names;
    private final Optional<Function> setup;
    private final Optional<Function> end;
    private final int[] start;

    /** Works out traces in a scene whose machine holds what a run starts with. */
    Replay(Scene scene, Unpacking unpacking) {
        this.linked = scene.linked();
        this.machine = scene.machine();
        this.stepper = new Stepper(linked, machine, scene.space());
        this.unpacking = unpacking;
        this.names = scene.labels();
        this.setup = scene.setup();
        this.end = scene.end();
        this.start = machine.m.clone();
    }

    /** The steps of a way, and then of what a thread does at its end, taking these choices; {@link Moment} says which. */
    synchronized List<Step> steps(Ways.Way way, int last, int[] choices) {
        return steps(way, last, choices, 0);
    }

    /** The last of these steps. */
    synchronized Optional<Step> last(Ways.Way way, int last, int[] choices) {
        return steps(way, last, choices, last == Moment.NOW ? way.states() : way.states() + 1).stream().reduce((a, b) -> b);
    }

    /** The steps to the state with this number, from 1 on, and to those behind it. */
    private List<Step> steps(Ways.Way way, int last, int[] choices, int from) {
        List<Step> steps = new ArrayList<>();
        long[] state = begin();
        if (last == Moment.SETUP) {
            machine.choices().replay(choices);
            setup.ifPresent(s -> {
                stepper.alone(linked.code(s.name()).orElseThrow());
                machine.undo().keep();
                steps.add(step("setup", s));
            });
            return steps;
        }
        for (Ways.Way next : way.all()) {
            if (next.states() < from - 1) {
                next.step(state);
            } else if (next.states() < from) {
                show(next, state);
            } else if (next.states() == 1) {
                show(next, state);
                setup.ifPresent(s -> steps.add(step("setup", s)));
            } else {
                Site site = here(next.thread());
                List<String> callers = callers(next.thread());
                show(next, state);
                steps.add(step(names.get(next.thread()), callers, site));
            }
        }
        if (last >= 0) {
            Site site = here(last);
            List<String> callers = callers(last);
            machine.choices().replay(choices);
            stepper.step(last, stepper.alive());
            machine.undo().keep();
            steps.add(step(names.get(last), callers, site));
        } else if (last == Moment.END) {
            machine.choices().replay(choices);
            stepper.alone(linked.code(end.orElseThrow().name()).orElseThrow());
            machine.undo().keep();
            steps.add(step("end", end.get()));
        }
        return List.copyOf(steps);
    }

    /** Whether one of these {@link #steps} stands in one of the functions, or is called from it. */
    synchronized boolean comesBy(Ways.Way way, int last, Set<String> functions) {
        long[] state = begin();
        if (setup.filter(s -> functions.contains(s.name())).isPresent()) {
            return true;
        }
        for (Ways.Way next : way.all()) {
            if (next.states() > 1 && in(next.thread(), functions)) {
                return true;
            }
            show(next, state);
        }
        return last >= 0 && in(last, functions)
                || last == Moment.END && functions.contains(end.orElseThrow().name());
    }

    private boolean in(int thread, Set<String> functions) {
        return functions.contains(here(thread).function()) || callers(thread).stream().anyMatch(functions::contains);
    }

    private long[] begin() {
        System.arraycopy(start, 0, machine.m, 0, start.length);
        return new long[unpacking.words()];
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

    /** Goes on to the next state of a way. */
    private void show(Ways.Way next, long[] state) {
        next.step(state);
        System.arraycopy(start, 0, machine.m, 0, start.length);
        unpacking.show(state, machine.m);
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
