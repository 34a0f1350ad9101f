package folioscope.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import folioscope.model.Scenario;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;

/** Which functions do nothing, and whose values nobody asks for: what is turned around there changes no program. */
final class Uses {

    private final Set<String> empty = new HashSet<>();
    private final Set<String> valued = new HashSet<>();

    Uses(Unit model, List<Scenario> scenarios) {
        model.functions().stream().filter(f -> f.body().body().isEmpty()).forEach(f -> empty.add(f.name()));
        model.functions().forEach(this::look);
        model.variables().forEach(v -> v.init().ifPresent(i -> Walk.expressions(i, named(valued::add))));
        scenarios.forEach(s -> s.unit().functions().forEach(this::look));
    }

    private void look(Function function) {
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Eval e && e.expr() instanceof Expr.Call c) {
                c.arguments().forEach(a -> Walk.expressions(a, named(valued::add)));
            } else {
                Walk.heads(s).forEach(h -> Walk.expressions(h, named(valued::add)));
            }
        });
    }

    private static Consumer<Expr> named(Consumer<String> names) {
        return e -> {
            if (e instanceof Expr.Name n) {
                names.accept(n.name());
            }
        };
    }

    /** Whether the model does with the turn what it does without. */
    boolean idle(Turn turn) {
        return switch (turn.was()) {
            case Stmt.Eval e -> Walk.callee(e.expr()).filter(empty::contains).isPresent() && plain((Expr.Call) e.expr());
            case Stmt.Return r -> r.value().isPresent() && !valued.contains(turn.function().name());
            default -> false;
        };
    }

    private static boolean plain(Expr.Call call) {
        boolean[] plain = {true};
        call.arguments().forEach(a -> Walk.expressions(a,
                e -> plain[0] &= !(e instanceof Expr.Call || e instanceof Expr.Assign || e instanceof Expr.Wait)));
        return plain[0];
    }
}
