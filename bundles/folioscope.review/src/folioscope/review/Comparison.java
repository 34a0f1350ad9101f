package folioscope.review;

import folioscope.explore.Budget;
import folioscope.explore.Outcome;
import folioscope.explore.Trace;
import folioscope.explore.Violation;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two models held against each other: every scenario that can come to something that differs is run on both, for every
 * type and every choice of its parameters.
 */
final class Comparison {

    private final Bench bench;
    private final ModelLibrary library;
    private final ReviewOptions options;
    private final Model before;
    private final Model after;
    private final HalfMerged halfMerged;
    private final Changes changes;
    private final Affected affected;
    private final Causes causes;
    private final SortedSet<String> bounded = new TreeSet<>();
    private final SortedMap<String, SortedSet<String>> leftOpen = new TreeMap<>();
    private final SortedMap<String, Shown> notes = new TreeMap<>();
    private final SortedSet<String> unreached = new TreeSet<>();
    private int runs;

    /**
     * Compares two models.
     *
     * @param halfMerged functions of which part of the change could not be merged
     */
    Comparison(Bench bench, ModelLibrary library, ReviewOptions options, Model before, Model after, HalfMerged halfMerged) {
        this.halfMerged = halfMerged;
        this.bench = bench;
        this.library = library;
        this.options = options;
        this.before = before;
        this.after = after;
        this.changes = Changes.between(before.unit(), after.unit());
        this.affected = new Affected(bench.reach(before.unit()), bench.reach(after.unit()), changes);
        this.causes = new Causes(changes);
    }

    /** The same difference of one or more cells: the one to show, and the others. */
    record Found(Scenario scenario, Cell cell, Difference difference, List<Difference> others) {

        /** How many steps the way to it has. */
        int length() {
            return Math.max(difference.traceBefore().length(), difference.traceAfter().length());
        }
    }

    /** Pgmap types for which a run was not carried to its end; filled by {@link #found}. */
    SortedSet<String> bounded() {
        return bounded;
    }

    /** By type what the runs after leave open and those before did not; filled by {@link #found}. */
    SortedMap<String, SortedSet<String>> leftOpen() {
        return leftOpen;
    }

    /** Functions that differ and that no scenario can come to, so that nothing is known of the change; filled by {@link #found}. */
    SortedSet<String> unreached() {
        return unreached;
    }

    /** What differs without having a word, and where it shows; filled by {@link #found}. */
    List<String> notes() {
        return notes.entrySet().stream().map(n -> n.getKey() + " (" + n.getValue() + ")").toList();
    }

    /** For which types and in which scenarios something shows. */
    private record Shown(SortedSet<String> types, SortedSet<String> scenarios) {

        private static final int MOST = 4;

        void add(Scenario scenario, Cell cell) {
            types.add(cell.type());
            scenarios.add(scenario.id());
        }

        @Override
        public String toString() {
            return String.join(", ", types) + "; " + scenarios.stream().limit(MOST).collect(Collectors.joining(", "))
                    + (scenarios.size() > MOST ? " and " + (scenarios.size() - MOST) + " more" : "");
        }
    }

    /** How many runs were compared; filled by {@link #found}. */
    int runs() {
        return runs;
    }

    /** A function of the model after. */
    Optional<Function> function(String name) {
        return after.unit().function(name);
    }

    /** Of a wake that is lost after the patch, what was slept on and what is woken. */
    Optional<String> keys(Violation v) {
        return v.kind() == Violation.Kind.LOST_WAKE ? new WakeKeys(after.unit(), bench.reach(after.unit())).clause(v) : Optional.empty();
    }

    /** Types that the patch adds or leaves out. */
    SortedSet<String> removedTypes() {
        SortedSet<String> gone = new TreeSet<>(before.types());
        gone.removeAll(after.types());
        return gone;
    }

    /** All differences, one for each type, kind and effect, in the order of types, then scenarios. */
    List<Found> found() {
        SortedMap<String, List<Found>> all = new TreeMap<>();
        SortedMap<String, List<Found>> quiet = new TreeMap<>();
        if (changes.none() && before.types().equals(after.types())) {
            return List.of();
        }
        changes.names().stream().filter(n -> before.unit().function(n).isPresent()).forEach(unreached::add);
        List<Scenario> scenarios = library.scenarios(before.kernel());
        unreached.removeAll(affected.reached(scenarios));
        for (Scenario scenario : scenarios) {
            boolean wanted = options.scenarios().isEmpty() || options.scenarios().contains(scenario.id());
            boolean touched = affected.concerns(scenario);
            SortedSet<String> fresh = new TreeSet<>(after.types());
            fresh.removeAll(before.types());
            if (wanted && (touched || !fresh.isEmpty())) {
                options.progress().accept(scenario.id());
                compare(scenario, touched ? after.types() : fresh, all, quiet);
            }
        }
        quiet.forEach(all::putIfAbsent);
        return all.values().stream().map(Comparison::telling).toList();
    }

    /** Of several ways to the same difference the shortest that threads take; one that setup alone takes tells less. */
    private static Found telling(List<Found> same) {
        Found best = same.get(0);
        for (Found found : same) {
            if (found.length() > 1 && (best.length() <= 1 || found.length() < best.length())) {
                best = found;
            }
        }
        Found shown = best;
        return new Found(best.scenario(), best.cell(), best.difference(),
                same.stream().filter(f -> f != shown).map(Found::difference).toList());
    }

