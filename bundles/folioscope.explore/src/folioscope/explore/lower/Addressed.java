package folioscope.explore.lower;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Which locals of a function lie in the thread's storage.
 *
 * @param names the names whose address the function takes
 * @param aggregates whether it has locals that are structs or arrays
 */
record Addressed(Set<String> names, boolean aggregates) {

    static Addressed of(Function function, Layout layout) {
        Set<String> names = new HashSet<>();
        Walk.expressions(function.body(), e -> {
            if (e instanceof Expr.Unary u && u.op().equals("&") && u.operand() instanceof Expr.Name n) {
                names.add(n.name());
            }
        });
        boolean[] aggregates = new boolean[1];
        Walk.statements(function.body(), s -> aggregates[0] |= s instanceof Stmt.Declare d
                && (d.type().length() > 0 || layout.aggregate(d.type())));
        return new Addressed(names, aggregates[0]);
    }
}
