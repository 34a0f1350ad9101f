package folioscope.model.merge;

import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * How one side of a patch becomes the other, line by line: the longest common sequence, where lines that the patch leaves in
 * place (same line of the input) count most. A closing line is common exactly if its opening line is.
 */
final class ItemDiff {

    /** One step: a line kept (both indices), removed ({@code newer} -1) or added ({@code older} -1). */
    record Op(int older, int newer) {
        boolean keeps() {
            return older >= 0 && newer >= 0;
        }
    }

    private ItemDiff() {
    }

    static List<Op> between(Flat older, Flat newer) {
        return between(older, newer, Pairing.best(older, newer, (o, n) -> weight(older.items().get(o), newer.items().get(n))));
    }

    private static double weight(Item a, Item b) {
        if (a.kind() != b.kind() || !a.text().equals(b.text())) {
            return 0;
        }
        return (samePlace(a.origin(), b.origin()) ? 5 : 1) + (a.kind() == Item.Kind.GAP ? 50 : 0);
    }

    private static boolean samePlace(Origin a, Origin b) {
        return a.line() == b.line() && a.inPatch() == b.inPatch();
    }

    private static List<Op> between(Flat older, Flat newer, int[] match) {
        List<Op> ops = new ArrayList<>();
        int n = 0;
        for (int o = 0; o < older.items().size(); o++) {
            if (match[o] < 0) {
                ops.add(new Op(o, -1));
                continue;
            }
            while (n < match[o]) {
                ops.add(new Op(-1, n++));
            }
            ops.add(new Op(o, n++));
        }
        while (n < newer.items().size()) {
            ops.add(new Op(-1, n++));
        }
        return ops;
    }
}
