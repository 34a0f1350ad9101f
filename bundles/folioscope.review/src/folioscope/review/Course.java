package folioscope.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one effect fares through a series, for one pgmap type: which patch brings it, which takes it away, what is left
 * of it at the end. Who bisects such a series stands between the two.
 *
 * @param effect a word of the vocabulary
 * @param steps the patches that show it, in their order; empty if only all together do
 */
public record Course(String type, String effect, List<Step> steps, End end) {

    public Course {
        steps = List.copyOf(steps);
    }

    /**
     * What a patch does to the effect, against the model that the patches before it left.
     *
     * @param patch the patch's index in the input
     */
    public record Step(int patch, Prediction.Kind kind) { }

    /** What the whole series shows, the model before its first patch against the model after its last. */
    public enum End {
        /** It goes wrong at the end, and did not before the series. */
        BROKEN,
        /** It went wrong before the series, and does not at the end. */
        REPAIRED,
        /** It is observed at the end, and was not before the series. */
        CHANGED,
        /** As before the series. */
        NONE,
        /** The whole was not understood, or not explored to its end. */
        OPEN;

        /** As the JSON spells it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private static End of(Optional<Prediction> total, Optional<Verdict> verdict) {
            if (total.isPresent()) {
                return switch (total.get().kind()) {
                    case REGRESSION -> BROKEN;
                    case FIX -> REPAIRED;
                    case BEHAVIOUR_CHANGE -> CHANGED;
                };
            }
            return verdict.filter(v -> v == Verdict.INCONCLUSIVE).isPresent() ? OPEN : NONE;
        }
    }

    /**
     * The courses of all that the patches of a review show: by type, then in the order in which they begin. A review of
     * one patch has none.
     */
    public static List<Course> of(Review review) {
        if (review.patches().size() < 2) {
            return List.of();
        }
        TreeMap<String, List<Step>> steps = new TreeMap<>();
        for (PatchReview patch : review.patches()) {
            patch.predictions().forEach(p -> steps.computeIfAbsent(p.type() + "\t" + p.effect(), k -> new ArrayList<>())
                    .add(new Step(patch.index(), p.kind())));
        }
        review.total().predictions().forEach(p -> steps.putIfAbsent(p.type() + "\t" + p.effect(), List.of()));
        List<Course> all = new ArrayList<>();
        steps.forEach((key, mine) -> {
            String type = key.substring(0, key.indexOf('\t'));
            String effect = key.substring(key.indexOf('\t') + 1);
            Optional<Prediction> total = review.total().predictions().stream()
                    .filter(p -> p.type().equals(type) && p.effect().equals(effect))
                    .min(Comparator.comparing(Prediction::kind));
            all.add(new Course(type, effect, mine, End.of(total, Optional.ofNullable(review.total().verdicts()
                    .get(type)))));
        });
        all.sort(Comparator.comparing(Course::type).thenComparing(Course::first).thenComparing(Course::effect));
        return all;
    }

    /** Indexes of the patches that make it go wrong, in their order. */
    public List<Integer> brokenBy() {
        return by(Prediction.Kind.REGRESSION);
    }

    /** Indexes of the patches after which it no longer goes wrong, in their order. */
    public List<Integer> repairedBy() {
        return by(Prediction.Kind.FIX);
    }

    private List<Integer> by(Prediction.Kind kind) {
        return steps.stream().filter(s -> s.kind() == kind).map(Step::patch).toList();
    }

    private int first() {
        return steps.isEmpty() ? Integer.MAX_VALUE : steps.get(0).patch();
    }
}
