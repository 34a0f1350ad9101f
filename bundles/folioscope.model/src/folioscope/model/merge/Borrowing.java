package folioscope.model.merge;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.Expr;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A patch from the middle of a series calls functions that earlier patches brought and that the kernel it is held against does
 * not have yet. Where a later version's model has such a function, it is taken from there, with what it calls in turn.
 *
 * @param functions by name
 * @param from the version each was taken from
 */
record Borrowing(SortedMap<String, Function> functions, SortedMap<String, KernelVersion> from) {

    static Borrowing of(Model model, ModelLibrary library, List<FileEdit> edits) {
        Borrowing borrowing = new Borrowing(new TreeMap<>(), new TreeMap<>());
        SortedSet<String> known = new TreeSet<>();
        model.unit().functions().forEach(f -> known.add(f.name()));
        Deque<String> todo = new ArrayDeque<>();
        for (FileEdit file : edits) {
            file.functions().stream().map(FunctionEdit::newName).forEach(known::add);
            file.functions().forEach(f -> f.newSide().ifPresent(side -> called(side, todo)));
        }
        List<KernelVersion> later = library.versions().stream().filter(v -> v.compareTo(model.kernel()) > 0).toList();
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (known.add(name)) {
                borrowing.borrow(name, library, later, todo);
            }
        }
        return borrowing;
    }

    private void borrow(String name, ModelLibrary library, List<KernelVersion> later, Deque<String> todo) {
        for (KernelVersion version : later) {
            Optional<Function> found = library.function(version, name);
            if (found.isPresent()) {
                functions.put(name, found.get());
                from.put(name, version);
                called(found.get(), todo);
                return;
            }
        }
    }

    private static void called(Function function, Deque<String> names) {
        Walk.expressions(function.body(), e -> {
            if (e instanceof Expr.Call c) {
                Walk.callee(c).ifPresent(names::add);
            }
        });
    }
}
