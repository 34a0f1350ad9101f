package folioscope.patch.tree;

import folioscope.patch.Hunk;
import folioscope.patch.Line;
import java.util.List;
import java.util.Optional;

/**
 * Where a hunk stands in a file.
 *
 * @param at index, from 0, of the file's line that the first of {@code lines} is, or is put before
 * @param lines the hunk's lines without those that fuzz leaves out
 * @param offset by how many lines it stands further down than its header and the hunks before it say
 * @param fuzz how many lines of context at either end were left out, 0 to 2
 * @param loose whether the file's lines differ from the hunk's in white space
 */
record Placement(Hunk hunk, int at, List<Line> lines, int offset, int fuzz, boolean loose) {

    private static final int MOST_FUZZ = 2;

    Placement {
        lines = List.copyOf(lines);
    }

    /**
     * Looks for the hunk from where it is expected outwards, first as it stands, then with other white space, then with less
     * context.
     *
     * @param file the old file's lines
     * @param from the line behind the hunk before
     * @param shift by how many lines the hunk before stood further down than its header says
     */
    static Optional<Placement> of(Hunk hunk, List<String> file, int from, int shift) {
        for (int fuzz = 0; fuzz <= MOST_FUZZ; fuzz++) {
            for (boolean loose : new boolean[] { false, true }) {
                Optional<Placement> found = search(hunk, file, from, shift, fuzz, loose);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Placement> search(Hunk hunk, List<String> file, int from, int shift, int fuzz, boolean loose) {
        int head = Math.min(fuzz, context(hunk.lines()));
        int tail = Math.min(fuzz, context(hunk.lines().reversed()));
        if (fuzz > 0 && (head + tail == 0 || head + tail >= hunk.lines().size())) {
            return Optional.empty();
        }
        List<Line> lines = hunk.lines().subList(head, hunk.lines().size() - tail);
        List<String> old = lines.stream().filter(l -> l.kind() != Line.Kind.ADDED).map(Line::text).toList();
        int said = hunk.oldStart() - (hunk.oldCount() == 0 ? 0 : 1) + head;
        int expected = said + shift;
        if (old.isEmpty()) {
            boolean fits = expected >= from && expected <= file.size();
            return fits && !loose ? Optional.of(new Placement(hunk, expected, lines, 0, 0, false)) : Optional.empty();
        }
        int last = file.size() - old.size();
        for (int distance = 0; distance <= file.size() + Math.abs(shift); distance++) {
            for (int at : distance == 0 ? new int[] { expected } : new int[] { expected + distance, expected - distance }) {
                if (at >= from && at <= last && matches(old, file, at, loose)) {
                    return Optional.of(new Placement(hunk, at, lines, at - expected, fuzz, loose));
                }
            }
        }
        return Optional.empty();
    }

    /** How many lines of context the lines begin with. */
    private static int context(List<Line> lines) {
        int count = 0;
        while (count < lines.size() && lines.get(count).kind() == Line.Kind.CONTEXT) {
            count++;
        }
        return count;
    }

    private static boolean matches(List<String> old, List<String> file, int at, boolean loose) {
        for (int i = 0; i < old.size(); i++) {
            if (!same(old.get(i), file.get(at + i), loose)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String a, String b, boolean loose) {
        return a.equals(b) || loose && a.strip().replaceAll("\\s+", " ").equals(b.strip().replaceAll("\\s+", " "));
    }

    /** How many lines of the old file it covers. */
    int length() {
        return (int) lines.stream().filter(l -> l.kind() != Line.Kind.ADDED).count();
    }

    boolean exact() {
        return offset == 0 && fuzz == 0 && !loose;
    }

    /** In words how it stands otherwise than its header says. */
    String difference() {
        StringBuilder text = new StringBuilder();
        if (offset != 0) {
            int lines = Math.abs(offset);
            text.append(lines).append(lines == 1 ? " line" : " lines").append(offset > 0 ? " further down" : " further up");
        }
        if (fuzz > 0) {
            text.append(text.isEmpty() ? "" : ", ").append("without ").append(fuzz).append(" of its lines of context at either end");
        }
        if (loose) {
            text.append(text.isEmpty() ? "" : ", ").append("but for white space");
        }
        return text.toString();
    }
}
