package folioscope.model.merge;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an expression comes to when the functions that only give a value are written out. */
final class Meaning {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private static final int DEEPEST = 4;

    private final Map<String, Function> values = new HashMap<>();

    Meaning(Unit unit) {
        unit.functions().stream().filter(f -> value(f).isPresent()).forEach(f -> values.putIfAbsent(f.name(), f));
    }

    /** The value of a function that does nothing but return it. */
    static Optional<Expr> value(Function function) {
        List<Stmt> body = function.body().body();
        return body.size() == 1 && body.get(0) instanceof Stmt.Return r ? r.value() : Optional.empty();
    }

    /** The expression with such functions written out. */
    Expr of(Expr expr) {
        return of(expr, DEEPEST);
    }

    private Expr of(Expr expr, int depth) {
        return Walk.replace(expr, e -> written(e, depth));
    }

    private Expr written(Expr expr, int depth) {
        if (expr instanceof Expr.Field f && f.arrow() && f.base() instanceof Expr.Unary u && u.op().equals("&")) {
            return new Expr.Field(u.operand(), f.name(), false);
        }
        Function called = Walk.callee(expr).map(values::get).orElse(null);
        if (called == null || depth == 0 || called.parameters().size() != ((Expr.Call) expr).arguments().size()) {
            return expr;
        }
        Map<String, Expr> arguments = new HashMap<>();
        for (int i = 0; i < called.parameters().size(); i++) {
            arguments.put(called.parameters().get(i).name(), ((Expr.Call) expr).arguments().get(i));
        }
        return of(Walk.replace(value(called).orElseThrow(), e -> e instanceof Expr.Name n ? arguments.getOrDefault(n.name(), n) : e),
                depth - 1);
    }

    /** Whether the expression compares something of what a name points to, and looks at nothing else. */
    static boolean judges(Expr expr, String name) {
        boolean[] seen = { false, true };
        Walk.expressions(expr, e -> {
            seen[0] |= e instanceof Expr.Field f && f.arrow() && f.base().equals(new Expr.Name(name));
            seen[1] &= !(e instanceof Expr.Call) && !(e instanceof Expr.Unknown) && !(e instanceof Expr.Name n && !n.name().equals(name));
        });
        return expr instanceof Expr.Binary b && COMPARISONS.contains(b.op()) && seen[0] && seen[1];
    }

    /** What holds if a comparison does not; of a count that is above a value, that it is there, for below nothing is looked at. */
    static Optional<Expr> opposite(Expr expr) {
        if (!(expr instanceof Expr.Binary b)) {
            return Optional.empty();
        }
        return switch (b.op()) {
            case "==" -> Optional.of(new Expr.Binary("!=", b.left(), b.right()));
            case "!=", ">" -> Optional.of(new Expr.Binary("==", b.left(), b.right()));
            default -> Optional.empty();
        };
    }

    /** What stands for the name where the expression is like the pattern: a local, or a member of something. */
    static Optional<Expr> argument(Expr pattern, Expr expr, String name) {
        Expr[] bound = new Expr[1];
        return alike(pattern, expr, name, bound) && (bound[0] instanceof Expr.Name || bound[0] instanceof Expr.Field)
                ? Optional.of(bound[0]) : Optional.empty();
    }

    private static boolean alike(Expr pattern, Expr expr, String name, Expr[] bound) {
        if (pattern instanceof Expr.Name n && n.name().equals(name)) {
            if (bound[0] == null) {
                bound[0] = expr;
            }
            return bound[0].equals(expr);
        }
        return switch (pattern) {
            case Expr.Field f -> expr instanceof Expr.Field g && f.name().equals(g.name()) && f.arrow() == g.arrow()
                    && alike(f.base(), g.base(), name, bound);
            case Expr.Binary b -> expr instanceof Expr.Binary c && b.op().equals(c.op()) && alike(b.left(), c.left(), name, bound)
                    && alike(b.right(), c.right(), name, bound);
            default -> pattern.equals(expr);
        };
    }

    /** The type of a parameter or local. */
    static Optional<Type> declared(Function function, String name) {
        Type[] found = new Type[1];
        function.parameters().stream().filter(p -> p.name().equals(name)).forEach(p -> found[0] = p.type());
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d && d.name().equals(name)) {
                found[0] = d.type();
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
