package folioscope.model.merge;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges within a line: where base and theirs agree, ours stays; where base and ours agree, theirs comes in. */
final class ThreeWay {

    private ThreeWay() {
    }

    /** The merged line; theirs where the three are not of one shape. */
    static Item merged(Item base, Item theirs, Item ours) {
        Optional<Stmt> stmt = switch (theirs.stmt()) {
            case Stmt.Eval t when base.stmt() instanceof Stmt.Eval b && ours.stmt() instanceof Stmt.Eval o ->
                Optional.of(new Stmt.Eval(merged(b.expr(), t.expr(), o.expr()), t.origin()));
            case Stmt.Return t when base.stmt() instanceof Stmt.Return b && ours.stmt() instanceof Stmt.Return o
                    && t.value().isPresent() && b.value().isPresent() && o.value().isPresent() ->
                Optional.of(new Stmt.Return(Optional.of(merged(b.value().get(), t.value().get(), o.value().get())), t.origin()));
            case Stmt.If t when base.stmt() instanceof Stmt.If b && ours.stmt() instanceof Stmt.If o ->
                Optional.of(new Stmt.If(merged(b.condition(), t.condition(), o.condition()), t.then(), t.otherwise(), t.origin()));
            default -> Optional.empty();
        };
        return stmt.filter(s -> theirs.kind().stands())
                .map(s -> new Item(theirs.kind(), CText.of(s), s, theirs.label(), theirs.origin())).orElse(theirs);
    }

    static Expr merged(Expr base, Expr theirs, Expr ours) {
        if (base.equals(theirs)) {
            return ours;
        }
        if (base.equals(ours)) {
            return theirs;
        }
        for (String op : List.of("||", "&&")) {
            Optional<Expr> chain = chained(op, terms(op, base), terms(op, theirs), terms(op, ours));
            if (chain.isPresent()) {
                return chain.get();
            }
        }
        return switch (theirs) {
            case Expr.Wait t when base instanceof Expr.Wait b && ours instanceof Expr.Wait o -> new Expr.Wait(
                    merged(b.key(), t.key(), o.key()), merged(b.condition(), t.condition(), o.condition()),
                    merged(b.command(), t.command(), o.command()));
            case Expr.Assign t when base instanceof Expr.Assign b && ours instanceof Expr.Assign o && t.op().equals(o.op()) ->
                new Expr.Assign(t.op(), merged(b.target(), t.target(), o.target()), merged(b.value(), t.value(), o.value()));
            case Expr.Binary t when base instanceof Expr.Binary b && ours instanceof Expr.Binary o && b.op().equals(o.op()) ->
                new Expr.Binary(t.op(), merged(b.left(), t.left(), o.left()), merged(b.right(), t.right(), o.right()));
            case Expr.Unary t when base instanceof Expr.Unary b && ours instanceof Expr.Unary o && b.op().equals(o.op()) ->
                new Expr.Unary(t.op(), merged(b.operand(), t.operand(), o.operand()));
            case Expr.Call t when base instanceof Expr.Call b && ours instanceof Expr.Call o && b.callee().equals(o.callee())
                    && b.arguments().size() == o.arguments().size() && b.arguments().size() == t.arguments().size() -> call(b, t, o);
            default -> theirs;
        };
    }

    /** What comes in and goes of terms that are joined alike, done to ours; none where that does not tell. */
    private static Optional<Expr> chained(String op, List<Expr> base, List<Expr> theirs, List<Expr> ours) {
        List<Expr> kept = new ArrayList<>(base);
        kept.retainAll(theirs);
        boolean alike = base.size() + theirs.size() > 2 && !kept.isEmpty() && ours.containsAll(gone(base, theirs))
                && ours.stream().anyMatch(kept::contains);
        if (!alike) {
            return Optional.empty();
        }
        List<Expr> merged = new ArrayList<>(ours);
        merged.removeAll(gone(base, theirs));
        int at = 0;
        for (Expr term : theirs) {
            if (merged.contains(term)) {
                at = merged.indexOf(term) + 1;
            } else if (!base.contains(term)) {
                merged.add(base.contains(theirs.get(0)) && at == 0 ? merged.size() : at, term);
                at = merged.indexOf(term) + 1;
            }
        }
        return merged.stream().reduce((a, b) -> new Expr.Binary(op, a, b));
    }

    private static List<Expr> gone(List<Expr> base, List<Expr> theirs) {
        List<Expr> gone = new ArrayList<>(base);
        gone.removeAll(theirs);
        return gone;
    }

    /** The terms that the operator joins, in their order. */
    private static List<Expr> terms(String op, Expr expr) {
        if (expr instanceof Expr.Binary b && b.op().equals(op)) {
            List<Expr> all = new ArrayList<>(terms(op, b.left()));
            all.addAll(terms(op, b.right()));
            return all;
        }
        return List.of(expr);
    }

    private static Expr call(Expr.Call base, Expr.Call theirs, Expr.Call ours) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < theirs.arguments().size(); i++) {
            arguments.add(merged(base.arguments().get(i), theirs.arguments().get(i), ours.arguments().get(i)));
        }
        return new Expr.Call(theirs.callee(), arguments);
    }
}
