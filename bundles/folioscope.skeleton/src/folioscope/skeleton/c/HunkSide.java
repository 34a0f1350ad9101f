package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import folioscope.skeleton.HunkText;
import folioscope.skeleton.Origin;

/**
 * The old or the new lines of one hunk.
 *
 * @param lines those of the side, in order
 * @param plain their text without comments
 * @param conditionals what {@code #if} groups they stand in
 */
record HunkSide(int hunk, Heading heading, List<HunkText.Line> lines, List<String> plain, Conditionals conditionals) {

    static HunkSide of(int number, HunkText hunk, Origin.Side side) {
        HunkText.Mark other = side == Origin.Side.OLD ? HunkText.Mark.ADDED : HunkText.Mark.REMOVED;
        List<HunkText.Line> lines = hunk.lines().stream().filter(line -> line.mark() != other).toList();
        List<String> raw = lines.stream().map(HunkText.Line::text).toList();
        List<String> plain = raw.isEmpty() ? List.of() : Blanker.withoutComments(raw);
        return new HunkSide(number, new Heading(hunk.heading()), lines, plain, Conditionals.of(plain, raw));
    }

    /** The input lines of conditionals' directives: they are read as presence conditions. */
    BitSet directives() {
        BitSet all = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            if (conditionals.directive(i) && lines.get(i).inputLine() > 0) {
                all.set(lines.get(i).inputLine());
            }
        }
        return all;
    }

    /** The conditions that the piece and its lines stand under, those of its first line first. */
    List<String> presence(Piece piece) {
        Set<String> all = new LinkedHashSet<>(conditionals.presence(piece.first()));
        for (int i = 0; i < piece.lines().size() && piece.first() + i < lines.size(); i++) {
            if (!piece.lines().get(i).isBlank()) {
                all.addAll(conditionals.presence(piece.first() + i));
            }
        }
        return List.copyOf(all);
    }

    /** The text of the variant's lines, the others blank. */
    List<String> variant(int[] variant) {
        List<String> all = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            all.add(conditionals.active(i, variant) ? plain.get(i) : "");
        }
        return all;
    }
}
