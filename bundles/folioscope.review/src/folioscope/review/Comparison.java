package folioscope.review;

import folioscope.explore.Budget;
import folioscope.explore.Outcome;
import folioscope.explore.Trace;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two models held against each other: every scenario that can come to something that differs is run on both, for every type
 * and every choice of its parameters.
 */
final class Comparison {

    private final Bench bench;
    private final ModelLibrary library;
    private final ReviewOptions options;
    private final Model before;
    private final Model after;
    private final Changes changes;
    private final SortedSet<String> bounded = new TreeSet<>();
    private int runs;

    Comparison(Bench bench, ModelLibrary library, ReviewOptions options, Model before, Model after) {
        this.bench = bench;
        this.library = library;
        this.options = options;
        this.before = before;
        this.after = after;
        this.changes = Changes.between(before.unit(), after.unit());
    }

    /** The same difference of one or more cells; the first is the one to show. */
    record Found(Scenario scenario, Cell cell, Difference difference, List<Difference> others) { }

    /** Pgmap types for which a run was not carried to its end; filled by {@link #found}. */
    SortedSet<String> bounded() {
        return bounded;
    }

    /** How many runs were compared; filled by {@link #found}. */
    int runs() {
        return runs;
    }

    Changes changes() {
        return changes;
    }

    /** Types that the patch adds or leaves out. */
    SortedSet<String> removedTypes() {
        SortedSet<String> gone = new TreeSet<>(before.types());
        gone.removeAll(after.types());
        return gone;
    }

    /** All differences, one for each type, kind and effect, in the order of types, then scenarios. */
    List<Found> found() {
        SortedMap<String, Found> all = new TreeMap<>();
        if (changes.none() && before.types().equals(after.types())) {
            return List.of();
        }
        Reach reachBefore = new Reach(before.unit());
        Reach reachAfter = new Reach(after.unit());
        for (Scenario scenario : library.scenarios(before.kernel())) {
            boolean wanted = options.scenarios().isEmpty() || options.scenarios().contains(scenario.id());
            SortedSet<String> reached = new TreeSet<>(reachBefore.from(scenario.unit()));
            reached.addAll(reachAfter.from(scenario.unit()));
            boolean touched = changes.types() || changes.names().stream().anyMatch(reached::contains);
            SortedSet<String> fresh = new TreeSet<>(after.types());
            fresh.removeAll(before.types());
            if (wanted && (touched || !fresh.isEmpty())) {
                options.progress().accept(scenario.id());
                compare(scenario, touched ? after.types() : fresh, all);
            }
        }
        return List.copyOf(all.values());
    }

    private void compare(Scenario scenario, Collection<String> types, SortedMap<String, Found> all) {
        for (Cell cell : Bench.cells(scenario, after, types)) {
            if (options.cancelled().getAsBoolean()) {
                bounded.add(cell.type());
                return;
            }
            if (!options.types().isEmpty() && !options.types().contains(cell.type())) {
                continue;
            }
            for (Difference d : differences(scenario, cell, after.unit())) {
                String key = cell.type() + " " + d.kind() + " " + d.effect();
                Found known = all.get(key);
                if (known == null) {
                    all.put(key, new Found(scenario, cell, d, new ArrayList<>()));
                } else {
                    known.others().add(d);
                }
            }
        }
    }

    private List<Difference> differences(Scenario scenario, Cell cell, Unit unit) {
        runs++;
        Optional<Outcome> old = before.types().contains(cell.type()) ? Optional.of(outcome(before, scenario, cell)) : Optional.empty();
        Outcome now = outcome(new Model(after.kernel(), unit, after.types()), scenario, cell);
        if (!now.complete() || old.isPresent() && !old.get().complete()) {
            bounded.add(cell.type());
            return List.of();
        }
        return Difference.of(scenario, unit.plus(scenario.unit()), cell, old, Optional.of(now));
    }

    private Outcome outcome(Model model, Scenario scenario, Cell cell) {
        return bench.outcome(model, scenario, cell, true, new Budget(options.maxStates(), options.millis(), options.cancelled()));
    }

    /**
     * The smallest set of changed functions and tables that still makes the difference: one after the other is taken back to
     * what it was, and left so if the difference remains.
     */
    SortedSet<String> causes(Found found) {
        SortedSet<String> back = new TreeSet<>();
        SortedSet<String> reached = new Reach(after.unit()).from(found.scenario().unit());
        reached.addAll(new Reach(before.unit()).from(found.scenario().unit()));
        for (String name : changes.names()) {
            back.add(name);
            if (reached.contains(name) && !remains(found, back)) {
                back.remove(name);
            }
        }
        SortedSet<String> causes = new TreeSet<>(changes.names());
        causes.removeAll(back);
        return causes;
    }

    private boolean remains(Found found, SortedSet<String> back) {
        Unit mixed = Changes.takenBack(before.unit(), after.unit(), back);
        return !options.cancelled().getAsBoolean() && differences(found.scenario(), found.cell(), mixed).stream()
                .anyMatch(d -> d.kind() == found.difference().kind() && d.effect().equals(found.difference().effect()));
    }

    /** A difference that no run shows: the type itself is gone. */
    static Prediction typeRemoved(String type) {
        return new Prediction(type, Prediction.Kind.BEHAVIOUR_CHANGE, "type-removed", "", "MEMORY_DEVICE_" + type + " exists",
                "it does not", "MEMORY_DEVICE_" + type + " no longer exists", List.of(), 0, List.of(), Trace.EMPTY, Trace.EMPTY);
    }
}
