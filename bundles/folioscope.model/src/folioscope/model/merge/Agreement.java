package folioscope.model.merge;

import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * In which words about the life of a page a function of the kernel and the model's function of that name agree. The words of both
 * are put side by side in their order; a word that only one of them has there is a difference.
 *
 * @param same how many words both have
 */
public record Agreement(int same, List<Difference> differences) {

    private static final double TOGETHER = 0.5;
    private static final double FOLDED = 0.8;
    private static final double KIN = 0.7;

    public Agreement {
        differences = List.copyOf(differences);
    }

    /** What is different. */
    public enum Kind {
        /** The kernel has the word, the model does not. */
        MISSING("-"),
        /** The model has the word, the kernel does not. */
        EXTRA("+"),
        /** Where the kernel speaks of a folio the model speaks of a page, or the other way round. */
        SPELT("~"),
        /** The one asks whether it is so, the other whether it is not. */
        REVERSED("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** The character that stands for it in front of a word. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A word that one side has and the other does not.
     *
     * @param word the kernel's, for {@code EXTRA} the model's; as in {@link Vocabulary}: {@code put_page()}, {@code mapping =}, {@code FOLL_PIN}
     * @param text the line it stands on, in canonical C
     * @param where that line
     * @param near the line of the other side behind which it would stand; the function's head where nothing before it is found
     */
    public record Difference(Kind kind, String word, String text, Origin where, Origin near) { }

    /**
     * Compares the two. What the kernel does in a function that the model does not have, and that is called here, the model may do
     * here; what the model does in a function that the kernel does not have, the kernel may do here. Such words are counterparts,
     * but where they have none that is no difference.
     *
     * @param callees functions of the tree that the model does not have
     */
    public static Agreement of(Function kernel, Function model, Vocabulary vocabulary, Callees callees) {
        Flat theirs = Flat.of(kernel.body());
        Flat ours = Flat.of(model.body());
        List<Vocabulary.Word> left = vocabulary.words(theirs, name -> vocabulary.models(name) ? Optional.empty() : callees.of(name));
        List<Vocabulary.Word> right = vocabulary.words(ours, vocabulary::own);
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
                if (!left.get(i).text().equals(right.get(match[i]).text()) && !left.get(i).folded()) {
                    all.add(difference(Kind.SPELT, left.get(i), theirs, near));
                }
                if (reversed(left.get(i), theirs, right.get(match[i]), ours)) {
                    all.add(difference(Kind.REVERSED, left.get(i), theirs, near));
                }
            } else if (!left.get(i).folded()) {
                all.add(difference(Kind.MISSING, left.get(i), theirs, near));
            }
        }
        near = kernel.origin();
        for (int j = 0; j < taken.length; j++) {
            if (taken[j]) {
                near = theirs.items().get(left.get(indexOf(match, j)).line()).origin();
            } else if (!right.get(j).folded()) {
                all.add(difference(Kind.EXTRA, right.get(j), ours, near));
            }
        }
        return new Agreement(same, all);
    }

    private static Difference difference(Kind kind, Vocabulary.Word word, Flat flat, Origin near) {
        Item item = flat.items().get(word.line());
        return new Difference(kind, word.text(), item.text(), item.origin(), near);
    }

    private static boolean reversed(Vocabulary.Word a, Flat theirs, Vocabulary.Word b, Flat ours) {
        boolean conditions = theirs.items().get(a.line()).kind() == Item.Kind.IF && ours.items().get(b.line()).kind() == Item.Kind.IF;
        return conditions && !a.folded() && !b.folded() && a.negated() != b.negated();
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
        Arrays.fill(match, -1);
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
        double alike = a.text().equals(b.text()) ? 1 : kin(a.text(), b.text()) ? KIN : 0;
        double both = a.folded() && b.folded() ? 0.01 : a.folded() || b.folded() ? FOLDED : 1;
        return alike == 0 ? 0 : alike * (both + (lines[a.line()] == b.line() ? TOGETHER : 0));
    }

    /** Whether two calls differ only in that one is about a page and the other about its folio. */
    private static boolean kin(String a, String b) {
        return a.endsWith("()") && b.endsWith("()") && parts(a).equals(parts(b));
    }

    private static SortedSet<String> parts(String call) {
        SortedSet<String> parts = new TreeSet<>(List.of(call.substring(0, call.length() - 2).split("_")));
        parts.removeAll(List.of("page", "folio"));
        return parts;
    }
}
