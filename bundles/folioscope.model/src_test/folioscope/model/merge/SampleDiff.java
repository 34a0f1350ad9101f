package folioscope.model.merge;

import folioscope.skeleton.FileEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.PatchText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a unified diff written in a test, as far as tests need it. */
final class SampleDiff {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)\\S* \\+(\\d+)\\S* @@ ?(.*)");

    private SampleDiff() {
    }

    /** The files of the diff, lifted. */
    static List<FileEdit> lifted(String diff) {
        List<FileEdit> files = new ArrayList<>();
        String path = "";
        List<HunkText> hunks = new ArrayList<>();
        List<HunkText.Line> lines = new ArrayList<>();
        Matcher head = HUNK.matcher("");
        int number = 0;
        for (String line : (diff + "\n--- a/end").split("\n")) {
            number++;
            boolean file = line.startsWith("--- a/");
            if ((file || line.startsWith("@@")) && !lines.isEmpty()) {
                hunks.add(new HunkText(head.group(3), Integer.parseInt(head.group(1)), Integer.parseInt(head.group(2)), lines));
                lines = new ArrayList<>();
            }
            if (file && !hunks.isEmpty()) {
                files.add(PatchText.lift(path, path, hunks));
                hunks = new ArrayList<>();
            }
            if (file) {
                path = line.substring("--- a/".length());
            } else if (line.startsWith("@@")) {
                head = HUNK.matcher(line);
                head.matches();
            } else if (!line.startsWith("+++ ")) {
                lines.add(new HunkText.Line(mark(line), line.isEmpty() ? "" : line.substring(1), number));
            }
        }
        return files;
    }

    private static HunkText.Mark mark(String line) {
        return line.startsWith("-") ? HunkText.Mark.REMOVED : line.startsWith("+") ? HunkText.Mark.ADDED : HunkText.Mark.CONTEXT;
    }
}
