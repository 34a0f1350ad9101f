package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All pieces of one side of a file as one text for the parser, and which line of the input each of its lines is. */
final class SideText {

    private final StringBuilder text = new StringBuilder();
    private final List<Placed> placed = new ArrayList<>();
    private int[] inputLines = new int[64];
    private int count;
    private final boolean optionsOn;

    private SideText(boolean optionsOn) {
        this.optionsOn = optionsOn;
    }

    /** A piece and its lines in the text, 1-based, both inclusive. */
    record Placed(Piece piece, int number, int first, int last) { }

    /** One variant of a file's side. */
    static SideText of(List<HunkSide> hunks, int[] variant) {
        SideText all = new SideText(variant[0] == 0 && variant[1] == 0);
        for (HunkSide hunk : hunks) {
            List<String> lines = hunk.variant(variant);
            List<Piece> macros = Macros.takeOut(lines, hunk.hunk());
            for (Piece piece : Splitter.split(lines, hunk.heading(), hunk.hunk())) {
                all.add(piece, hunk);
            }
            for (Piece piece : macros) {
                all.add(piece, hunk);
            }
        }
        return all;
    }

    private void add(Piece piece, HunkSide hunk) {
        int number = placed.size();
        int first = count + 1;
        int index = piece.first();
        for (String line : Repair.repaired(piece, hunk.heading(), number)) {
            text.append(line).append('\n');
            if (count == inputLines.length) {
                inputLines = Arrays.copyOf(inputLines, 2 * count);
            }
            int at = Math.min(index++, hunk.lines().size() - 1);
            inputLines[count++] = hunk.lines().get(at).inputLine();
        }
        placed.add(new Placed(piece, number, first, count));
    }

    String text() {
        return text.toString();
    }

    /** Whether this is the variant with every option on. */
    boolean optionsOn() {
        return optionsOn;
    }

    List<Placed> pieces() {
        return placed;
    }

    /** The line of the input that the 1-based line of the text is. */
    int inputLine(int line) {
        return count == 0 ? 0 : inputLines[Math.max(0, Math.min(count, line) - 1)];
    }

    /** The piece that the line belongs to. */
    Placed at(int line) {
        int low = 0;
        int high = placed.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (placed.get(middle).last() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return placed.get(low);
    }
}
