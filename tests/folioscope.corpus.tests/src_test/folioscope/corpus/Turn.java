package folioscope.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;

/**
 * One statement of the model turned around, at one kernel. Not turned around are declarations without a value or with a
 * constant one, and what leaves something that is over anyway.
 *
 * @param number the statement's in its function, see {@link Places}
 * @param was the statement as it is
 * @param function the function with the statement turned around
 */
record Turn(Key key, int number, Stmt was, Function function) {

    private static final Pattern ASSERTIONS = Pattern.compile("__check|(VM_)?(BUG|WARN)_ON\\w*");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    /**
     * What names a turn at any kernel.
     *
     * @param path the kernel path of the file
     * @param statement the statement's canonical C, of a compound one its head; {@code (2)} before the second such
     *        statement of the function, and so on
     * @param change {@code drop}: the statement is not there; {@code negate}: its condition or its value is the opposite,
     *        also what an assertion asserts and a constant that is assigned; {@code shift}: the constant that it compares
     *        with is one less, or 1 instead of 0; {@code shift 2}: the second such constant
     */
    record Key(String path, String function, String statement, String change) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::path).thenComparing(Key::function)
                .thenComparing(Key::statement).thenComparing(Key::change);

        static Key parse(String line) {
            String[] c = line.split("\t", -1);
            return new Key(c[0], c[1], c[2], c[3]);
        }

        /** A number that depends on nothing but the key, from 0 to n - 1. */
        int spread(int n) {
            return Math.floorMod(toString().hashCode() * 0x9E3779B1 >>> 7, n);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return String.join("\t", path, function, statement, change);
        }
    }

    private record Change(String word, Optional<Stmt> instead) { }

    /** Every turn of every statement of a function, in the function's order. */
    static List<Turn> of(Function function) {
        List<Turn> all = new ArrayList<>();
        Map<String, Integer> texts = new HashMap<>();
        Places.with(function, (number, stmt, idle) -> {
            String text = CText.of(stmt);
            for (Change change : idle ? List.<Change>of() : changes(stmt)) {
                int nth = texts.merge(text + '\t' + change.word, 1, Integer::sum);
                Key key = new Key(function.origin().path(), function.name(), 
                        (nth > 1 ? "(" + nth + ") " : "") + text, change.word);
                all.add(new Turn(key, number, stmt, Places.with(function,
                        (n, s, x) -> n != number ? List.of(s) : change.instead.map(List::of).orElse(List.of()))));
            }
            return List.of(stmt);
        });
        return all;
    }

    private static List<Change> changes(Stmt stmt) {
        List<Change> all = new ArrayList<>();
        switch (stmt) {
            case Stmt.Eval e -> all.add(flipped(e.expr()).map(f -> negated(new Stmt.Eval(f, e.origin())))
                    .orElse(new Change("drop", Optional.empty())));
            case Stmt.Loop l -> all.add(new Change("drop", Optional.empty()));
            case Stmt.Goto g -> all.add(new Change("drop", Optional.empty()));
            case Stmt.Break b -> all.add(new Change("drop", Optional.empty()));
            case Stmt.Continue c -> all.add(new Change("drop", Optional.empty()));
            case Stmt.If i -> all.add(negated(new Stmt.If(not(i.condition()), i.then(), i.otherwise(), i.origin())));
            case Stmt.Switch s -> all.add(negated(new Stmt.Switch(not(s.value()), s.cases(), s.origin())));
            case Stmt.Declare d when d.init().filter(i -> !constant(i)).isPresent() ->
                all.add(negated(new Stmt.Declare(d.type(), d.name(), d.init().map(Turn::not), d.origin())));
            case Stmt.Return r when r.value().isPresent() ->
                all.add(negated(new Stmt.Return(r.value().map(Turn::not), r.origin())));
            case Stmt.Return r -> all.add(new Change("drop", Optional.empty()));
            default -> { }
        }
        all.addAll(shifts(stmt));
        return all;
    }

    /** An assertion that asserts the opposite, or an assignment of another constant; empty for what is rather left out. */
    private static Optional<Expr> flipped(Expr e) {
        if (e instanceof Expr.Call c && ASSERTIONS.matcher(c.name()).matches() && !c.arguments().isEmpty()) {
            List<Expr> arguments = new ArrayList<>(c.arguments());
            arguments.set(0, not(arguments.get(0)));
            return Optional.of(new Expr.Call(c.callee(), arguments));
        }
        return e instanceof Expr.Assign a && a.op().equals("=") && constant(a.value())
                ? Optional.of(new Expr.Assign(a.op(), a.target(), not(a.value()))) : Optional.empty();
    }

    private static Change negated(Stmt instead) {
        return new Change("negate", Optional.of(instead));
    }

    private static boolean constant(Expr e) {
        return switch (e) {
            case Expr.Num n -> true;
            case Expr.Init i -> true;
            case Expr.Name n -> n.name().matches("[A-Z0-9_]+|true|false");
            case Expr.Unary u -> !u.op().equals("*") && constant(u.operand());
            case Expr.Binary b -> constant(b.left()) && constant(b.right());
            default -> false;
        };
    }

    private static Expr not(Expr e) {
        return new Expr.Unary("!", e);
    }

    /** Constants that the statement's head compares with, one after the other changed by one. */
    private static List<Change> shifts(Stmt stmt) {
        AtomicInteger found = new AtomicInteger();
        Walk.heads(stmt).forEach(h -> Walk.expressions(h, e -> found.addAndGet(compares(e) ? 1 : 0)));
        List<Change> all = new ArrayList<>();
        for (int i = 1; i <= found.get(); i++) {
            int wanted = i;
            AtomicInteger seen = new AtomicInteger();
            all.add(new Change(i == 1 ? "shift" : "shift " + i, Optional.of(inHead(stmt,
                    e -> compares(e) && seen.incrementAndGet() == wanted ? shifted((Expr.Binary) e) : e))));
        }
        return all;
    }

    private static boolean compares(Expr e) {
        return e instanceof Expr.Binary b && COMPARISONS.contains(b.op()) && b.right() instanceof Expr.Num;
    }

    private static Expr shifted(Expr.Binary b) {
        long value = ((Expr.Num) b.right()).value();
        return new Expr.Binary(b.op(), b.left(), new Expr.Num(value > 0 ? value - 1 : value + 1));
    }

    private static Stmt inHead(Stmt stmt, UnaryOperator<Expr> change) {
        UnaryOperator<Expr> r = e -> Walk.replace(e, change);
        return switch (stmt) {
            case Stmt.If i -> new Stmt.If(r.apply(i.condition()), i.then(), i.otherwise(), i.origin());
            case Stmt.Switch s -> new Stmt.Switch(r.apply(s.value()), s.cases(), s.origin());
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init(), l.condition().map(r), l.step().map(r), l.body(), l.origin());
            default -> Walk.replace(stmt, change);
        };
    }
}
