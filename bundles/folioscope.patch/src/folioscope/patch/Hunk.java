package folioscope.patch;

import java.util.List;

/** One hunk; {@code heading} is the text behind the second {@code @@}, trimmed; {@code inputLine} is that of the {@code @@} line. */
public record Hunk(int oldStart, int oldCount, int newStart, int newCount, String heading, int inputLine, List<Line> lines) {

    public Hunk {
        lines = List.copyOf(lines);
    }
}
