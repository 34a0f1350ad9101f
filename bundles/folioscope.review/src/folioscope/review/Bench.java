package folioscope.review;

import folioscope.explore.Budget;
import folioscope.explore.Compiled;
import folioscope.explore.Explorer;
import folioscope.explore.Exported;
import folioscope.explore.Outcome;
import folioscope.explore.Recent;
import folioscope.explore.Run;
import folioscope.model.Model;
import folioscope.model.Param;
import folioscope.model.Scenario;
import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs scenarios on models. What was run once is kept, so a model that several patches start from is explored once.
 * Models are told apart by identity: hand over the same {@link Model#unit()} to find again what was kept.
 */
public final class Bench {

    private static final int MOST_OUTCOMES = 800;

    private final Explorer explorer;
    private final Optional<Lasting> lasting;

    /** What the scenarios come to on the models met last: about as many as there are on ten kernels. */
    private final Recent<Program, Map<Key, Outcome>> outcomes;

    /** The runs of a scenario follow one another, so that few programs are enough; each takes as much memory as a model. */
    private final Recent<Program, Compiled> programs = new Recent<>(8);
    private final Recent<Program, Reach> reaches = new Recent<>(8);

    /** A bench that remembers nothing yet. */
    public Bench() {
        this(MOST_OUTCOMES);
    }

    /** A bench that keeps what so many scenarios come to on a model. */
    Bench(int most) {
        this(new Explorer(), most, Optional.empty());
    }

    private Bench(Explorer explorer, int most, Optional<Lasting> lasting) {
        this.explorer = explorer;
        this.outcomes = new Recent<>(most);
        this.lasting = lasting;
    }

    /** The model whose runs another bench keeps. */
    private record Lasting(Model model, Bench bench) { }

    /**
     * A program by the unit it is made of, which is compared by identity: comparing it whole takes longer than running
     * it.
     */
    private record Program(Unit model, String scenario) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Program p && p.model == model && p.scenario.equals(scenario);
        }

        @Override
        public int hashCode() {
            return 31 * model.functions().size() + scenario.hashCode();
        }
    }

    private record Key(Cell cell, boolean debug) { }

    /** A bench for models that are looked at once, whose memory goes away with it; functions compiled once serve both. */
    public Bench passing() {
        return new Bench(explorer, MOST_OUTCOMES, Optional.empty());
    }

    /**
     * A bench for the models of one review, whose memory goes away with it; only what it runs on this model is kept
     * here.
     */
    Bench passing(Model model) {
        return new Bench(explorer, MOST_OUTCOMES, Optional.of(new Lasting(model, this)));
    }

    /**
     * All runs of a scenario on a model for the types given: one for each type and each choice of parameters. A
     * scenario without types that brings its own C runs once, with an empty type; one that runs on the model, for every
     * type.
     */
    public static List<Cell> cells(Scenario scenario, Model model, Collection<String> types) {
        List<Cell> cells = new ArrayList<>();
        if (scenario.types().isEmpty() && alone(scenario)) {
            choices(scenario.params()).forEach(choice -> cells.add(new Cell(scenario.id(), "", choice)));
            return cells;
        }
        for (String type : scenario.types().isEmpty() ? model.types() : scenario.types()) {
            if (types.contains(type) && model.types().contains(type)) {
                choices(scenario.params()).forEach(choice -> cells.add(new Cell(scenario.id(), type, choice)));
            }
        }
        return cells;
    }

    /**
     * Whether the scenario runs without the model: it says so, or it names no type and calls nothing but its own
     * functions.
     */
    static boolean alone(Scenario scenario) {
        if (scenario.standalone() || !scenario.types().isEmpty()) {
            return scenario.standalone();
        }
        SortedSet<String> called = new TreeSet<>();
        scenario.unit().functions().forEach(f -> Walk.expressions(f.body(), e -> {
            if (e instanceof Expr.Call c && !c.name().isEmpty() && !c.name().startsWith("__") && !c.name()
                    .equals("schedule")) {
                called.add(c.name());
            }
        }));
        return called.stream().allMatch(name -> scenario.unit().function(name).isPresent());
    }

    private static List<SortedMap<String, String>> choices(List<Param> params) {
        List<SortedMap<String, String>> all = List.of(new TreeMap<>());
        for (Param param : params) {
            List<SortedMap<String, String>> next = new ArrayList<>();
            for (SortedMap<String, String> choice : all) {
                for (String value : param.values()) {
                    SortedMap<String, String> one = new TreeMap<>(choice);
                    one.put(param.name(), value);
                    next.add(one);
                }
            }
            all = next;
        }
        return all;
    }

    /** What can be reached in a model. */
    Reach reach(Unit model) {
        return lasting.filter(l -> l.model().unit() == model).map(Lasting::bench).orElse(this).reaches
                .get(new Program(model, ""), () -> new Reach(model));
    }

    /** Runs one cell, with CONFIG_DEBUG_VM as told. */
    public Outcome outcome(Model model, Scenario scenario, Cell cell, boolean debug, Budget budget) {
        if (lasting.isPresent() && lasting.get().model().unit() == model.unit()) {
            return lasting.get().bench().outcome(model, scenario, cell, debug, budget);
        }
        Program program = program(model, scenario);
        Map<Key, Outcome> mine = outcomes.get(program, ConcurrentHashMap::new);
        Key key = new Key(cell, debug);
        Outcome known = mine.get(key);
        if (known != null) {
            return known;
        }
        Outcome outcome = compiled(program, model, scenario).explore(run(model, scenario, cell, debug), budget);
        if (outcome.complete()) {
            mine.put(key, outcome);
        }
        return outcome;
    }

    /**
     * Runs one cell, with CONFIG_DEBUG_VM as told, so that the run can be written for other model checkers as well.
     */
    public Exported exported(Model model, Scenario scenario, Cell cell, boolean debug, Budget budget) {
        return compiled(program(model, scenario), model, scenario).exported(run(model, scenario, cell, debug), budget);
    }

    private static Program program(Model model, Scenario scenario) {
        return new Program(alone(scenario) ? scenario.unit() : model.unit(), scenario.id());
    }

    private Compiled compiled(Program program, Model model, Scenario scenario) {
        return programs.get(program, () -> explorer.compile(unit(model, scenario)));
    }

    private static Unit unit(Model model, Scenario scenario) {
        return alone(scenario) ? scenario.unit() : model.unit().plus(scenario.unit());
    }

    private static Run run(Model model, Scenario scenario, Cell cell, boolean debug) {
        return new Run(function(scenario.unit(), "setup"), scenario.threads(), function(scenario.unit(), "end"),
                parameters(unit(model, scenario), cell, debug));
    }

    /** The globals to set: what the cell chooses, and type and debugging where the program has a place for them. */
    private static SortedMap<String, Integer> parameters(Unit unit, Cell cell, boolean debug) {
        SortedMap<String, Integer> parameters = new TreeMap<>();
        unit.variables().forEach(v -> {
            if (v.name().equals("PGMAP_TYPE")) {
                parameters.put(v.name(), value(unit, "MEMORY_DEVICE_" + cell.type()));
            } else if (v.name().equals("CONFIG_DEBUG_VM")) {
                parameters.put(v.name(), debug ? 1 : 0);
            }
        });
        cell.choice().forEach((name, word) -> parameters.put(name, value(unit, word)));
        return parameters;
    }

    private static String function(Unit unit, String name) {
        return unit.function(name).isPresent() ? name : "";
    }

    /** What an enumerator or a number stands for; 0 if it is neither. */
    static int value(Unit unit, String word) {
        if (word.matches("-?\\d+")) {
            return Integer.parseInt(word);
        }
        return unit.enumerators().stream().filter(e -> e.name().equals(word)).mapToInt(e -> (int) e.value()).findFirst()
                .orElse(0);
    }

    static boolean known(Unit unit, String word) {
        return word.matches("-?\\d+") || unit.enumerators().stream().map(Enumerator::name).anyMatch(word::equals);
    }
}
