package folioscope.review;

import folioscope.explore.Budget;
import folioscope.explore.Observation;
import folioscope.explore.Outcome;
import folioscope.explore.Violation;
import folioscope.model.Model;
import folioscope.model.Scenario;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the checks of one model are worth: which runs they come true in, and what these come to when a check is ignored. */
final class GuardRuns {

    private static final String MARK = "check comes true: ";

    private final Bench bench;
    private final ReviewOptions options;
    private final Model model;

    /** By a check's number the runs in which it comes true, those with fewest states first. */
    private final Map<Integer, List<Watched>> fired = new TreeMap<>();

    /** What goes wrong in each run as it is. */
    private final SortedMap<Cell, SortedSet<String>> wrong = new TreeMap<>();

    GuardRuns(Bench bench, ReviewOptions options, Model model) {
        this.bench = bench;
        this.options = options;
        this.model = model;
    }

    /** A run of the model as it is. */
    record Watched(Scenario scenario, Cell cell, long states, SortedSet<String> wrong) { }

    /**
     * Whether a check is needed.
     *
     * @param scenario which scenario shows that it is; likewise {@code violation} what happens without it
     */
    record Need(Kind kind, String scenario, Optional<Violation> violation) {

        /** Open: some run without the check was cut short, and the others do not need it. */
        enum Kind { NEEDED, NOT_NEEDED, OPEN }
    }

    /** Runs the scenarios on the model, and sees which checks come true where; checks are numbered as they stand in the list. */
    void watch(List<Scenario> scenarios, List<Stmt.If> checks) {
        Map<Stmt, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < checks.size(); i++) {
            numbers.put(checks.get(i), i);
        }
        Model watched = with(f -> true, s -> s instanceof Stmt.If i && numbers.containsKey(s) ? marked(i, numbers.get(s)) : s);
        Bench once = bench.passing();
        for (Scenario scenario : scenarios) {
            options.progress().accept(scenario.id());
            for (Cell cell : Bench.cells(scenario, model, model.types())) {
                if (options.types().isEmpty() || options.types().contains(cell.type())) {
                    note(scenario, cell, once.outcome(watched, scenario, cell, true, budget(options.maxStates())));
                }
            }
        }
        fired.values().forEach(runs -> runs.sort(Comparator.comparingLong(Watched::states)));
    }

    private static Stmt marked(Stmt.If check, int number) {
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.Eval(new Expr.Call(new Expr.Name("__label"), List.of(new Expr.Text(MARK + number))), Origin.NONE));
        body.addAll(check.then().body());
        return new Stmt.If(check.condition(), new Stmt.Block(body, check.then().origin()), check.otherwise(), check.origin());
    }

    private void note(Scenario scenario, Cell cell, Outcome outcome) {
        Watched run = new Watched(scenario, cell, outcome.states(), words(outcome));
        wrong.put(cell, run.wrong());
        for (Observation o : outcome.observations()) {
            if (o.name().startsWith(MARK)) {
                fired.computeIfAbsent(Integer.parseInt(o.name().substring(MARK.length())), n -> new ArrayList<>()).add(run);
            }
        }
    }

    private static SortedSet<String> words(Outcome outcome) {
        return outcome.violations().stream().map(GuardRuns::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Violation v) {
        return v.effect().isEmpty() ? v.kind().name() : v.effect();
    }

    /** Whether the check comes true in some run for the type. */
    boolean fires(int number, String type) {
        return fired.getOrDefault(number, List.of()).stream().anyMatch(w -> w.cell().type().equals(type));
    }

    /** Whether in this run nothing goes wrong that does not go wrong in the other: what hides behind an error is not seen. */
    boolean asGood(Watched other) {
        return other.wrong().containsAll(wrong.getOrDefault(other.cell(), new TreeSet<>()));
    }

    /** Whether something goes wrong for the type, in one of these runs, when the check is made and what it says is ignored. */
    Need need(int number, Stmt.If check, String function, String type, Predicate<Watched> among) {
        Model without = with(f -> f.name().equals(function), s -> s == check ? new Stmt.Eval(check.condition(), check.origin()) : s);
        Bench once = bench.passing();
        boolean open = false;
        for (Watched run : fired.getOrDefault(number, List.of())) {
            if (run.cell().type().equals(type) && among.test(run)) {
                Outcome outcome = once.outcome(without, run.scenario(), run.cell(), true, budget(run.states() * 4 + 4_000));
                Optional<Violation> fresh = outcome.violations().stream().filter(v -> !run.wrong().contains(word(v))).findFirst();
                if (fresh.isPresent()) {
                    return new Need(Need.Kind.NEEDED, run.scenario().id(), fresh);
                }
                open |= !outcome.complete();
            }
        }
        return new Need(open ? Need.Kind.OPEN : Need.Kind.NOT_NEEDED, "", Optional.empty());
    }

    private Budget budget(long states) {
        return new Budget(Math.min(states, options.maxStates()), options.millis(), options.cancelled());
    }

    private Model with(Predicate<Function> which, UnaryOperator<Stmt> change) {
        return new Model(model.kernel(), model.unit().withFunctions(model.unit().functions().stream().map(f -> which.test(f)
                ? new Function(f.name(), f.returns(), f.parameters(), Walk.rewritten(f.body(), change), f.presence(), f.comment(), f.origin())
                : f).toList()), model.types());
    }
}
