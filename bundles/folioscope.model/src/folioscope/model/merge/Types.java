package folioscope.model.merge;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Unit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which pgmap types exist after a patch: those it adds to the enum join, those it removes are gone. */
final class Types {

    private static final String PREFIX = "MEMORY_DEVICE_";

    private Types() {
    }

    static SortedSet<String> after(SortedSet<String> before, List<FileEdit> edits) {
        SortedSet<String> types = new TreeSet<>(before);
        for (FileEdit edit : edits) {
            SortedSet<String> older = named(edit.oldDeclarations());
            SortedSet<String> newer = named(edit.newDeclarations());
            older.stream().filter(t -> !newer.contains(t)).forEach(types::remove);
            newer.stream().filter(t -> !older.contains(t)).forEach(types::add);
        }
        return types;
    }

    private static SortedSet<String> named(Unit declarations) {
        SortedSet<String> types = new TreeSet<>();
        declarations.enumerators().stream().map(Enumerator::name).filter(n -> n.startsWith(PREFIX))
                .forEach(n -> types.add(n.substring(PREFIX.length())));
        return types;
    }
}
