package folioscope.skeleton.c;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;

import java.util.List;

/** Takes the repair's own names out of declarations. */
final class Cleaned {

    private Cleaned() {
    }

    /** The declarations without functions; what has no name in the patch has an empty one. */
    static Unit declarations(Unit unit) {
        List<Struct> structs = unit.structs().stream().map(s -> new Struct(name(s.name()), s.union(), s.members(), s.origin()))
                .toList();
        List<Enumerator> enumerators = unit.enumerators().stream()
                .map(e -> new Enumerator(name(e.type()), e.name(), e.value(), e.origin())).toList();
        List<Variable> variables = unit.variables().stream()
                .map(v -> new Variable(v.type(), name(v.name()), v.init(), v.origin())).toList();
        return new Unit(structs, enumerators, variables, List.of());
    }

    private static String name(String name) {
        return name.equals(Repair.UNNAMED) ? "" : name;
    }
}
