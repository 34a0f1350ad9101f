package folioscope.patch;

import java.util.List;

/**
 * What a patch does to one file. Paths are without {@code a/} and {@code b/}; a missing side is an empty string, as are
 * blob ids that the patch does not name.
 */
public record FileChange(Kind kind, String oldPath, String newPath, String oldBlob, String newBlob, int inputLine,
        List<Hunk> hunks) {

    public FileChange {
        hunks = List.copyOf(hunks);
    }

    /** The kind of change. */
    public enum Kind { MODIFY, ADD, DELETE, RENAME, COPY }
}
