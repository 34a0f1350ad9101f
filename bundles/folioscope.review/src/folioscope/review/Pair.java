package folioscope.review;

import folioscope.explore.Outcome;
import folioscope.explore.Violation;
import folioscope.model.Scenario;
import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One cell's outcomes before and after.
 *
 * @param before none where the type did not exist
 */
record Pair(Scenario scenario, Cell cell, Optional<Outcome> before, Outcome after) {

    /** Whether a run was cut short. What a cut run shows is real; what it does not show may be there all the same. */
    boolean cut() {
        return !after.complete() || !before.map(Outcome::complete).orElse(true);
    }

    /**
     * What differs and has a word, as far as the two runs prove it. Nothing is predicted from a run that had to guess
     * at what the patch brings in, and no fix where the run after ends early in a way that the one before did not.
     */
    List<Difference> differences(Unit unit) {
        if (!leftOpen().isEmpty()) {
            return List.of();
        }
        boolean early = newly(kind -> kind != Violation.Kind.WARN);
        return Difference.of(scenario, unit.plus(scenario.unit()), cell, before, after).stream()
                .filter(d -> !early || d.kind() != Prediction.Kind.FIX).toList();
    }

    /** Whether the run after shows a violation of such a kind in a function where the run before, if there is one, has none. */
    boolean newly(Predicate<Violation.Kind> kinds) {
        return before.isPresent() && after.violations().stream().anyMatch(v -> kinds.test(v.kind())
                && before.get().violations().stream().noneMatch(o -> o.kind() == v.kind() && o.function()
                .equals(v.function())));
    }

    /**
     * What the run after left open and the one before did not, places aside: what the patch brings in and the model
     * does not know. A call without definition does nothing there, and every value it may have is tried; but what it
     * does to a page is not known, so a type for which such a run shows no difference is inconclusive.
     */
    SortedSet<String> leftOpen() {
        SortedSet<String> open = placeless(after.unknowns());
        before.ifPresent(o -> open.removeAll(placeless(o.unknowns())));
        if (!asksForCallbacks()) {
            open.addAll(nowhere(after));
            before.ifPresent(o -> open.removeAll(nowhere(o)));
        }
        return open;
    }

    /** Whether the scenario asks just this: does the run end at a callback that is not there? */
    private boolean asksForCallbacks() {
        return scenario.rules().stream().anyMatch(r -> r.effect().equals("null-free-callback"));
    }

    /**
     * Where a run ends at a pointer that nobody has set: more likely the model lacks what the patch relies on than that the
     * patch does this, and what comes behind is not seen.
     */
    private static SortedSet<String> nowhere(Outcome outcome) {
        return outcome.violations().stream().filter(v -> v.kind() == Violation.Kind.BAD_POINTER)
                .map(v -> v.function() + "() follows a pointer to nowhere, the path ends").collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> placeless(SortedSet<String> unknowns) {
        return unknowns.stream().map(u -> u.replaceFirst(" at \\S+:\\d+:", ":"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Violations that are new or gone, but for which there is no word: worth a note. */
    List<String> unnamed() {
        List<String> notes = new ArrayList<>();
        if (!cut() && before.isPresent()) {
            without(after, before.get()).stream().filter(v -> v.kind() != Violation.Kind.BAD_POINTER)
                    .forEach(v -> notes.add("now " + Sentences.clause(v)));
            without(before.get(), after).forEach(v -> notes.add("no longer: " + Sentences.clause(v)));
        }
        return notes;
    }

    /** What goes wrong on both sides, afterwards through something that the patch changes: it does not mend it. */
    List<String> remaining(SortedSet<String> changed) {
        return before.map(old -> after.violations().stream().filter(v -> !v.effect().isEmpty() && v.trace().comesBy(changed)
                && old.violations().stream().anyMatch(o -> Difference.sort(o).equals(Difference.sort(v))))
                .map(v -> "before and after: " + v.effect() + ", " + Sentences.clause(v)).toList()).orElse(List.of());
    }

    private static List<Violation> without(Outcome mine, Outcome others) {
        Predicate<Violation> known = v -> others.violations().stream()
                .anyMatch(o -> o.kind() == v.kind() && o.message().equals(v.message()));
        return mine.violations().stream().filter(v -> v.effect().isEmpty()).filter(known.negate()).toList();
    }
}
