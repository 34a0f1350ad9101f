package folioscope.model.merge;

import java.util.TreeMap;

/**
 * Where the lines that a patch saw stand in the model's function.
 *
 * @param model for each line of the old side the model's line, or -1
 * @param score how alike the two are, 0 to 10
 */
record Alignment(int[] model, double[] score) {

    static Alignment of(Flat seen, Flat model) {
        return of(seen, model, Needs.none());
    }

    /** As {@link #of(Flat, Flat)}; {@code needs} says what the patch puts behind which line. */
    static Alignment of(Flat seen, Flat model, Needs needs) {
        Needs.Ready ready = Needs.Ready.of(model);
        TreeMap<String, Integer> repeats = new TreeMap<>();
        model.items().forEach(i -> repeats.merge(i.text(), 1, Integer::sum));
        int[] match = Pairing.best(seen, model, (i, j) -> weight(seen, i, model, j, repeats, needs.metAt(i, ready, j)));
        double[] score = new double[match.length];
        for (int i = 0; i < match.length; i++) {
            score[i] = match[i] < 0 ? 0 : Similarity.of(seen.items().get(i), model.items().get(match[i]));
        }
        return new Alignment(match, score);
    }

    /**
     * Lines that stand only once in the model, lines under the same guard, and lines behind which what the patch adds there has
     * the locals it reads, are the better anchors.
     */
    private static double weight(Flat seen, int i, Flat model, int j, TreeMap<String, Integer> repeats, boolean met) {
        double alike = Similarity.of(seen.items().get(i), model.items().get(j));
        if (alike < 3) {
            return 0;
        }
        double rare = alike / Math.sqrt(repeats.get(model.items().get(j).text()));
        int a = seen.parent()[i];
        int b = model.parent()[j];
        boolean sameGuard = a < 0 ? b < 0 : b >= 0 && seen.items().get(a).text().equals(model.items().get(b).text());
        return rare + (met ? 1 : 0) + (sameGuard ? 2 : 0) + same(seen, i - 1, model, j - 1) + same(seen, i + 1, model, j + 1)
                + (caseOf(seen, i).equals(caseOf(model, j)) ? 1 : 0);
    }

    /** A neighbour that is the same, too, speaks for the pair. */
    private static double same(Flat seen, int i, Flat model, int j) {
        boolean there = i >= 0 && j >= 0 && i < seen.items().size() && j < model.items().size();
        return there && seen.items().get(i).kind().stands() && seen.items().get(i).text().equals(model.items().get(j).text()) ? 1.5 : 0;
    }

    /** The case that a line stands under, as far as it is shown. */
    private static String caseOf(Flat flat, int i) {
        for (int k = i; k >= 0; k--) {
            Item item = flat.items().get(k);
            if (item.kind() == Item.Kind.CASE && flat.parent()[k] == flat.parent()[i]) {
                return item.text();
            }
        }
        return "";
    }

    /** Whether a line was found in the model. */
    boolean found(int seen) {
        return model[seen] >= 0;
    }

    /** Whether a line was found, and surely enough to take it out. */
    boolean sure(int seen) {
        return found(seen) && score[seen] >= Similarity.SAME;
    }
}
