package folioscope.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrap {

    private static final int PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;

    private Wrap() {
    }

    /**
     * The text in lines of at most {@code width} characters, broken at blanks where there are any; at least one line.
     */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(text).split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The text, cut with dots if it is longer than {@code width} characters. */
    static String cut(String text, int width) {
        String clean = clean(text);
        return clean.length() <= width ? clean : clean.substring(0, width - 3) + "...";
    }

    /** The text on one line, without anything that a terminal would take for a command. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r') {
                clean.append(' ');
            } else if (c < PRINTABLE || c >= DELETE && c <= LAST_CONTROL) {
                clean.append('?');
            } else {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }
}
