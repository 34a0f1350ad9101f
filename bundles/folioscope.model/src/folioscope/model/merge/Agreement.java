package folioscope.model.merge;

import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * In which words about the life of a page a function of the kernel and the model's function of that name agree. The words of both
 * are put side by side in their order; a word that only one of them has there is a difference.
 *
 * @param same how many words both have
 */
public record Agreement(int same, List<Difference> differences) {

    private static final double TOGETHER = 0.5;

    public Agreement {
        differences = List.copyOf(differences);
    }

    /**
     * A word that one side has and the other does not.
     *
     * @param missing whether the kernel has it and the model does not; else the other way round
     * @param word as in {@link Vocabulary}: {@code put_page()}, {@code mapping =}, {@code FOLL_PIN}
     * @param text the line it stands on, in canonical C
     * @param where that line
     * @param near the line of the other side behind which it would stand; the function's head where nothing before it is found
     */
    public record Difference(boolean missing, String word, String text, Origin where, Origin near) { }

    /** Compares the two. */
    public static Agreement of(Function kernel, Function model, Vocabulary vocabulary) {
        Flat theirs = Flat.of(kernel.body());
        Flat ours = Flat.of(model.body());
        List<Vocabulary.Word> left = vocabulary.words(theirs);
        List<Vocabulary.Word> right = vocabulary.words(ours);
        int[] match = matched(left, right, Alignment.of(theirs, ours).model());
        boolean[] taken = new boolean[right.size()];
        List<Difference> all = new ArrayList<>();
        int same = 0;
        Origin near = model.origin();
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0) {
                taken[match[i]] = true;
                near = ours.items().get(right.get(match[i]).line()).origin();
                same++;
            } else {
                all.add(difference(true, left.get(i), theirs, near));
            }
        }
        near = kernel.origin();
        for (int j = 0; j < taken.length; j++) {
            if (taken[j]) {
                near = theirs.items().get(left.get(indexOf(match, j)).line()).origin();
            } else {
                all.add(difference(false, right.get(j), ours, near));
            }
        }
        return new Agreement(same, all);
    }

    private static Difference difference(boolean missing, Vocabulary.Word word, Flat flat, Origin near) {
        Item item = flat.items().get(word.line());
        return new Difference(missing, word.text(), item.text(), item.origin(), near);
    }

    private static int indexOf(int[] match, int j) {
        for (int i = 0; i < match.length; i++) {
            if (match[i] == j) {
                return i;
            }
        }
        return -1;
    }

    /** The longest common sequence of words, where those on lines that are paired anyway count more. */
    private static int[] matched(List<Vocabulary.Word> left, List<Vocabulary.Word> right, int[] lines) {
        int n = left.size();
        int m = right.size();
        double[][] best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                double pair = weight(left.get(i), right.get(j), lines);
                best[i][j] = Math.max(pair > 0 ? pair + best[i + 1][j + 1] : 0, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int[] match = new int[n];
        java.util.Arrays.fill(match, -1);
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            double pair = weight(left.get(i), right.get(j), lines);
            if (pair > 0 && best[i][j] == pair + best[i + 1][j + 1]) {
                match[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return match;
    }

    private static double weight(Vocabulary.Word a, Vocabulary.Word b, int[] lines) {
        return !a.text().equals(b.text()) ? 0 : lines[a.line()] == b.line() ? 1 + TOGETHER : 1;
    }
}
