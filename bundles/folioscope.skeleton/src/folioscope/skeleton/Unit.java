package folioscope.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What C text declares: a file of the model, a scenario, or the whole model put together. Order is source order. */
public record Unit(List<Struct> structs, List<Enumerator> enumerators, List<Variable> variables, List<Function> functions) {

    public static final Unit EMPTY = new Unit(List.of(), List.of(), List.of(), List.of());

    public Unit {
        structs = List.copyOf(structs);
        enumerators = List.copyOf(enumerators);
        variables = List.copyOf(variables);
        functions = List.copyOf(functions);
    }

    /** This followed by the other. */
    public Unit plus(Unit other) {
        return new Unit(joined(structs, other.structs), joined(enumerators, other.enumerators),
                joined(variables, other.variables), joined(functions, other.functions));
    }

    public Unit withFunctions(List<Function> replaced) {
        return new Unit(structs, enumerators, variables, replaced);
    }

    public Optional<Function> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        if (right.isEmpty()) {
            return left;
        }
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
