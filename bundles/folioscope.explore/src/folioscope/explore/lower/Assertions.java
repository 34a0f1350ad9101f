package folioscope.explore.lower;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions whose bodies are put where they are called, so that what they report shows there: assertions, which are
 * named in capitals as the kernel's macros are, and functions with a leading {@code __} that these call.
 */
public final class Assertions {

    private Assertions() {
    }

    /** Whether an assertion's name. */
    static boolean assertion(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    /** Whether a function that an assertion calls is part of it. */
    static boolean part(String name) {
        return name.startsWith("__");
    }

    /** All such functions of a unit: what other functions become depends on their bodies. */
    public static List<Function> of(Unit unit) {
        Map<String, Function> named = new HashMap<>();
        unit.functions().forEach(f -> named.putIfAbsent(f.name(), f));
        Map<String, Function> found = new LinkedHashMap<>();
        unit.functions().stream().filter(f -> assertion(f.name())).forEach(f -> add(f, named, found));
        return List.copyOf(found.values());
    }

    private static void add(Function function, Map<String, Function> named, Map<String, Function> found) {
        if (found.putIfAbsent(function.name(), function) == null) {
            Walk.expressions(function.body(), e -> {
                if (e instanceof Expr.Call c && part(c.name()) && named.containsKey(c.name())) {
                    add(named.get(c.name()), named, found);
                }
            });
        }
    }
}
