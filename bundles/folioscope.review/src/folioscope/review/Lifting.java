package folioscope.review;

import folioscope.patch.FileChange;
import folioscope.patch.Hunk;
import folioscope.patch.Line;
import folioscope.patch.Patch;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.PatchText;
import java.util.ArrayList;
import java.util.List;

/** Hands a patch's C files to the front end. */
final class Lifting {

    private Lifting() {
    }

    /** The C files of the patch, lifted, in input order; other files are left out. */
    static List<FileEdit> of(Patch patch) {
        List<FileEdit> edits = new ArrayList<>();
        for (FileChange file : patch.files()) {
            String path = file.newPath().isEmpty() ? file.oldPath() : file.newPath();
            if (path.endsWith(".c") || path.endsWith(".h")) {
                edits.add(PatchText.lift(file.oldPath(), file.newPath(), file.hunks().stream().map(Lifting::hunk)
                        .toList()));
            }
        }
        return edits;
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
        return new HunkText.Line(mark, line.text(), line.inputLine());
    }
}
