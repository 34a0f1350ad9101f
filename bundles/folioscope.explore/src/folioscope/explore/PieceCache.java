package folioscope.explore;

import folioscope.explore.lower.Assertions;
import folioscope.explore.lower.Body;
import folioscope.explore.lower.Written;
import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Function;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions that were lowered, for the units seen last: variants of a unit in which only bodies of functions differ
 * share the functions that are the same objects in both.
 */
final class PieceCache {

    private static final int MOST_UNITS = 16;

    /** Beyond this the functions of a unit's variants are forgotten. */
    private static final int MOST_FUNCTIONS = 5_000;

    /** A function in all its forms. */
    record Piece(Body body, Written written) { }

    /** All that lowering a function looks at beside the function itself. */
    private record Surroundings(List<Struct> structs, List<Enumerator> enumerators, List<Variable> variables,
            List<Signature> signatures,
            List<Function> assertions) { }

    private record Signature(String name, Type returns, List<Function.Parameter> parameters) { }

    /** The functions lowered in the same surroundings. */
    static final class Shelf {

        private final Surroundings surroundings;
        private final Map<Function, Piece> pieces = new IdentityHashMap<>();

        private Shelf(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        /** What was made of that very function before, or what is made now. */
        synchronized Piece piece(Function function, java.util.function.Function<Function, Piece> make) {
            if (pieces.size() > MOST_FUNCTIONS) {
                pieces.clear();
            }
            return pieces.computeIfAbsent(function, make);
        }
    }

    private final List<Shelf> shelves = new ArrayList<>();

    /** The shelf for the functions of a unit. */
    synchronized Shelf shelf(Unit unit) {
        Surroundings wanted = new Surroundings(unit.structs(), unit.enumerators(), unit.variables(),
                unit.functions().stream().map(f -> new Signature(f.name(), f.returns(), f.parameters())).toList(),
                Assertions.of(unit));
        for (int i = shelves.size() - 1; i >= 0; i--) {
            if (shelves.get(i).surroundings.equals(wanted)) {
                Shelf found = shelves.remove(i);
                shelves.add(found);
                return found;
            }
        }
        if (shelves.size() == MOST_UNITS) {
            shelves.remove(0);
        }
        shelves.add(new Shelf(wanted));
        return shelves.get(shelves.size() - 1);
    }
}
