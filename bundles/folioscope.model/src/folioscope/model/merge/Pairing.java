package folioscope.model.merge;

import java.util.Arrays;

/** The heaviest pairing of two flat bodies that keeps their order. */
final class Pairing {

    private Pairing() {
    }

    /** A weight by indices; 0 means that the two must not be paired. */
    interface Weight {
        double of(int left, int right);
    }

    /**
     * For each left line the right line it is paired with, or -1. Lines that only close or divide a statement are paired
     * exactly where the statement's heads are.
     */
    static int[] best(Flat left, Flat right, Weight weight) {
        int n = left.items().size();
        int m = right.items().size();
        double[][] best = new double[n + 1][m + 1];
        double[][] pair = new double[n][m];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                pair[i][j] = independent(left, i) && independent(right, j) ? weight.of(i, j) : 0;
                double taken = pair[i][j] > 0 ? pair[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(taken, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int[] match = new int[n];
        Arrays.fill(match, -1);
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            if (pair[i][j] > 0 && best[i][j] == pair[i][j] + best[i + 1][j + 1]) {
                match[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        pairDependents(left, right, match);
        return match;
    }

    private static boolean independent(Flat flat, int i) {
        Item.Kind kind = flat.items().get(i).kind();
        return kind != Item.Kind.CLOSE && kind != Item.Kind.ELSE;
    }

    private static void pairDependents(Flat left, Flat right, int[] match) {
        for (int i = 0; i < match.length; i++) {
            int open = left.partner()[i];
            if (independent(left, i) || open < 0 || match[open] < 0) {
                continue;
            }
            int other = match[open];
            int close = right.partner()[other];
            int candidate = left.items().get(i).kind() == Item.Kind.CLOSE ? close : elseOf(right, other, close);
            if (candidate >= 0 && fits(match, i, candidate)) {
                match[i] = candidate;
            }
        }
    }

    private static int elseOf(Flat flat, int open, int close) {
        for (int i = open; i < close; i++) {
            if (flat.items().get(i).kind() == Item.Kind.ELSE && flat.partner()[i] == open) {
                return i;
            }
        }
        return -1;
    }

    private static boolean fits(int[] match, int i, int candidate) {
        for (int k = 0; k < match.length; k++) {
            if (match[k] >= 0 && (k < i ? match[k] >= candidate : k > i && match[k] <= candidate)) {
                return false;
            }
        }
        return true;
    }
}
