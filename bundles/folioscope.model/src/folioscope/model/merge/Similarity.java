package folioscope.model.merge;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** How well a line of the patch's old side and a line of the model say the same: 0 not at all, 10 to the letter. */
final class Similarity {

    /** From here on two lines are taken for the same statement though they differ in letters. */
    static final double SAME = 5;

    private Similarity() {
    }

    static double of(Item patch, Item model) {
        if (patch.kind() != model.kind() || patch.kind() == Item.Kind.GAP) {
            return 0;
        }
        if (patch.text().equals(model.text())) {
            return 10;
        }
        return switch (patch.kind()) {
            case SIMPLE -> simple(patch, model);
            case IF, LOOP, SWITCH -> heads(patch, model);
            default -> 0;
        };
    }

    private static double simple(Item patch, Item model) {
        Optional<Expr> a = value(patch.stmt());
        Optional<Expr> b = value(model.stmt());
        if (a.isEmpty() || b.isEmpty() || patch.stmt() instanceof Stmt.Return != model.stmt() instanceof Stmt.Return) {
            return 0;
        }
        double shared = shared(Names.of(patch).all(), Names.of(model).all());
        Optional<String> call = Walk.callee(rightmost(a.get()));
        if (call.isPresent() && call.equals(Walk.callee(rightmost(b.get())))) {
            return 5 + 4 * shared;
        }
        if (rightmost(a.get()) instanceof Expr.Wait && rightmost(b.get()) instanceof Expr.Wait) {
            return 5 + 4 * shared;
        }
        Optional<String> target = target(patch.stmt());
        if (target.isPresent() && target.equals(target(model.stmt())) && target.get().contains("->")) {
            return 4 + 4 * shared;
        }
        return target.equals(target(model.stmt())) && shared >= 0.5 ? 2 + 5 * shared : 0;
    }

    private static double heads(Item patch, Item model) {
        SortedSet<String> a = weighty(patch);
        SortedSet<String> b = weighty(model);
        double shared = shared(a, b);
        return a.isEmpty() || shared < 0.5 ? 0 : otherConstants(patch, model) ? Math.min(4, 2 + 7 * shared) : 2 + 7 * shared;
    }

    /** Whether both compare with constants, and with none in common: they ask for different things. */
    private static boolean otherConstants(Item patch, Item model) {
        SortedSet<String> a = constants(patch);
        SortedSet<String> b = constants(model);
        return !a.isEmpty() && !b.isEmpty() && shared(a, b) == 0;
    }

    private static SortedSet<String> constants(Item item) {
        SortedSet<String> all = new TreeSet<>(Names.of(item).plain());
        all.removeIf(n -> !n.matches("[A-Z][A-Z0-9]*_[A-Z0-9_]+"));
        return all;
    }

    /** Names that carry the meaning of a condition: calls and members; the plain names where there are none. */
    private static SortedSet<String> weighty(Item item) {
        Names names = Names.of(item);
        SortedSet<String> all = new TreeSet<>(names.called());
        all.addAll(names.members());
        return all.isEmpty() ? names.plain() : all;
    }

    private static Optional<Expr> value(Stmt stmt) {
        return Walk.heads(stmt).stream().findFirst();
    }

    private static Expr rightmost(Expr expr) {
        return expr instanceof Expr.Assign a ? rightmost(a.value()) : expr;
    }

    private static Optional<String> target(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Declare d -> Optional.of(d.name());
            case Stmt.Eval e when e.expr() instanceof Expr.Assign a -> Optional.of(folioscope.skeleton.CText.of(a.target()));
            default -> Optional.empty();
        };
    }

    private static double shared(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        SortedSet<String> both = new TreeSet<>(a);
        both.retainAll(b);
        SortedSet<String> either = new TreeSet<>(a);
        either.addAll(b);
        return (double) both.size() / either.size();
    }
}
