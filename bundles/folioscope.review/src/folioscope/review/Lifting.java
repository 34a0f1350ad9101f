package folioscope.review;

import folioscope.patch.Diagnostic;
import folioscope.patch.FileChange;
import folioscope.patch.Hunk;
import folioscope.patch.Line;
import folioscope.patch.Patch;
import folioscope.patch.tree.KernelTree;
import folioscope.patch.tree.TreeReader;
import folioscope.patch.tree.WholePatch;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.PatchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A patch's C files, handed to the front end.
 *
 * @param edits the C files of the patch, lifted, in input order; other files are left out
 * @param kernel the version of the tree that its files are from, as the tree's Makefile says it
 * @param diagnostics where hunks stand elsewhere than they say, or nowhere
 */
record Lifting(List<FileEdit> edits, Optional<String> kernel, List<Diagnostic> diagnostics) {

    /** All patches of a series, from their hunks alone or, with a tree, from whole files. */
    static List<Lifting> of(List<Patch> series, Optional<KernelTree> tree) {
        Optional<TreeReader> reader = tree.map(t -> new TreeReader(t, Lifting::isC));
        return series.stream().map(patch -> reader.map(r -> whole(r.read(patch))).orElseGet(() -> fromHunks(patch))).toList();
    }

    private static boolean isC(String path) {
        return path.endsWith(".c") || path.endsWith(".h");
    }

    private static String path(FileChange file) {
        return file.newPath().isEmpty() ? file.oldPath() : file.newPath();
    }

    private static Lifting fromHunks(Patch patch) {
        List<FileEdit> edits = new ArrayList<>();
        patch.files().stream().filter(f -> isC(path(f))).forEach(f -> edits.add(lifted(f)));
        return new Lifting(edits, Optional.empty(), List.of());
    }

    private static Lifting whole(WholePatch patch) {
        List<FileEdit> edits = new ArrayList<>();
        for (WholePatch.WholeFile file : patch.files()) {
            if (isC(path(file.change()))) {
                edits.add(file.whole().map(w -> PatchText.liftWhole(file.change().oldPath(), file.change().newPath(), hunk(w)))
                        .orElseGet(() -> lifted(file.change())));
            }
        }
        return new Lifting(edits, patch.kernel(), patch.diagnostics());
    }

    private static FileEdit lifted(FileChange file) {
        return PatchText.lift(file.oldPath(), file.newPath(), file.hunks().stream().map(Lifting::hunk).toList());
    }

    private static HunkText hunk(Hunk hunk) {
        return new HunkText(hunk.heading(), hunk.oldStart(), hunk.newStart(), hunk.lines().stream().map(Lifting::line)
                .toList());
    }

    private static HunkText.Line line(Line line) {
        HunkText.Mark mark = switch (line.kind()) {
            case CONTEXT -> HunkText.Mark.CONTEXT;
            case REMOVED -> HunkText.Mark.REMOVED;
            case ADDED -> HunkText.Mark.ADDED;
        };
        return new HunkText.Line(mark, line.text(), line.inputLine() > 0 ? line.inputLine() : -line.oldLine());
    }
}
