package folioscope.patch;

import java.util.List;
import java.util.Set;
import org.eclipse.jgit.patch.FileHeader;

/**
 * The two paths of a file's change as a tree names them: without {@code a/}, {@code b/} or a tree's name, a missing
 * side empty.
 */
record FilePaths(String oldPath, String newPath) {

    private static final Set<String> GIT_PREFIXES = Set.of("a", "b", "i", "w", "c", "o", "1", "2");

    /**
     * The paths that JGit found, corrected for diffs without prefix and for the suffixes of quilt and {@code patch}.
     */
    static FilePaths of(FileHeader file, List<SourceLine> header) {
        String oldName = name(header, "--- ");
        String newName = name(header, "+++ ");
        boolean whole = isWithoutPrefix(oldName, newName, header.get(0).text());
        String oldPath = whole && !oldName.isEmpty() ? oldName : present(file.getOldPath());
        String newPath = whole && !newName.isEmpty() ? newName : present(file.getNewPath());
        return new FilePaths(withoutSuffix(oldPath, newPath), withoutSuffix(newPath, oldPath));
    }

    boolean isUnknown() {
        return oldPath.isEmpty() && newPath.isEmpty();
    }

    private static String name(List<SourceLine> header, String mark) {
        return header.stream().map(SourceLine::text).filter(text -> text.startsWith(mark)).findFirst()
                .map(text -> present(text.substring(mark.length()).strip())).orElse("");
    }

    private static String present(String path) {
        return path == null || path.equals(FileHeader.DEV_NULL) ? "" : path;
    }

    /** {@code git diff --no-prefix}: both sides begin with the same directory, and it is none of git's prefixes. */
    private static boolean isWithoutPrefix(String oldName, String newName, String first) {
        String left = directory(oldName);
        String right = directory(newName);
        if (GIT_PREFIXES.contains(left) || GIT_PREFIXES.contains(right) || oldName.startsWith("\"")
                || newName.startsWith("\"")) {
            return false;
        }
        if (!oldName.isEmpty() && !newName.isEmpty()) {
            return left.equals(right);
        }
        String only = oldName.isEmpty() ? newName : oldName;
        return !only.isEmpty() && first.equals("diff --git " + only + " " + only);
    }

    private static String directory(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /**
     * quilt writes {@code a/file~patch-name}, {@code patch} writes {@code file.orig}: only where the other side shows
     * it.
     */
    private static String withoutSuffix(String path, String other) {
        int tilde = path.lastIndexOf('~');
        if (tilde > 0 && (other.isEmpty() || other.equals(path.substring(0, tilde)))) {
            return path.substring(0, tilde);
        }
        return !other.isEmpty() && path.equals(other + ".orig") ? other : path;
    }
}
