package folioscope.patch.tree;

import folioscope.patch.Diagnostic;
import folioscope.patch.FileChange;
import folioscope.patch.Hunk;
import java.util.List;
import java.util.Optional;

/**
 * A patch held against a tree.
 *
 * @param files the patch's files in its order
 * @param kernel the version ({@code 6.12}) of the state of the tree that the files are from; none where only single files
 *        were found, or none
 * @param diagnostics where hunks stand elsewhere than they say, or nowhere; lines are those of the input
 */
public record WholePatch(List<WholeFile> files, Optional<String> kernel, List<Diagnostic> diagnostics) {

    public WholePatch {
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * One file of the patch.
     *
     * @param whole all its lines as one hunk, each with its line of the old and the new file; lines that the patch does not
     *        show have 0 as their line of the input. None where the file was not found or the hunks do not apply to it
     */
    public record WholeFile(FileChange change, Optional<Hunk> whole) { }
}
