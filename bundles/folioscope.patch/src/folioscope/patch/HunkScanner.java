package folioscope.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes one hunk out of a text, as many lines as its header counts, and says where it is cut or goes on beyond that.
 */
final class HunkScanner {

    /** Mail programs break lines between these lengths, from the quoted and indented to the generous. */
    private static final int SHORTEST_WRAPPED = 55;
    private static final int LONGEST_WRAPPED = 200;

    private final List<SourceLine> lines;
    private final boolean quoted;
    private final DiagnosticLog log;

    HunkScanner(List<SourceLine> lines, boolean quoted, DiagnosticLog log) {
        this.lines = lines;
        this.quoted = quoted;
        this.log = log;
    }

    /**
     * The hunk, its header first, every other line with a marker; empty if it cannot be read. {@code next} is
     * the line behind it.
     */
    record Scanned(List<SourceLine> hunk, int next) {
    }

    /** Reads the hunk whose {@code @@} line is line {@code start} (from 0). */
    Scanned scan(int start) {
        SourceLine head = lines.get(start);
        Optional<HunkHeader> parsed = HunkHeader.parse(head.text());
        int next = start + 1;
        if (parsed.isEmpty() && next < lines.size() && head.text().indexOf("@@", 2) < 0) {
            head = head.withText(head.text().stripTrailing() + " " + lines.get(next++).text());
            parsed = HunkHeader.parse(head.text());
        }
        if (parsed.isEmpty()) {
            log.error(head.inputLine(), "hunk header cannot be read, the hunk is left out: "
                    + shortened(lines.get(start).text()));
            return new Scanned(List.of(), start + 1);
        }
        return body(head, parsed.get(), next);
    }

    private Scanned body(SourceLine head, HunkHeader counts, int first) {
        List<SourceLine> hunk = new ArrayList<>();
        hunk.add(head);
        int oldLeft = counts.oldCount();
        int newLeft = counts.newCount();
        int i = first;
        boolean unmarkedContext = lostItsIndentation(first, counts);
        while (i < lines.size() && (oldLeft > 0 || newLeft > 0)) {
            SourceLine line = marked(lines.get(i), unmarkedContext);
            char marker = startsSomethingElse(i, oldLeft == 1 && newLeft == 1) ? '@' : line.text().charAt(0);
            if (marker == '\\') {
                hunk.add(line);
            } else if (fits(marker, oldLeft, newLeft)) {
                hunk.add(line);
                oldLeft -= marker == '+' ? 0 : 1;
                newLeft -= marker == '-' ? 0 : 1;
            } else if (isWrapped(hunk.get(hunk.size() - 1), i)) {
                SourceLine last = hunk.remove(hunk.size() - 1);
                hunk.add(last.withText(last.text().stripTrailing() + " " + line.text().strip()));
                log.info(line.inputLine(), "line was broken by a mail program; joined with the one before it");
            } else {
                break;
            }
            i++;
        }
        if (oldLeft > 0 || newLeft > 0) {
            return new Scanned(cut(hunk, head, counts, i), i);
        }
        if (i < lines.size() && lines.get(i).text().startsWith("\\")) {
            hunk.add(lines.get(i++));
        }
        overlong(head, i);
        return new Scanned(hunk, i);
    }

    /**
     * Gives back the space that mail programs take from empty context lines and from lines that begin with a tab, and
     * web archives from all lines.
     */
    private static SourceLine marked(SourceLine line, boolean unmarkedContext) {
        boolean lost = line.text().isEmpty() || line.text().startsWith("\t")
                || unmarkedContext && "+-\\ ".indexOf(line.text().charAt(0)) < 0;
        return lost ? line.withText(" " + line.text()) : line;
    }

