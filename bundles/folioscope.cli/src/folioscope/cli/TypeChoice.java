package folioscope.cli;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the pgmap types that words ask for. */
record TypeChoice(ModelLibrary library) {

    private static final String PREFIX = "MEMORY_DEVICE_";

    /** The types, in the order of their names; {@code MEMORY_DEVICE_FS_DAX} and {@code fs_dax} are FS_DAX as well. */
    SortedSet<String> named(List<String> words) throws Trouble {
        SortedSet<String> types = new TreeSet<>();
        for (String word : words) {
            String upper = word.strip().toUpperCase(Locale.ROOT);
            types.add(upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper);
        }
        if (types.isEmpty()) {
            return types;
        }
        SortedSet<String> known = known();
        for (String type : types) {
            if (!known.contains(type)) {
                throw new Trouble("--type " + type + ": there is no such pgmap type; there are " + String.join(", ", known));
            }
        }
        return types;
    }

    private SortedSet<String> known() {
        KernelVersion newest = library.versions().get(library.versions().size() - 1);
        SortedSet<String> types = new TreeSet<>(library.model(newest).types());
        library.allScenarios(newest).forEach(s -> types.addAll(s.types()));
        return types;
    }
}
