package folioscope.review;

import folioscope.patch.PatchInput;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two versions of a series, or of a patch, held against each other.
 *
 * @param before the review of the version before; likewise {@code after}
 * @param patches which patch of the one is which of the other: in the order of the version after, what was dropped
 *     where it stood
 */
public record Versions(Review before, Review after, List<Match> patches) {

    public Versions {
        patches = List.copyOf(patches);
    }

    /** Holds the reviews of two inputs against each other; each review must be that of its input. */
    public static Versions of(PatchInput before, Review reviewBefore, PatchInput after, Review reviewAfter) {
        return new Versions(reviewBefore, reviewAfter, new Matching(before, reviewBefore, after, reviewAfter).all());
    }

    /** Predictions of the version after, as a whole, that the version before does not make. */
    public List<Prediction> fresh() {
        return only(after.total().predictions(), before.total().predictions());
    }

    /** Predictions of the version before, as a whole, that the version after no longer makes. */
    public List<Prediction> gone() {
        return only(before.total().predictions(), after.total().predictions());
    }

    /** Predictions that both versions make, as the version after makes them. */
    public List<Prediction> stayed() {
        List<Prediction> fresh = fresh();
        return after.total().predictions().stream().filter(p -> !fresh.contains(p)).toList();
    }

    /** Whether both versions, each as a whole, have the same predictions: the same types, kinds and effects. */
    public boolean same() {
        return fresh().isEmpty() && gone().isEmpty();
    }

    /** Whether the two were read against the model of the same kernel. */
    public boolean sameKernel() {
        return before.patches().isEmpty() || after.patches().isEmpty()
                || before.patches().get(0).kernel().equals(after.patches().get(0).kernel());
    }

    /** The pgmap types of which either version says something. */
    public SortedSet<String> types() {
        SortedSet<String> types = new TreeSet<>(before.total().verdicts().keySet());
        types.addAll(after.total().verdicts().keySet());
        return types;
    }

    /** The predictions of {@code mine} whose type, kind and effect {@code others} do not have. */
    static List<Prediction> only(List<Prediction> mine, List<Prediction> others) {
        return mine.stream().filter(p -> others.stream().noneMatch(o -> o.type().equals(p.type())
                && o.kind() == p.kind()
                && o.effect().equals(p.effect()))).toList();
    }
}
