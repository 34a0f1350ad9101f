package folioscope.explore.lower;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the names whose address a function takes, and the types of its locals. */
final class Addressed {

    private final Set<String> names = new HashSet<>();
    private final List<Type> locals = new ArrayList<>();

    Set<String> names() {
        return names;
    }

    boolean needsStorage(Layout layout) {
        return locals.stream().anyMatch(t -> t.length() > 0 || layout.aggregate(t));
    }

    void block(Stmt.Block block) {
        block.body().forEach(this::statement);
    }

    private void statement(Stmt stmt) {
        switch (stmt) {
        case Stmt.Block b -> block(b);
        case Stmt.Declare d -> {
            locals.add(d.type());
            d.init().ifPresent(this::expr);
        }
        case Stmt.Eval e -> expr(e.expr());
        case Stmt.If i -> {
            expr(i.condition());
            block(i.then());
            i.otherwise().ifPresent(this::block);
        }
        case Stmt.Switch s -> {
            expr(s.value());
            s.cases().forEach(c -> c.body().forEach(this::statement));
        }
        case Stmt.Loop l -> {
            l.init().ifPresent(this::statement);
            l.condition().ifPresent(this::expr);
            l.step().ifPresent(this::expr);
            block(l.body());
        }
        case Stmt.Return r -> r.value().ifPresent(this::expr);
        default -> { }
        }
    }

    private void expr(Expr e) {
        switch (e) {
        case Expr.Unary u -> {
            if (u.op().equals("&") && u.operand() instanceof Expr.Name n) {
                names.add(n.name());
            }
            expr(u.operand());
        }
        case Expr.Field f -> expr(f.base());
        case Expr.Index i -> {
            expr(i.base());
            expr(i.index());
        }
        case Expr.Call c -> {
            expr(c.callee());
            c.arguments().forEach(this::expr);
        }
        case Expr.Binary b -> {
            expr(b.left());
            expr(b.right());
        }
        case Expr.Conditional c -> {
            expr(c.condition());
            expr(c.yes());
            expr(c.no());
        }
        case Expr.Assign a -> {
            expr(a.target());
            expr(a.value());
        }
        case Expr.Wait w -> {
            expr(w.key());
            expr(w.condition());
            expr(w.command());
        }
        case Expr.Init i -> i.members().forEach(m -> expr(m.value()));
        default -> { }
        }
    }
}
