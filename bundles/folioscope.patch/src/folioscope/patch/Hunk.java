package folioscope.patch;

import java.util.List;

/**
 * One hunk; {@code heading} is the text behind the second {@code @@}, trimmed; {@code inputLine} is that of the
 * {@code @@} line. The counts are those of its header; a hunk that is cut has fewer lines.
 */
public record Hunk(int oldStart, int oldCount, int newStart, int newCount, String heading, int inputLine,
        List<Line> lines) {

    public Hunk {
        lines = List.copyOf(lines);
    }
}
