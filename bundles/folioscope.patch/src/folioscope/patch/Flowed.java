package folioscope.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes {@code format=flowed} (RFC 3676): the space put before lines that begin with one, and the breaks of lines
 * that were too long. Empty context lines end with a space too, so a line is joined only with one that cannot be a
 * line of a diff.
 */
final class Flowed {

    /** Longer paragraphs are not of interest, and joining them line by line would take long. */
    private static final int LONGEST = 4000;

    private Flowed() {
    }

    /** The lines with their quote marks kept, each as {@code "> "} or, for depth two, {@code ">> "}. */
    static List<SourceLine> unflow(List<SourceLine> lines, boolean deleteSpace) {
        List<SourceLine> out = new ArrayList<>(lines.size());
        int lastDepth = -1;
        StringBuilder open = null;
        for (SourceLine line : lines) {
            int depth = depth(line.text());
            String content = unstuff(line.text().substring(depth));
            boolean joins = open != null && depth == lastDepth && continues(content);
            if (joins) {
                if (deleteSpace) {
                    open.setLength(open.length() - 1);
                }
                open.append(content);
                out.set(out.size() - 1, out.get(out.size() - 1).withText(open.toString()));
            } else {
                open = new StringBuilder(depth == 0 ? "" : ">".repeat(depth) + " ").append(content);
                out.add(line.withText(open.toString()));
            }
            open = isOpen(content) && open.length() < LONGEST ? open : null;
            lastDepth = depth;
        }
        return out;
    }

    private static int depth(String text) {
        int depth = 0;
        while (depth < text.length() && text.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuff(String text) {
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** Ends with a space, and is neither an empty context line nor the mark before a signature. */
    private static boolean isOpen(String content) {
        return content.endsWith(" ") && !content.isBlank() && !content.equals("-- ");
    }

    private static boolean continues(String content) {
        return !content.isBlank() && " \t+-@\\>".indexOf(content.charAt(0)) < 0 && !content.startsWith("diff ")
                && !content.startsWith("index ");
    }

    /**
     * Takes back the second space that mail programs put before quoted context lines: they stuff the line and then
     * quote it. It shows when every context line behind a hunk header begins with two spaces, which no tab indented
     * source does.
     */
    static List<SourceLine> unstuffQuoted(List<SourceLine> lines) {
        boolean inHunks = false;
        boolean any = false;
        for (SourceLine line : lines) {
            inHunks |= line.text().startsWith("@@ ");
            if (inHunks && line.text().startsWith(" ") && !line.text().isBlank()) {
                if (!line.text().startsWith("  ")) {
                    return lines;
                }
                any = true;
            }
        }
        return any ? lines.stream().map(l -> l.text().startsWith("  ") ? l.withText(l.text().substring(1)) : l).toList()
                : lines;
    }
}
