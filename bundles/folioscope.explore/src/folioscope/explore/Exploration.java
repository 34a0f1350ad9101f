package folioscope.explore;

import folioscope.explore.export.Subject;
import folioscope.explore.lower.Program;
import folioscope.explore.machine.Code;
import folioscope.explore.machine.Machine;
import folioscope.explore.machine.Sharing;
import folioscope.explore.machine.Space;
import folioscope.skeleton.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Explores one run of a program: searches until a search needed no more knowledge of the threads' sharing than it
 * had.
 */
final class Exploration {

    private static final int MOST_THREADS = 15;

    private final Program program;
    private final Linked linked;
    private final Run run;
    private final Budget budget;
    private final boolean reduced;
    private final SortedSet<String> unknowns = new TreeSet<>();

    /**
     * The run of a program whose functions the pieces give in all their forms; {@code reduced} as in {@link
     * Compiled#exploreEverything}.
     */
    Exploration(Program program, Pieces pieces, Run run, Budget budget, boolean reduced) {
        this.program = program;
        this.linked = new Linked(program, pieces);
        this.run = run;
        this.budget = budget;
        this.reduced = reduced;
    }

    /** What an exploration finds, and the run as it is exported. */
    record Explored(Outcome outcome, Subject subject) { }

    /** Explores. */
    Outcome outcome() {
        return explored().outcome();
    }

    /** Explores, and says what was learned of the program. */
    Explored explored() {
        long deadline = System.nanoTime() + Math.min(budget.millis(), Long.MAX_VALUE / 2_000_000) * 1_000_000;
        List<String> names = threads();
        Optional<Function> setup = function(run.setup());
        Optional<Function> end = function(run.end());
        require(names, setup, end);
        Space space = new Space(program.initial(), program.objects(), program.objectCount(), Program.FIRST_ADDRESS,
                names.size());
        Sharing sharing = new Sharing(space.first(), space.limit());
        if (!reduced) {
            sharing.everything();
        }
        Machine machine = new Machine(space, sharing, linked::numbered);
        parameters(machine);
        List<Code> threads = names.stream().map(n -> linked.code(n).orElseThrow()).toList();
        Search.Starts starts = new Search.Starts(setup.flatMap(f -> linked.code(f.name())), threads,
                end.flatMap(f -> linked.code(f.name())));
        Search search;
        do {
            sharing.fresh();
            linked.forget();
            search = new Search(linked, machine, space, sharing, starts, budget, deadline);
            search.run();
        } while (search.bound().isEmpty() && sharing.stale());
        unknowns.addAll(linked.unknowns());
        unknowns.addAll(search.findings().unknowns());
        Replay replay = new Replay(linked, machine, space, search.packing(), labelled(names), setup, end);
        StateStore store = search.store();
        Outcome outcome = new Outcome(search.bound().isEmpty(), search.bound(), search.store().size(), search.transitions(),
                search.depth(),
                search.findings().violations(m -> replay.to(store, m)),
                search.findings().observations(m -> replay.to(store, m)), unknowns);
        List<Integer> memory = Arrays.stream(machine.m).limit(program.end()).boxed().toList();
        return new Explored(outcome, new Subject(program, linked.parts(), linked.storage(), setup.map(Function::name), names,
                end.map(Function::name), memory, sharing));
    }

    private List<String> threads() {
        List<String> names = new ArrayList<>();
        for (String name : run.threads()) {
            if (function(name).isPresent() && names.size() < MOST_THREADS) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<String> labelled(List<String> names) {
        List<String> labels = new ArrayList<>();
        for (String name : names) {
            int number = 1;
            String label = name;
            while (labels.contains(label)) {
                label = name + "#" + ++number;
            }
            labels.add(label);
        }
        return labels;
    }

    private Optional<Function> function(String name) {
        Optional<Function> function = program.function(name);
        if (function.isEmpty() && !name.isEmpty()) {
            unknowns.add(name + "(): not defined, does not run");
        }
        return function;
    }

    private void require(List<String> names, Optional<Function> setup, Optional<Function> end) {
        List<String> roots = new ArrayList<>(names);
        setup.ifPresent(f -> roots.add(f.name()));
        end.ifPresent(f -> roots.add(f.name()));
        linked.require(roots);
    }

    private void parameters(Machine machine) {
        for (Map.Entry<String, Integer> parameter : run.parameters().entrySet()) {
            Optional<Program.Global> global = program.global(parameter.getKey());
            if (global.isPresent()) {
                machine.m[global.get().address()] = parameter.getValue();
            } else {
                unknowns.add(parameter.getKey() + ": not declared, the parameter is not used");
            }
        }
    }
}