    /**
     * Text copied from a web page has no leading space anywhere: the hunk begins with a line that has no marker, none
     * begins with a space, and some are added or removed.
     */
    private boolean lostItsIndentation(int first, HunkHeader counts) {
        int end = (int) Math.min(lines.size(), (long) first + counts.oldCount() + counts.newCount());
        boolean begun = false;
        for (int i = first; i < end && !startsSomethingElse(i); i++) {
            String text = lines.get(i).text();
            if (text.startsWith(" ") || text.startsWith("\t")) {
                return false;
            }
            boolean changed = text.startsWith("+") || text.startsWith("-");
            if (begun && changed) {
                log.info(lines.get(first).inputLine(),
                        "the diff lost its indentation; lines without a marker are taken for context");
                return true;
            }
            if (changed) {
                return false;
            }
            begun |= !text.isEmpty();
        }
        return false;
    }

    private static boolean fits(char marker, int oldLeft, int newLeft) {
        return switch (marker) {
            case ' ' -> oldLeft > 0 && newLeft > 0;
            case '-' -> oldLeft > 0;
            case '+' -> newLeft > 0;
            default -> false;
        };
    }

    private boolean startsSomethingElse(int i) {
        return startsSomethingElse(i, false);
    }

    /**
     * A removed {@code "-- x"} and an added {@code "++ y"} at a hunk's end look like a file header, but the counts
     * tell.
     */
    private boolean startsSomethingElse(int i, boolean twoLinesLeft) {
        String text = lines.get(i).text();
        return text.startsWith("@@ -") || text.startsWith("diff --git ") 
                || !twoLinesLeft && DiffScanner.isFileHeader(lines, i)
                || isSignature(i);
    }

    /**
     * git format-patch ends with {@code "-- "} and its version; a removed line {@code "- "} looks the same but for
     * what follows.
     */
    private boolean isSignature(int i) {
        return lines.get(i).text().stripTrailing().equals("--") && i + 1 < lines.size()
                && lines.get(i + 1).text().matches("\\d{1,3}\\.\\d{1,3}.{0,60}");
    }

    /** A line without marker is the end of a long line if the hunk goes on behind it. */
    private boolean isWrapped(SourceLine last, int i) {
        String text = lines.get(i).text();
        int length = last.text().length();
        if (startsSomethingElse(i) || text.isBlank() || " +-".indexOf(text.charAt(0)) >= 0 || length < SHORTEST_WRAPPED
                || length > LONGEST_WRAPPED || i + 1 >= lines.size()) {
            return false;
        }
        String after = lines.get(i + 1).text();
        return after.isEmpty() || " \t+-".indexOf(after.charAt(0)) >= 0;
    }

    /** What there is of the hunk, which is nothing if only its header is there. */
    private List<SourceLine> cut(List<SourceLine> hunk, SourceLine head, HunkHeader counts, int end) {
        while (hunk.size() > 1 && hunk.get(hunk.size() - 1).text().isBlank()) {
            hunk.remove(hunk.size() - 1);
        }
        if (hunk.size() == 1) {
            trouble(head.inputLine(), "hunk header without a line behind it; it is left out");
            return List.of();
        }
        int line = end < lines.size() ? lines.get(end).inputLine() : hunk.get(hunk.size() - 1).inputLine();
        String message = "hunk is cut here: its header in line " + head.inputLine() + " counts "
                + counts.oldCount() + " old and " + counts.newCount() + " new lines, "
                + (hunk.size() - 1) + " lines are there and are kept";
        trouble(line, message);
        return hunk;
    }

    /** People cut what they quote; in a patch that is sent to be applied it is an error. */
    private void trouble(int line, String message) {
        if (quoted) {
            log.warning(line, message);
        } else {
            log.error(line, message);
        }
    }

    private void overlong(SourceLine head, int i) {
        if (i >= lines.size() || startsSomethingElse(i)) {
            return;
        }
        String text = lines.get(i).text();
        if (text.startsWith("+") || text.startsWith("-") && !text.startsWith("--")) {
            log.warning(lines.get(i).inputLine(),
                    "line lies beyond what the hunk header in line " + head.inputLine() + " counts; it is left out");
        }
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
