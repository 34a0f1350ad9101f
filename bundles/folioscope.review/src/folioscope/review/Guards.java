package folioscope.review;

import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.model.merge.BodyChanges.Kept;
import folioscope.review.GuardRuns.Need.Kind;
import folioscope.skeleton.CText;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which checks weigh more or less after a patch. A check is a condition that the patch leaves as it is, whose statement leaves the
 * function or the loop when it holds. It is made and what it says is ignored, on the model before and on the model after; it is
 * needed where something goes wrong then that does not with it. That the other side does not need it is believed only of a run in
 * which nothing goes wrong there that does not here as well, and only what has a word of the vocabulary is told.
 */
final class Guards {

    private static final List<String> NOT_KERNEL = List.of("include/", "folioscope/", "scenarios/");

    private final ModelLibrary library;
    private final ReviewOptions options;
    private final Model before;
    private final Model after;
    private final Changes changes;
    private final Affected affected;
    private final GuardRuns old;
    private final GuardRuns now;

    Guards(Bench bench, ModelLibrary library, ReviewOptions options, Model before, Model after) {
        this.library = library;
        this.options = options;
        this.before = before;
        this.after = after;
        this.changes = Changes.between(before.unit(), after.unit());
        this.affected = new Affected(bench.reach(before.unit()), bench.reach(after.unit()), changes);
        this.old = new GuardRuns(bench, options, before);
        this.now = new GuardRuns(bench, options, after);
    }

    /** A check in both models. */
    private record Guard(Function function, Kept kept) { }

    /** The checks that weigh otherwise, in the order of the model, then of types. */
    List<GuardChange> changed() {
        if (changes.none()) {
            return List.of();
        }
        List<Scenario> scenarios = library.scenarios(before.kernel()).stream().filter(affected::concerns)
                .filter(s -> options.scenarios().isEmpty() || options.scenarios().contains(s.id())).toList();
        SortedSet<String> reached = affected.reached(scenarios);
        List<Guard> guards = guards(reached);
        old.watch(scenarios, guards.stream().map(g -> g.kept().before()).toList());
        now.watch(scenarios, guards.stream().map(g -> g.kept().after()).toList());
        SortedSet<String> types = new TreeSet<>(before.types());
        types.retainAll(after.types());
        types.removeIf(t -> !options.types().isEmpty() && !options.types().contains(t));
        List<GuardChange> all = new ArrayList<>();
        for (int i = 0; i < guards.size(); i++) {
            options.progress().accept("check " + (i + 1) + " of " + guards.size());
            for (String type : types) {
                changed(guards.get(i), i, type).ifPresent(all::add);
            }
        }
        return all;
    }

    private List<Guard> guards(SortedSet<String> reached) {
        List<Guard> guards = new ArrayList<>();
        for (Function f : before.unit().functions()) {
            if (reached.contains(f.name()) && NOT_KERNEL.stream().noneMatch(f.origin().path()::startsWith)) {
                changes.conditions(f.name()).stream().filter(k -> leaves(k.before()) && leaves(k.after()))
                        .forEach(k -> guards.add(new Guard(f, k)));
            }
        }
        return guards;
    }

    /** Whether what is done when the condition holds ends in leaving. */
    private static boolean leaves(Stmt.If check) {
        List<Stmt> body = check.then().body();
        Optional<Stmt> last = body.isEmpty() ? Optional.empty() : Optional.of(body.get(body.size() - 1));
        return check.otherwise().isEmpty() && last.filter(s -> s instanceof Stmt.Return || s instanceof Stmt.Goto
                || s instanceof Stmt.Break || s instanceof Stmt.Continue).isPresent();
    }

    private Optional<GuardChange> changed(Guard guard, int number, String type) {
        if (!old.fires(number, type) && !now.fires(number, type)) {
            return Optional.empty();
        }
        String name = guard.function().name();
        Kind was = old.need(number, guard.kept().before(), name, type, run -> true).kind();
        Kind is = now.need(number, guard.kept().after(), name, type, run -> true).kind();
        if (was == is || was == Kind.OPEN || is == Kind.OPEN) {
            return Optional.empty();
        }
        boolean vital = is == Kind.NEEDED;
        GuardRuns.Need shown = vital ? now.need(number, guard.kept().after(), name, type, old::asGood)
                : old.need(number, guard.kept().before(), name, type, now::asGood);
        return shown.violation().filter(v -> !v.effect().isEmpty()).map(v -> new GuardChange(guard.function().origin().path(), name,
                CText.of(guard.kept().after().condition()), type, vital, (vital ? old : now).fires(number, type), shown.scenario(),
                Sentences.clause(v)));
    }
}
