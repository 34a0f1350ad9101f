package folioscope.model.merge;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names a line of C uses: what it calls, the members it touches, and everything else it names. */
record Names(SortedSet<String> called, SortedSet<String> members, SortedSet<String> plain) {

    /** The names on the line itself; for an {@code if} or a loop those of its head. */
    static Names of(Item item) {
        Names names = new Names(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        if (item.kind() == Item.Kind.CASE) {
            item.label().orElseThrow().labels().forEach(e -> Walk.expressions(e, names::add));
        } else if (item.kind().stands()) {
            Walk.heads(item.stmt()).forEach(e -> Walk.expressions(e, names::add));
            if (item.stmt() instanceof Stmt.Declare d) {
                names.plain.add(d.name());
            }
        }
        return names;
    }

    static Names of(Expr expr) {
        Names names = new Names(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Walk.expressions(expr, names::add);
        return names;
    }

    private void add(Expr expr) {
        switch (expr) {
            case Expr.Call c -> Walk.callee(c).ifPresent(called::add);
            case Expr.Field f -> members.add(f.name());
            case Expr.Name n -> plain.add(n.name());
            default -> { }
        }
    }

    /** All of them; a called function is also among the plain names. */
    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(plain);
        all.addAll(members);
        return all;
    }
}
