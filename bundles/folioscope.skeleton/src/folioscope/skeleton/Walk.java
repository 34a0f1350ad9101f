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
        children(expr).forEach(child -> expressions(child, visitor));
    }

    /** Visits every expression of the statement and of the statements in it, in source order. */
    public static void expressions(Stmt stmt, Consumer<Expr> visitor) {
        statements(stmt, s -> heads(s).forEach(e -> expressions(e, visitor)));
    }

    /** Visits the statement and all in it, outermost first. */
    public static void statements(Stmt stmt, Consumer<Stmt> visitor) {
        visitor.accept(stmt);
        parts(stmt).forEach(part -> statements(part, visitor));
    }

    /** The expressions that stand in the statement itself, not in statements within it. */
    public static List<Expr> heads(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Declare d -> d.init().stream().toList();
            case Stmt.Eval e -> List.of(e.expr());
            case Stmt.If i -> List.of(i.condition());
            case Stmt.Switch s -> List.of(s.value());
            case Stmt.Loop l -> Stream.concat(l.condition().stream(), l.step().stream()).toList();
            case Stmt.Return r -> r.value().stream().toList();
            default -> List.of();
        };
    }

    private static List<Stmt> parts(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Block b -> b.body();
            case Stmt.If i -> Stream.concat(Stream.of(i.then()), i.otherwise().stream())
                    .map(Stmt.class::cast).toList();
            case Stmt.Switch s -> s.cases().stream().flatMap(c -> c.body().stream()).toList();
            case Stmt.Loop l -> Stream.concat(l.init().stream(), Stream.of(l.body())).toList();
            default -> List.of();
        };
    }

    private static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.Field f -> List.of(f.base());
            case Expr.Index i -> List.of(i.base(), i.index());
            case Expr.Call c -> Stream.concat(Stream.of(c.callee()), c.arguments().stream()).toList();
            case Expr.Unary u -> List.of(u.operand());
            case Expr.Binary b -> List.of(b.left(), b.right());
            case Expr.Conditional c -> List.of(c.condition(), c.yes(), c.no());
            case Expr.Assign a -> List.of(a.target(), a.value());
            case Expr.Wait w -> List.of(w.key(), w.condition(), w.command());
            case Expr.Init i -> i.members().stream().map(Expr.Member::value).toList();
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
