package folioscope.review;

import folioscope.model.merge.BodyChanges;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** In what two states of a model differ: names of functions and variables, and whether its types do. */
final class Changes {

    private final Unit after;
    private final SortedMap<String, Function> functionsBefore;
    private final SortedMap<String, Function> functionsAfter;
    private final SortedMap<String, Variable> variablesBefore;
    private final SortedSet<String> names = new TreeSet<>();
    private final boolean types;
    private final Map<String, BodyChanges> bodies = new TreeMap<>();

    private Changes(Unit before, Unit after) {
        this.after = after;
        this.functionsBefore = functions(before);
        this.functionsAfter = functions(after);
        this.variablesBefore = variables(before);
        differing(functionsBefore, functionsAfter, names);
        differing(variablesBefore, variables(after), names);
        this.types = !before.structs().equals(after.structs()) || !before.enumerators().equals(after.enumerators());
    }

    static Changes between(Unit before, Unit after) {
        return new Changes(before, after);
    }

    /** Functions and variables that are new, gone or otherwise. */
    SortedSet<String> names() {
        return names;
    }

    /** Whether structs or enumerators differ. */
    boolean types() {
        return types;
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

    /** The changes within a function's body, each a part; just the whole for what has no body on the side after. */
    List<Part> lines(String name) {
        int size = body(name).map(BodyChanges::size).orElse(0);
        return size == 0 ? List.of(new Part.Whole(name))
                : IntStream.range(0, size).mapToObj(n -> (Part) new Part.Line(name, n)).toList();
    }

    /** Where the lines of a part stand; none for a whole. */
    Set<Origin> origins(Part part) {
        return part instanceof Part.Line l ? body(l.name()).map(b -> b.lines(l.number())).orElse(Set.of()) : Set.of();
    }

    /** The conditions of a function that both sides have and that read the same. */
    List<BodyChanges.Kept> conditions(String name) {
        Function old = functionsBefore.get(name);
        Function now = functionsAfter.get(name);
        return old == null || now == null ? List.of() : BodyChanges.between(old, now).conditions();
    }

    /** A function that is new may be an old one under another name: then it stands where that one stood. */
    private Optional<BodyChanges> body(String name) {
        Function now = functionsAfter.get(name);
        return now == null ? Optional.empty() : Optional.of(bodies.computeIfAbsent(name, n ->
                former(now).map(old -> BodyChanges.between(old, now)).orElseGet(() -> BodyChanges.of(now))));
    }

    private Optional<Function> former(Function now) {
        return Optional.ofNullable(functionsBefore.get(now.name())).or(() -> functionsBefore.values().stream()
                .filter(f -> f.origin().equals(now.origin()) && !functionsAfter.containsKey(f.name())).findFirst());
    }

    /** The model before with nothing changed but these parts; functions that are new are there in any case, without what is left out. */
    Optional<Unit> only(Collection<Part> kept) {
        return mixed(kept, true);
    }

    /** The model after with these parts left out. */
    Optional<Unit> without(Collection<Part> parts) {
        return mixed(parts, false);
    }

    private Optional<Unit> mixed(Collection<Part> parts, boolean kept) {
        SortedMap<String, SortedSet<Integer>> lines = new TreeMap<>();
        SortedSet<String> wholes = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Line l) {
                lines.computeIfAbsent(l.name(), n -> new TreeSet<>()).add(l.number());
            } else {
                wholes.add(part.name());
            }
        }
        SortedSet<String> back = new TreeSet<>(kept ? names : wholes);
        back.removeAll(kept ? wholes : lines.keySet());
        back.removeAll(lines.keySet());
        SortedMap<String, Function> cut = new TreeMap<>();
        for (var entry : lines.entrySet()) {
            BodyChanges body = body(entry.getKey()).orElseThrow();
            SortedSet<Integer> undone = new TreeSet<>(IntStream.range(0, body.size()).boxed()
                    .filter(n -> entry.getValue().contains(n) != kept).toList());
            Optional<Function> function = body.takenBack(undone);
            if (function.isEmpty()) {
                return Optional.empty();
            }
            cut.put(entry.getKey(), function.get());
        }
        return Optional.of(unit(back, cut));
    }

    private Unit unit(SortedSet<String> back, SortedMap<String, Function> cut) {
        List<Function> functions = new ArrayList<>(after.functions().stream().map(f -> cut.containsKey(f.name()) ? cut.get(f.name())
                : back.contains(f.name()) ? before(f) : f).toList());
        back.stream().filter(n -> functionsBefore.containsKey(n) && !functionsAfter.containsKey(n))
                .forEach(n -> functions.add(functionsBefore.get(n)));
        List<Variable> variables = after.variables().stream()
                .map(v -> back.contains(v.name()) ? variablesBefore.getOrDefault(v.name(), v) : v).toList();
        return new Unit(after.structs(), after.enumerators(), variables, functions);
    }

    private Function before(Function now) {
        return Optional.ofNullable(functionsBefore.get(now.name())).or(() -> body(now.name()).flatMap(b -> b.takenBack(
                new TreeSet<>(IntStream.range(0, b.size()).boxed().toList())))).orElse(now);
    }

    /** Functions that were not there before, under whatever name. */
    SortedSet<String> fresh() {
        SortedSet<String> fresh = new TreeSet<>(names);
        fresh.removeIf(n -> !functionsAfter.containsKey(n) || functionsBefore.containsKey(n));
        return fresh;
    }
}
