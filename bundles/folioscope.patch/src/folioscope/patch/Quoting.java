package folioscope.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Separates a text from what it quotes, by depth: 0 is the text itself, 1 what it answers to, 2 what that answered
 * to.
 */
final class Quoting {

    /** Deeper quotes are of no use to anybody, and garbage may be one line of '>'. */
    private static final int DEEPEST = 20;

    private Quoting() {
    }

    /** For every depth that occurs its lines without their quote marks, the lines of other depths left out. */
    static SortedMap<Integer, List<SourceLine>> byDepth(List<SourceLine> lines) {
        SortedMap<Integer, List<SourceLine>> depths = new TreeMap<>();
        for (SourceLine line : lines) {
            String text = line.text();
            int depth = 0;
            int at = 0;
            while (at < text.length() && text.charAt(at) == '>') {
                depth++;
                at++;
                if (at + 1 < text.length() && text.charAt(at) == ' ' && text.charAt(at + 1) == '>') {
                    at++;
                }
            }
            if (depth > 0 && at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (depth <= DEEPEST) {
                depths.computeIfAbsent(depth, d -> new ArrayList<>()).add(line.withText(text.substring(at)));
            }
        }
        return depths;
    }
}
