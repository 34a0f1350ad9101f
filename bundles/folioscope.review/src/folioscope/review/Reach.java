package folioscope.review;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import folioscope.skeleton.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which functions and tables of a unit a scenario can come to: all that its functions name, and what those name. */
final class Reach {

    private final Map<String, SortedSet<String>> named = new TreeMap<>();

    Reach(Unit unit) {
        for (Function f : unit.functions()) {
            SortedSet<String> names = named.computeIfAbsent(f.name(), n -> new TreeSet<>());
            Walk.expressions(f.body(), e -> add(e, names));
        }
        for (Variable v : unit.variables()) {
            SortedSet<String> names = named.computeIfAbsent(v.name(), n -> new TreeSet<>());
            v.init().ifPresent(i -> Walk.expressions(i, e -> add(e, names)));
        }
    }

    private static void add(Expr expr, SortedSet<String> names) {
        if (expr instanceof Expr.Name n) {
            names.add(n.name());
        }
    }

    /** Everything reachable from what the scenario's own functions name. */
    SortedSet<String> from(Unit scenario) {
        Deque<String> todo = new ArrayDeque<>();
        scenario.functions().forEach(f -> Walk.expressions(f.body(), e -> {
            if (e instanceof Expr.Name n) {
                todo.add(n.name());
            }
        }));
        return closure(todo);
    }

    /** A function or table and everything reachable from it; nothing if there is none of that name. */
    SortedSet<String> from(String name) {
        return closure(new ArrayDeque<>(List.of(name)));
    }

    private SortedSet<String> closure(Deque<String> todo) {
        SortedSet<String> seen = new TreeSet<>();
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (named.containsKey(name) && seen.add(name)) {
                todo.addAll(named.get(name));
            }
        }
        return seen;
    }
}
