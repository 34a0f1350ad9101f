package folioscope.explore;

import folioscope.explore.lower.Program;
import folioscope.explore.machine.Code;
import folioscope.explore.machine.Machine;
import folioscope.explore.machine.Sharing;
import folioscope.explore.machine.Space;
import folioscope.skeleton.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that one run of a program needs: its functions, tied together, a machine, and the memory it starts with. */
final class Scene {

    private static final int MOST_THREADS = 15;

    private final Program program;
    private final Linked linked;
    private final Space space;
    private final Sharing sharing;
    private final Machine machine;
    private final List<String> names;
    private final Optional<Function> setup;
    private final Optional<Function> end;
    private final SortedSet<String> unknowns = new TreeSet<>();

    /** The run of a program whose functions the pieces give in all their forms. */
    Scene(Program program, Pieces pieces, Run run) {
        this.program = program;
        this.linked = new Linked(program, pieces);
        this.names = threads(run);
        this.setup = function(run.setup());
        this.end = function(run.end());
        List<String> roots = new ArrayList<>(names);
        setup.ifPresent(f -> roots.add(f.name()));
        end.ifPresent(f -> roots.add(f.name()));
        linked.require(roots);
        this.space = new Space(program.initial(), program.objects(), program.objectCount(), Program.FIRST_ADDRESS,
                names.size());
        this.sharing = new Sharing(space.first(), space.limit());
        this.machine = new Machine(space, sharing, linked::numbered);
        parameters(run);
    }

    private List<String> threads(Run run) {
        List<String> known = new ArrayList<>();
        for (String name : run.threads()) {
            if (function(name).isPresent() && known.size() < MOST_THREADS) {
                known.add(name);
            }
        }
        return known;
    }

    private Optional<Function> function(String name) {
        Optional<Function> function = program.function(name);
        if (function.isEmpty() && !name.isEmpty()) {
            unknowns.add(name + "(): not defined, does not run");
        }
        return function;
    }

    private void parameters(Run run) {
        for (Map.Entry<String, Integer> parameter : run.parameters().entrySet()) {
            Optional<Program.Global> global = program.global(parameter.getKey());
            if (global.isPresent()) {
                machine.m[global.get().address()] = parameter.getValue();
            } else {
                unknowns.add(parameter.getKey() + ": not declared, the parameter is not used");
            }
        }
    }

    /** The functions to start. */
    Search.Starts starts() {
        List<Code> threads = names.stream().map(n -> linked.code(n).orElseThrow()).toList();
        return new Search.Starts(setup.flatMap(f -> linked.code(f.name())), threads, end.flatMap(f -> linked.code(f.name())));
    }

    /** The threads' names, told apart by a number where two run the same function. */
    List<String> labels() {
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

    Linked linked() {
        return linked;
    }

    Space space() {
        return space;
    }

    Sharing sharing() {
        return sharing;
    }

    Machine machine() {
        return machine;
    }

    /** The functions of the threads. */
    List<String> names() {
        return names;
    }

    Optional<Function> setup() {
        return setup;
    }

    Optional<Function> end() {
        return end;
    }

    /** What of the run is not in the program. */
    SortedSet<String> unknowns() {
        return unknowns;
    }
}
