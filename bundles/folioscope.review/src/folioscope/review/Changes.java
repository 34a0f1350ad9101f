package folioscope.review;

import folioscope.skeleton.Function;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** In what two states of a model differ: names of functions and variables, and whether its types do. */
record Changes(SortedSet<String> names, boolean types) {

    static Changes between(Unit before, Unit after) {
        SortedSet<String> names = new TreeSet<>();
        differing(functions(before), functions(after), names);
        differing(variables(before), variables(after), names);
        boolean types = !before.structs().equals(after.structs()) || !before.enumerators().equals(after.enumerators());
        return new Changes(names, types);
    }

    boolean none() {
        return names.isEmpty() && !types;
    }

    private static <T> void differing(SortedMap<String, T> before, SortedMap<String, T> after,
            SortedSet<String> names) {
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) {
                names.add(name);
            }
        });
        after.keySet().stream().filter(n -> !before.containsKey(n)).forEach(names::add);
    }

    private static SortedMap<String, Function> functions(Unit unit) {
        SortedMap<String, Function> map = new TreeMap<>();
        unit.functions().forEach(f -> map.putIfAbsent(f.name(), f));
        return map;
    }

    private static SortedMap<String, Variable> variables(Unit unit) {
        SortedMap<String, Variable> map = new TreeMap<>();
        unit.variables().forEach(v -> map.putIfAbsent(v.name(), v));
        return map;
    }

    /** The later unit with some functions taken back to what they were before; functions that are new stay. */
    static Unit takenBack(Unit before, Unit after, SortedSet<String> back) {
        SortedMap<String, Function> old = functions(before);
        List<Function> functions = after.functions().stream()
                .map(f -> back.contains(f.name()) ? old.getOrDefault(f.name(), f) : f)
                .collect(java.util.stream.Collectors.toList());
        SortedMap<String, Function> now = functions(after);
        back.stream().filter(n -> old.containsKey(n) && !now.containsKey(n)).forEach(n -> functions.add(old.get(n)));
        List<Variable> variables = after.variables().stream()
                .map(v -> back.contains(v.name()) ? variables(before).getOrDefault(v.name(), v) : v).toList();
        return new Unit(after.structs(), after.enumerators(), variables, functions);
    }
}
