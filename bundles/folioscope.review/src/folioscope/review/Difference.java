package folioscope.review;

import folioscope.explore.Observation;
import folioscope.explore.Outcome;
import folioscope.explore.Trace;
import folioscope.explore.Violation;
import folioscope.model.Rule;
import folioscope.model.Scenario;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One thing in which two outcomes of a cell differ and that has a word: a violation that is new or gone, or an
 * observation with a rule.
 *
 * @param shown the violation, for its place and predicate; none for an observation
 */
record Difference(Prediction.Kind kind, String effect, String before, String after, String sentence, Trace traceBefore,
        Trace traceAfter, Optional<Violation> shown) {

    /**
     * All differences of a cell, in a fixed order; no outcome before stands for a type that does not exist there. What
     * one side does not show counts only if that side was explored to its end.
     */
    static List<Difference> of(Scenario scenario, Unit unit, Cell cell, Optional<Outcome> before, Outcome after) {
        List<Difference> all = new ArrayList<>();
        List<Violation> old = before.map(Outcome::violations).orElse(List.of());
        boolean knownBefore = before.map(Outcome::complete).orElse(true);
        if (knownBefore) {
            fresh(after.violations(), old).forEach(v ->
                    all.add(new Difference(Prediction.Kind.REGRESSION, v.effect(), "does not happen",
                    Sentences.clause(v), Sentences.appears(cell, v), Trace.EMPTY, v.trace(), Optional.of(v))));
        }
        if (after.complete()) {
            fresh(old, after.violations()).forEach(v ->
                    all.add(new Difference(Prediction.Kind.FIX, v.effect(), Sentences.clause(v),
                    "does not happen", Sentences.goes(cell, v), v.trace(), Trace.EMPTY, Optional.of(v))));
        }
        for (Rule rule : scenario.rules()) {
            if (rule.becomes() ? knownBefore : after.complete()) {
                observed(rule, unit, cell, before, after).ifPresent(all::add);
            }
        }
        return all;
    }

    /** The first violation of each sort that the other side does not show. */
    private static List<Violation> fresh(List<Violation> mine, List<Violation> others) {
        SortedSet<String> seen = others.stream().map(Difference::sort).collect(Collectors.toCollection(TreeSet::new));
        return mine.stream().filter(v -> !v.effect().isEmpty() && seen.add(sort(v))).toList();
    }

    /** What tells violations apart: the effect and, where something is asserted, what. */
    static String sort(Violation v) {
        return switch (v.kind()) {
            case CHECK, BUG, WARN -> v.effect() + " " + v.message();
            default -> v.effect();
        };
    }

    /** Whether the way there, on the side after or before, leads through a function. */
    boolean comesBy(String function) {
        return traceBefore.comesBy(Set.of(function)) || traceAfter.comesBy(Set.of(function));
    }

    /** Whether another run shows the same. */
    boolean isLike(Difference other) {
        return kind == other.kind && effect.equals(other.effect)
                && shown.map(Difference::sort).equals(other.shown.map(Difference::sort));
    }

    private static Optional<Difference> observed(Rule rule, Unit unit, Cell cell, Optional<Outcome> before,
            Outcome after) {
        int value = Bench.value(unit, rule.value());
        List<Observation> old = named(before, rule.observation());
        List<Observation> now = named(Optional.of(after), rule.observation());
        Optional<Observation> was = old.stream().filter(o -> o.value() == value).findFirst();
        Optional<Observation> is = now.stream().filter(o -> o.value() == value).findFirst();
        boolean hit = rule.becomes() ? was.isEmpty() && is.isPresent() : was.isPresent() && is.isEmpty()
                && !now.isEmpty();
        if (!hit || !Bench.known(unit, rule.value())) {
            return Optional.empty();
        }
        String from = values(old);
        String to = values(now);
        return Optional.of(new Difference(Prediction.Kind.valueOf(rule.kind().toUpperCase(java.util.Locale.ROOT)
                .replace('-', '_')),
                rule.effect(), rule.observation() + " = " + from, rule.observation() + " = " + to,
                Sentences.filled(rule.sentence(), cell.type(), from, to), trace(was.or(() -> old.stream().findFirst())),
                trace(is.or(() -> now.stream().findFirst())), Optional.empty()));
    }

    private static Trace trace(Optional<Observation> observation) {
        return observation.map(Observation::trace).orElse(Trace.EMPTY);
    }

    private static List<Observation> named(Optional<Outcome> outcome, String name) {
        return outcome.map(o -> o.observations().stream().filter(x -> x.name().equals(name)).toList())
                .orElse(List.of());
    }

    private static String values(List<Observation> all) {
        return all.isEmpty() ? "never seen" : all.stream().map(o -> Integer.toString(o.value()))
                .collect(Collectors.joining(", "));
    }
}
