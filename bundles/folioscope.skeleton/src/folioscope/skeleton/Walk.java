package folioscope.skeleton;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways through the IR: every expression in a statement, and a copy with expressions replaced. */
public final class Walk {

    private Walk() {
    }

    /** Visits the expression and all below it, outermost first. */
    public static void expressions(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        switch (expr) {
            case Expr.Field f -> expressions(f.base(), visitor);
            case Expr.Index i -> {
                expressions(i.base(), visitor);
                expressions(i.index(), visitor);
            }
            case Expr.Call c -> {
                expressions(c.callee(), visitor);
                c.arguments().forEach(a -> expressions(a, visitor));
            }
            case Expr.Unary u -> expressions(u.operand(), visitor);
            case Expr.Binary b -> {
                expressions(b.left(), visitor);
                expressions(b.right(), visitor);
            }
            case Expr.Conditional c -> {
                expressions(c.condition(), visitor);
                expressions(c.yes(), visitor);
                expressions(c.no(), visitor);
            }
            case Expr.Assign a -> {
                expressions(a.target(), visitor);
                expressions(a.value(), visitor);
            }
            case Expr.Wait w -> {
                expressions(w.key(), visitor);
                expressions(w.condition(), visitor);
                expressions(w.command(), visitor);
            }
            case Expr.Init i -> i.members().forEach(m -> expressions(m.value(), visitor));
            default -> { }
        }
    }

    /** Visits every expression of the statement and of the statements in it, in source order. */
    public static void expressions(Stmt stmt, Consumer<Expr> visitor) {
        statements(stmt, s -> heads(s).forEach(e -> expressions(e, visitor)));
    }

    /** Visits the statement and all in it, outermost first. */
    public static void statements(Stmt stmt, Consumer<Stmt> visitor) {
        visitor.accept(stmt);
        switch (stmt) {
            case Stmt.Block b -> b.body().forEach(s -> statements(s, visitor));
            case Stmt.If i -> {
                statements(i.then(), visitor);
                i.otherwise().ifPresent(o -> statements(o, visitor));
            }
            case Stmt.Switch s -> s.cases().forEach(c -> c.body().forEach(b -> statements(b, visitor)));
            case Stmt.Loop l -> {
                l.init().ifPresent(i -> statements(i, visitor));
                statements(l.body(), visitor);
            }
            default -> { }
        }
    }

    /** The expressions that stand in the statement itself, not in statements within it. */
    public static List<Expr> heads(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Declare d -> d.init().map(List::of).orElse(List.of());
            case Stmt.Eval e -> List.of(e.expr());
            case Stmt.If i -> List.of(i.condition());
            case Stmt.Switch s -> List.of(s.value());
            case Stmt.Loop l -> Stream.concat(l.condition().stream(), l.step().stream()).toList();
            case Stmt.Return r -> r.value().map(List::of).orElse(List.of());
            default -> List.of();
        };
    }

    /** A copy in which every expression has gone through {@code change}, innermost first. */
    public static Expr replace(Expr expr, UnaryOperator<Expr> change) {
        UnaryOperator<Expr> r = e -> replace(e, change);
        Expr rebuilt = switch (expr) {
            case Expr.Field f -> new Expr.Field(r.apply(f.base()), f.name(), f.arrow());
            case Expr.Index i -> new Expr.Index(r.apply(i.base()), r.apply(i.index()));
            case Expr.Call c -> new Expr.Call(r.apply(c.callee()), c.arguments().stream().map(r).toList());
            case Expr.Unary u -> new Expr.Unary(u.op(), r.apply(u.operand()));
            case Expr.Binary b -> new Expr.Binary(b.op(), r.apply(b.left()), r.apply(b.right()));
            case Expr.Conditional c -> new Expr.Conditional(r.apply(c.condition()), r.apply(c.yes()), r.apply(c.no()));
            case Expr.Assign a -> new Expr.Assign(a.op(), r.apply(a.target()), r.apply(a.value()));
            case Expr.Wait w -> new Expr.Wait(r.apply(w.key()), r.apply(w.condition()), r.apply(w.command()));
            case Expr.Init i -> new Expr.Init(i.members().stream().map(m -> new Expr.Member(m.name(), r.apply(m.value()))).toList());
            default -> expr;
        };
        return change.apply(rebuilt);
    }

    /** A copy of the statement, and of all in it, with every expression replaced. */
    public static Stmt replace(Stmt stmt, UnaryOperator<Expr> change) {
        UnaryOperator<Expr> r = e -> replace(e, change);
        return switch (stmt) {
            case Stmt.Block b -> replaceAll(b, change);
            case Stmt.Declare d -> new Stmt.Declare(d.type(), d.name(), d.init().map(r), d.origin());
            case Stmt.Eval e -> new Stmt.Eval(r.apply(e.expr()), e.origin());
            case Stmt.If i -> new Stmt.If(r.apply(i.condition()), replaceAll(i.then(), change),
                    i.otherwise().map(b -> replaceAll(b, change)), i.origin());
            case Stmt.Switch s -> new Stmt.Switch(r.apply(s.value()), s.cases().stream().map(c -> new Stmt.Case(
                    c.labels().stream().map(r).toList(), c.isDefault(),
                    c.body().stream().map(x -> replace(x, change)).toList(), c.origin())).toList(), s.origin());
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init().map(i -> replace(i, change)), l.condition().map(r),
                    l.step().map(r), replaceAll(l.body(), change), l.origin());
            case Stmt.Return x -> new Stmt.Return(x.value().map(r), x.origin());
            default -> stmt;
        };
    }

    /** A copy in which every statement has gone through {@code change}, outermost first; what it gives is gone through in turn. */
    public static Stmt.Block rewritten(Stmt.Block block, UnaryOperator<Stmt> change) {
        return new Stmt.Block(rewritten(block.body(), change), block.origin());
    }

    private static List<Stmt> rewritten(List<Stmt> all, UnaryOperator<Stmt> change) {
        return all.stream().map(change).map(s -> inner(s, change)).toList();
    }

    private static Stmt inner(Stmt stmt, UnaryOperator<Stmt> change) {
        return switch (stmt) {
            case Stmt.Block b -> rewritten(b, change);
            case Stmt.If i -> new Stmt.If(i.condition(), rewritten(i.then(), change), i.otherwise().map(b -> rewritten(b, change)),
                    i.origin());
            case Stmt.Switch s -> new Stmt.Switch(s.value(), s.cases().stream().map(c -> new Stmt.Case(c.labels(), c.isDefault(),
                    rewritten(c.body(), change), c.origin())).toList(), s.origin());
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init(), l.condition(), l.step(), rewritten(l.body(), change), l.origin());
            default -> stmt;
        };
    }

    private static Stmt.Block replaceAll(Stmt.Block block, UnaryOperator<Expr> change) {
        return new Stmt.Block(block.body().stream().map(s -> replace(s, change)).toList(), block.origin());
    }

    /** The function a call expression names, if it names one. */
    public static Optional<String> callee(Expr expr) {
        return expr instanceof Expr.Call c && c.callee() instanceof Expr.Name n ? Optional.of(n.name()) : Optional.empty();
    }
}
