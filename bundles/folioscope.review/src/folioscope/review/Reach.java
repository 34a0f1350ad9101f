package folioscope.review;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import folioscope.skeleton.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which functions and tables of a unit a scenario can come to: all that its functions name, and what those name. */
final class Reach {

    private final Map<String, Set<String>> named = new HashMap<>();

    Reach(Unit unit) {
        for (Function f : unit.functions()) {
            Set<String> names = named.computeIfAbsent(f.name(), n -> new LinkedHashSet<>());
            Walk.expressions(f.body(), e -> add(e, names));
        }
        for (Variable v : unit.variables()) {
            Set<String> names = named.computeIfAbsent(v.name(), n -> new LinkedHashSet<>());
            v.init().ifPresent(i -> Walk.expressions(i, e -> add(e, names)));
        }
        named.values().forEach(names -> names.retainAll(named.keySet()));
    }

    private static void add(Expr expr, Set<String> names) {
        if (expr instanceof Expr.Name n) {
            names.add(n.name());
        }
    }

    /** All that a scenario's own functions name. */
    static Set<String> roots(Unit scenario) {
        Set<String> roots = new HashSet<>();
        scenario.functions().forEach(f -> Walk.expressions(f.body(), e -> add(e, roots)));
        return roots;
    }

    /** These functions and tables, as far as there are any of these names, and everything reachable from them. */
    SortedSet<String> from(Collection<String> names) {
        return new TreeSet<>(closure(names, named));
    }

    /** These functions and tables, and all from which they can be reached. */
    Set<String> to(Collection<String> names) {
        Map<String, Set<String>> naming = new HashMap<>();
        named.forEach((name, callees) -> {
            naming.computeIfAbsent(name, n -> new HashSet<>());
            callees.forEach(c -> naming.computeIfAbsent(c, n -> new HashSet<>()).add(name));
        });
        return closure(names, naming);
    }

    private static Set<String> closure(Collection<String> roots, Map<String, Set<String>> next) {
        Deque<String> todo = new ArrayDeque<>(new ArrayList<>(roots));
        Set<String> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (next.containsKey(name) && seen.add(name)) {
                todo.addAll(next.get(name));
            }
        }
        return seen;
    }
}
