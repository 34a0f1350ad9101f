package folioscope.explore;

import folioscope.explore.export.Subject;
import folioscope.explore.machine.Sharing;
import folioscope.skeleton.Function;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Explores one run of a program: searches until a search needed no more knowledge of the threads' sharing than it
 * had.
 */
final class Exploration {

    private final Compiled compiled;
    private final Run run;
    private final Budget budget;
    private final boolean reduced;

    /** The run of a program; {@code reduced} as in {@link Compiled#exploreEverything}. */
    Exploration(Compiled compiled, Run run, Budget budget, boolean reduced) {
        this.compiled = compiled;
        this.run = run;
        this.budget = budget;
        this.reduced = reduced;
    }

    /** What an exploration finds, and the run as it is exported. */
    record Explored(Outcome outcome, Subject subject) { }

    /** Explores. */
    Outcome outcome() {
        Scene scene = compiled.scene(run);
        return outcome(scene, searched(scene));
    }

    /** Explores, and says what was learned of the program. */
    Explored explored() {
        Scene scene = compiled.scene(run);
        Outcome outcome = outcome(scene, searched(scene));
        List<Integer> memory = Arrays.stream(scene.machine().m).limit(compiled.program().end()).boxed().toList();
        return new Explored(outcome, new Subject(compiled.program(), scene.linked().parts(), scene.linked().storage(),
                scene.setup().map(Function::name), scene.names(), scene.end().map(Function::name), memory, scene.sharing()));
    }

    private Search searched(Scene scene) {
        long deadline = System.nanoTime() + Math.min(budget.millis(), Long.MAX_VALUE / 2_000_000) * 1_000_000;
        Sharing sharing = scene.sharing();
        if (!reduced) {
            sharing.everything();
        }
        Search.Starts starts = scene.starts();
        Search search;
        do {
            sharing.fresh();
            scene.linked().forget();
            search = new Search(scene.linked(), scene.machine(), scene.space(), sharing, starts, budget, deadline);
            search.run();
        } while (search.bound().isEmpty() && sharing.stale());
        return search;
    }

    private Outcome outcome(Scene scene, Search search) {
        SortedSet<String> unknowns = new TreeSet<>(scene.unknowns());
        unknowns.addAll(scene.linked().unknowns());
        unknowns.addAll(search.findings().unknowns());
        Telling telling = compiled.telling(run, scene, search.packing());
        Ways ways = new Ways(search.store(), search.packing().words());
        return new Outcome(search.bound().isEmpty(), search.bound(), search.store().size(), search.transitions(),
                search.depth(), search.findings().violations(m -> telling.trace(ways, m)),
                search.findings().observations(m -> telling.trace(ways, m)), unknowns);
    }
}
