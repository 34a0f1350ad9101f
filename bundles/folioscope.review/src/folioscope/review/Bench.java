package folioscope.review;

import folioscope.explore.Budget;
import folioscope.explore.Compiled;
import folioscope.explore.Explorer;
import folioscope.explore.Outcome;
import folioscope.explore.Run;
import folioscope.model.Model;
import folioscope.model.Param;
import folioscope.model.Scenario;
import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Runs scenarios on models. What was run once is kept, so a model that several patches start from is explored once. */
public final class Bench {

    private final Explorer explorer = new Explorer();
    private final Map<Object, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<Object, Compiled> programs = new ConcurrentHashMap<>();

    private record Program(Unit model, String scenario) { }

    private record Key(Program program, Cell cell, boolean debug) { }

    /** All runs of a scenario on a model for the types given: one for each type and each choice of parameters. */
    public static List<Cell> cells(Scenario scenario, Model model, java.util.Collection<String> types) {
        List<Cell> cells = new ArrayList<>();
        for (String type : scenario.types()) {
            if (types.contains(type) && model.types().contains(type)) {
                for (SortedMap<String, String> choice : choices(scenario.params())) {
                    cells.add(new Cell(scenario.id(), type, choice));
                }
            }
        }
        return cells;
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

    /** Runs one cell, with CONFIG_DEBUG_VM as told. */
    public Outcome outcome(Model model, Scenario scenario, Cell cell, boolean debug, Budget budget) {
        Key key = new Key(new Program(model.unit(), scenario.id()), cell, debug);
        Outcome known = outcomes.get(key);
        if (known != null) {
            return known;
        }
        Compiled program = programs.computeIfAbsent(key.program,
                k -> explorer.compile(scenario.standalone() ? scenario.unit() : model.unit().plus(scenario.unit())));
        SortedMap<String, Integer> parameters = new TreeMap<>();
        Unit all = model.unit().plus(scenario.unit());
        parameters.put("PGMAP_TYPE", value(all, "MEMORY_DEVICE_" + cell.type()));
        parameters.put("CONFIG_DEBUG_VM", debug ? 1 : 0);
        cell.choice().forEach((name, word) -> parameters.put(name, value(all, word)));
        Outcome outcome = program.explore(new Run(function(scenario.unit(), "setup"), scenario.threads(), function(scenario.unit(), "end"),
                parameters), budget);
        if (outcome.complete()) {
            outcomes.put(key, outcome);
        }
        return outcome;
    }

    private static String function(Unit unit, String name) {
        return unit.function(name).isPresent() ? name : "";
    }

    /** What an enumerator or a number stands for; 0 if it is neither. */
    static int value(Unit unit, String word) {
        if (word.matches("-?\\d+")) {
            return Integer.parseInt(word);
        }
        return unit.enumerators().stream().filter(e -> e.name().equals(word)).mapToInt(e -> (int) e.value()).findFirst().orElse(0);
    }

    static boolean known(Unit unit, String word) {
        return word.matches("-?\\d+") || unit.enumerators().stream().map(Enumerator::name).anyMatch(word::equals);
    }
}
