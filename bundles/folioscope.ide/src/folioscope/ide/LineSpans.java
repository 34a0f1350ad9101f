package folioscope.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the lines of a text stand in it, so that an editor can underline them. Lines end as in editors: with LF, CR or
 * both.
 *
 * @param lines the first is line 1
 */
record LineSpans(List<Span> lines) {

    static final LineSpans NONE = new LineSpans(List.of());

    /** From the first character of a line to behind its last, without the line end; 0-based. */
    record Span(int start, int end) { }

    LineSpans {
        lines = List.copyOf(lines);
    }

    static LineSpans of(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(new Span(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        lines.add(new Span(start, text.length()));
        return new LineSpans(lines);
    }

    /** The place of a 1-based line, unless it is empty or not there. */
    Optional<Span> of(int line) {
        return line >= 1 && line <= lines.size() ? Optional.of(lines.get(line - 1)).filter(s -> s.start() < s.end())
                : Optional.empty();
    }
}
