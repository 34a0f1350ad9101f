package folioscope.skeleton;

import java.util.SortedMap;
import java.util.SortedSet;

import folioscope.skeleton.c.SourceReader;

/** Reads functions of a kernel's C file as they stand there. */
public final class SourceText {

    private SourceText() {
    }

    /**
     * Lifts those functions of a file that are wanted, with every option of the kernel's configuration on; those that are
     * only there with an option off, as they are then. Macros with arguments are functions.
     *
     * @param path the file's kernel path, for origins
     * @param wanted names
     * @return by name; what the file does not define, or cannot be read, is not there. Origins have {@link Origin.Side#TREE}
     */
    public static SortedMap<String, Function> functions(String path, String text, SortedSet<String> wanted) {
        return SourceReader.functions(path, text, wanted);
    }
}