    /**
     * Compares all cells of a scenario. Where an assertion of CONFIG_DEBUG_VM ends a run that did not end there before,
     * what else the patch changes shows on a kernel without that option only. What goes wrong there is a consequence of
     * what the assertion found, and is not told again.
     */
    private void compare(Scenario scenario, Collection<String> types, SortedMap<String, List<Found>> all,
            SortedMap<String, List<Found>> quiet) {
        for (Cell cell : Bench.cells(scenario, after, types)) {
            if (options.cancelled().getAsBoolean()) {
                bounded.add(cell.type());
                return;
            }
            if (!options.types().isEmpty() && !options.types().contains(cell.type())) {
                continue;
            }
            Pair pair = ran(scenario, cell);
            differences(pair).forEach(d -> add(new Found(scenario, cell, d, List.of()), all));
            if (pair.newly(Violation.Kind.BUG::equals)) {
                Pair without = ran(scenario, cell.quiet());
                differences(without).stream().filter(d -> d.shown().isEmpty())
                        .forEach(d -> add(new Found(scenario, without.cell(), d, List.of()), quiet));
            }
        }
    }

    private static void add(Found found, SortedMap<String, List<Found>> all) {
        Difference d = found.difference();
        all.computeIfAbsent(found.cell().type() + " " + d.kind() + " " + d.effect(), k -> new ArrayList<>()).add(found);
    }

    /** Runs a cell on both models, and notes what the runs leave open. */
    private Pair ran(Scenario scenario, Cell cell) {
        runs++;
        Optional<Outcome> old = before.types().contains(cell.type()) ? Optional.of(outcome(before, scenario, cell))
                : Optional.empty();
        Outcome now = outcome(after, scenario, cell);
        Pair pair = new Pair(scenario, cell, old, now);
        if (pair.cut()) {
            bounded.add(cell.type());
        }
        if (!pair.leftOpen().isEmpty()) {
            leftOpen.computeIfAbsent(cell.type(), t -> new TreeSet<>()).addAll(pair.leftOpen());
        }
        Stream.concat(pair.unnamed().stream(), pair.remaining(changes.names()).stream()).forEach(n -> notes.computeIfAbsent(n, k -> new Shown(new TreeSet<>(), new TreeSet<>()))
                .add(scenario, cell));
        return pair;
    }

    private List<Difference> differences(Pair pair) {
        List<Difference> all = new ArrayList<>(pair.differences(after.unit()));
        for (String function : halfMerged.mostly()) {
            if (affected.reached(pair.scenario()).contains(function) && all.removeIf(d -> d.shown().isPresent())) {
                leftOpen.computeIfAbsent(pair.cell().type(), t -> new TreeSet<>()).add(function
                        + "() is changed, and most of that does not fit the model: what it is part of is not known");
            }
        }
        for (String function : halfMerged.partly()) {
            if (all.removeIf(d -> d.comesBy(function))) {
                leftOpen.computeIfAbsent(pair.cell().type(), t -> new TreeSet<>()).add(function
                        + "() is changed in part only, and what differs comes by it");
            }
        }
        return pair.before().isPresent() ? all : ofNewType(pair, all);
    }

    /**
     * What a type that the patch brings has: nothing of it was otherwise before, so nothing gets worse. What goes wrong for it is said,
     * but other patches may be what it lacks.
     */
    private List<Difference> ofNewType(Pair pair, List<Difference> all) {
        List<Difference> kept = new ArrayList<>();
        for (Difference d : all) {
            if (d.kind() != Prediction.Kind.REGRESSION) {
                kept.add(d);
            } else if (d.shown().isEmpty() || !shared(pair.scenario(), pair.cell(), d)) {
                leftOpen.computeIfAbsent(pair.cell().type(), t -> new TreeSet<>()).add("the type is new and has " + d.effect() + ": "
                        + d.after());
            }
        }
        return kept;
    }

    /**
     * Whether a violation that a type new to the kernel shows was there before for some other type: then it is none of
     * its own.
     */
    private boolean shared(Scenario scenario, Cell cell, Difference difference) {
        return Bench.cells(scenario, before, before.types()).stream().filter(c -> c.choice().equals(cell.choice()))
                .flatMap(c -> outcome(before, scenario, c).violations().stream())
                .anyMatch(v -> v.effect().equals(difference.effect()));
    }

    private Outcome outcome(Model model, Scenario scenario, Cell cell) {
        return bench.outcome(model, scenario, cell, true, budget());
    }

    private Budget budget() {
        return new Budget(options.maxStates(), options.millis(), options.cancelled());
    }

    /** A smallest part of the patch that makes the difference by itself, and without which it is gone. */
    List<Part> causes(Found found) {
        return causes.of(affected.reached(found.scenario()), mixed -> shows(found, mixed));
    }

    /** Where the lines of a part stand, in the model or in the patch. */
    Set<Origin> origins(Part part) {
        return changes.origins(part);
    }

    private boolean shows(Found found, Unit mixed) {
        if (options.cancelled().getAsBoolean()) {
            return false;
        }
        Cell cell = found.cell();
        Optional<Outcome> old = before.types().contains(cell.type())
                ? Optional.of(outcome(before, found.scenario(), cell)) : Optional.empty();
        Outcome now = bench.passing().outcome(new Model(after.kernel(), mixed, after.types()), found.scenario(), cell,
                true, budget());
        return now.complete() && new Pair(found.scenario(), cell, old, now).differences(mixed).stream()
                .anyMatch(found.difference()::isLike);
    }

    /** A difference that no run shows: the type itself is gone. */
    static Prediction typeRemoved(String type) {
        return new Prediction(type, Prediction.Kind.BEHAVIOUR_CHANGE, "type-removed", "", "MEMORY_DEVICE_" + type
                + " exists",
                "it does not", "MEMORY_DEVICE_" + type + " no longer exists", List.of(), 0, List.of(), Trace.EMPTY,
                Trace.EMPTY);
    }
}
