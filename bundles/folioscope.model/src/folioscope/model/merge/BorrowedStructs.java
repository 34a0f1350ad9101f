package folioscope.model.merge;

import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Type;
import folioscope.skeleton.Walk;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A patch from the middle of a series has variables of structs that earlier patches brought. Where a later version's model has such
 * a struct, it is taken from there.
 */
final class BorrowedStructs {

    /** How many baselines ahead are looked at: a series is merged soon, or never. */
    private static final int AHEAD = 8;

    private BorrowedStructs() {
    }

    /** Those that the edits name as types of variables and parameters, and that neither the model nor the edits declare. */
    static List<Struct> of(Model model, ModelLibrary library, List<FileEdit> edits) {
        SortedSet<String> known = new TreeSet<>();
        model.unit().structs().forEach(s -> known.add(s.name()));
        edits.forEach(e -> e.newDeclarations().structs().forEach(s -> known.add(s.name())));
        SortedSet<String> named = new TreeSet<>();
        edits.stream().flatMap(e -> e.functions().stream()).map(FunctionEdit::newSide).flatMap(Optional::stream)
                .forEach(f -> named(f, named));
        named.removeAll(known);
        named.retainAll(library.structNames());
        return named.stream().flatMap(name -> later(name, model, library).stream()).toList();
    }

    private static void named(Function function, SortedSet<String> names) {
        function.parameters().forEach(p -> tag(p.type()).ifPresent(names::add));
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                tag(d.type()).ifPresent(names::add);
            }
        });
    }

    /** The tag of a struct or union that is a value. */
    private static Optional<String> tag(Type type) {
        return type.pointers() == 0 && type.base().matches("(struct|union) \\w+")
                ? Optional.of(type.base().substring(type.base().indexOf(' ') + 1)) : Optional.empty();
    }

    private static Optional<Struct> later(String name, Model model, ModelLibrary library) {
        return library.versions().stream().filter(v -> v.compareTo(model.kernel()) > 0).limit(AHEAD)
                .flatMap(v -> library.model(v).unit().structs().stream()).filter(s -> s.name().equals(name)).findFirst();
    }
}
