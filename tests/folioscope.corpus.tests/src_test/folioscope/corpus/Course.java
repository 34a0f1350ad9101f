package folioscope.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import folioscope.explore.Budget;
import folioscope.explore.Observation;
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
    private final List<Turn> turns;
    private List<Leg> legs = List.of();

    /** A cell, how it comes out, and the statements that it comes by, as {@link #probe} names them. */
    private record Leg(Lab.Known known, long states, List<String> said, Set<String> statements) { }

    Course(String kernel) {
        KernelVersion version = KernelVersion.parse(kernel).orElseThrow();
        model = Lab.LIBRARY.model(version);
        World world = new World(model.unit());
        cells = new Lab(kernel).cells().stream().map(c -> new Lab.Known(world.watched(c.scenario()), c.cell())).toList();
        Uses uses = new Uses(model.unit(), cells.stream().map(Lab.Known::scenario).distinct().toList());
        turns = model.unit().functions().stream().filter(f -> !f.name().startsWith("watch_")).flatMap(f -> Turn.of(f).stream())
                .filter(t -> !uses.idle(t)).toList();
    }

    /** Every turn of the model at this kernel, in the model's order. Functions that only show states have none. */
    List<Turn> turns() {
        return turns;
    }

    /**
     * Runs all cells, to see how they come out and by which of these statements they come. That they are watched changes
     * neither states nor transitions.
     */
    void walk(List<Turn> wanted) {
        Set<String> probes = wanted.stream().map(Course::probe).collect(Collectors.toSet());
        Set<String> names = wanted.stream().map(t -> t.function().name()).collect(Collectors.toSet());
        Model probed = with(model.unit().functions().stream().filter(f -> names.contains(f.name()))
                .map(f -> probed(f, probes)).toList());
        Bench once = bench.passing();
        legs = cells.parallelStream().map(c -> {
            Outcome seen = once.outcome(probed, c.scenario(), c.cell(), true, PLENTY);
            return new Leg(c, seen.states(), said(seen), seen.observations().stream().map(Observation::name)
                    .filter(n -> n.startsWith(PROBE)).collect(Collectors.toSet()));
        }).sorted(Comparator.comparing(Leg::states)).toList();
    }

    /** Whether a cell comes by the statement. */
    boolean reaches(Turn turn) {
        return legs.stream().anyMatch(l -> l.statements().contains(probe(turn)));
    }

    /** Whether a cell comes out differently with the turn. */
    boolean notices(Turn turn) {
        Model other = with(List.of(turn.function()));
        Bench once = bench.passing();
        return legs.stream().filter(l -> l.statements().contains(probe(turn))).anyMatch(l -> !l.said().equals(said(once.outcome(
                other, l.known().scenario(), l.known().cell(), true, new Budget(l.states() * 2 + 2000, 60_000, () -> false)))));
    }

    /** Cells that are counted otherwise than the outcome table has it, for they are watched: none. */
    List<String> disturbed() {
        Map<String, String> table = Checkout.lines(Checkout.data("outcomes.tsv")).stream()
                .filter(l -> !l.startsWith("#") && !l.isBlank()).map(Row::parse)
                .collect(Collectors.toMap(Row::key, r -> count(true, r.counts().states(), r.counts().transitions())));
        return legs.stream().filter(l -> !l.said().get(0).equals(table.get(key(l.known()))))
                .map(l -> key(l.known()) + ": " + l.said().get(0)).toList();
    }

    private String key(Lab.Known known) {
        return String.join(" ", known.scenario().id(), known.variant(), known.cell().type(), model.kernel().toString(), "-");
    }

    private static String count(boolean complete, long states, long transitions) {
        return complete + " " + states + " " + transitions;
    }

    private Model with(List<Function> replaced) {
        Map<Origin, Function> by = replaced.stream()
                .collect(Collectors.toMap(Function::origin, f -> f));
        return new Model(model.kernel(), model.unit().withFunctions(model.unit().functions().stream()
                .map(f -> by.getOrDefault(f.origin(), f)).toList()), model.types());
    }

    private static Function probed(Function function, Set<String> probes) {
        return Places.with(function, (number, stmt, idle) -> {
            List<Stmt> both = new ArrayList<>();
            String probe = probe(function.name(), number);
            if (probes.contains(probe)) {
                both.add(new Stmt.Eval(new Expr.Call(new Expr.Name("__label"), List.of(new Expr.Text(probe))), Origin.NONE));
            }
            both.add(stmt);
            return both;
        });
    }

    private static String probe(Turn turn) {
        return probe(turn.function().name(), turn.number());
    }

    private static String probe(String function, int number) {
        return PROBE + function + ' ' + number;
    }

    /** What a cell comes out as: violations, observations, states and transitions. */
    private static List<String> said(Outcome outcome) {
        return Stream.concat(Stream.of(count(outcome.complete(), outcome.states(), outcome.transitions())),
                Stream.concat(outcome.violations().stream().map(v -> v.kind() + " " + v.effect() + " " + v.message()),
                        outcome.observations().stream().filter(o -> !o.name().startsWith(PROBE))
                                .map(o -> o.name() + "=" + o.value()))).toList();
    }
}
