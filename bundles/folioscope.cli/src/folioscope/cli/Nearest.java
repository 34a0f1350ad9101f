package folioscope.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody who mistyped a word may have meant: words at most two slips away, letters' case aside. */
record Nearest(Collection<String> known) {

    private static final int MOST_SLIPS = 2;
    private static final int MOST_WORDS = 3;

    /** A clause that names the likeliest words, or nothing if there is none. */
    String hint(String word) {
        List<String> near = known.stream().distinct().filter(k -> slips(word, k) <= Math.min(MOST_SLIPS, word.length() / 2))
                .sorted(Comparator.comparingInt((String k) -> slips(word, k)).thenComparing(k -> k)).limit(MOST_WORDS).toList();
        return near.isEmpty() ? "" : "; perhaps you mean " + String.join(" or ", near);
    }

    /** How many letters are missing, too many, wrong, or swapped with their neighbour. */
    private static int slips(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j
                        : Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
