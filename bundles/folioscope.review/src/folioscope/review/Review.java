package folioscope.review;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The review of one input.
 *
 * @param total the model before the first patch against the model after the last
 */
public record Review(String input, List<PatchReview> patches, Total total, List<Remark> diagnostics) {

    public Review {
        patches = List.copyOf(patches);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * What the whole input changes; verdicts by type, in the order of type names.
     *
     * @param guards the checks that weigh more or less afterwards; none where nobody asked for them
     */
    public record Total(List<Prediction> predictions, SortedMap<String, Verdict> verdicts, Optional<List<GuardChange>> guards) {
        public Total {
            predictions = List.copyOf(predictions);
            guards = guards.map(List::copyOf);
        }

        /** The same where nobody asked for checks. */
        public Total(List<Prediction> predictions, SortedMap<String, Verdict> verdicts) {
            this(predictions, verdicts, Optional.empty());
        }
    }
}
