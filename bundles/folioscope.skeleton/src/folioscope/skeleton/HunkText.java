package folioscope.skeleton;

import java.util.List;

/**
 * One hunk as the front end reads it: its lines without their markers.
 *
 * @param heading the text behind {@code @@}
 * @param oldStart 1-based line of the first old line in the old file; likewise {@code newStart}
 */
public record HunkText(String heading, int oldStart, int newStart, List<Line> lines) {

    public HunkText {
        lines = List.copyOf(lines);
    }

    /** What a patch does with a line. */
    public enum Mark { CONTEXT, REMOVED, ADDED }

    /**
     * One line; {@code inputLine} is its 1-based line in the patch input, or minus its line in the old file for a line that
     * the patch does not show and a tree does.
     */
    public record Line(Mark mark, String text, int inputLine) { }
}
