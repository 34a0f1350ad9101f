package folioscope.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import folioscope.explore.Budget;
import folioscope.explore.Outcome;
import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.review.Bench;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;

/** The cells of the outcome table at one kernel: how they come out, and which statements of the model they come by. */
final class Course {

    private static final String PROBE = "comes by ";
    private static final Budget PLENTY = new Budget(2_000_000, 120_000, () -> false);

    private final Bench bench = new Bench();
    private final Model model;
    private final List<Lab.Known> cells;
    private List<Leg> legs = List.of();

    /** A cell, how it comes out, and the statements that it comes by, as {@link #probe} names them. */
    private record Leg(Lab.Known known, Outcome outcome, Set<String> statements) { }

    Course(String kernel) {
        model = Lab.LIBRARY.model(KernelVersion.parse(kernel).orElseThrow());
        cells = new Lab(kernel).cells();
    }

    /** Every turn of the model at this kernel, in the model's order; functions that only show states are left out. */
    List<Turn> turns() {
        return model.unit().functions().stream().filter(f -> !f.name().startsWith("watch_")).flatMap(f -> Turn.of(f).stream())
                .toList();
    }

    /** Runs all cells, once as they are and once to see which statements of these functions they come by. */
    void walk(Set<String> functions) {
        Model probed = with(model.unit().functions().stream().filter(f -> functions.contains(f.name())).map(Course::probed).toList());
        Bench once = bench.passing();
        legs = cells.parallelStream().map(c -> {
            Outcome seen = once.outcome(probed, c.scenario(), c.cell(), true, PLENTY);
            Set<String> statements = seen.observations().stream().map(o -> o.name()).filter(n -> n.startsWith(PROBE))
                    .collect(Collectors.toCollection(TreeSet::new));
            Outcome plain = once.outcome(model, c.scenario(), c.cell(), true, PLENTY);
            return new Leg(c, plain, statements);
        }).sorted(Comparator.comparing((Leg l) -> l.outcome().states())).toList();
    }

    /** How many cells come by the statement. */
    long reached(Turn turn) {
        return legs.stream().filter(l -> l.statements().contains(probe(turn.function().name(), turn.number()))).count();
    }

    /** Whether some cell comes out differently with the turn. */
    boolean notices(Turn turn) {
        Model other = with(List.of(turn.function()));
        Bench once = bench.passing();
        return legs.stream().filter(l -> l.statements().contains(probe(turn.function().name(), turn.number())))
                .anyMatch(l -> !said(l.outcome()).equals(said(once.outcome(other, l.known().scenario(), l.known().cell(), true,
                        new Budget(l.outcome().states() * 2 + 2000, 60_000, () -> false)))));
    }

    private Model with(List<Function> replaced) {
        Map<String, Function> by = replaced.stream().collect(Collectors.toMap(f -> f.name() + f.origin(), f -> f));
        return new Model(model.kernel(), model.unit().withFunctions(model.unit().functions().stream()
                .map(f -> by.getOrDefault(f.name() + f.origin(), f)).toList()), model.types());
    }

    private static Function probed(Function function) {
        return Places.with(function, (number, stmt, last) -> {
            List<Stmt> both = new ArrayList<>();
            both.add(new Stmt.Eval(new Expr.Call(new Expr.Name("__label"), List.of(new Expr.Text(probe(function.name(), number)))),
                    Origin.NONE));
            both.add(stmt);
            return both;
        });
    }

    private static String probe(String function, int number) {
        return PROBE + function + ' ' + number;
    }

    /** What a cell comes out as: violations, observations, states and transitions. */
    static List<String> said(Outcome outcome) {
        return Stream.concat(Stream.of(outcome.complete() + " " + outcome.states() + " " + outcome.transitions()),
                Stream.concat(outcome.violations().stream().map(v -> v.kind() + " " + v.effect() + " " + v.message()),
                        outcome.observations().stream().map(o -> o.name() + "=" + o.value()))).toList();
    }
}
