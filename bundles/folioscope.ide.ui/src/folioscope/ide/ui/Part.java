package folioscope.ide.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import folioscope.model.KernelVersion;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.Verdict;

/**
 * What of a review is looked at: one patch, or a series as a whole.
 *
 * @param label what the part is called in a list
 * @param kernel the baseline it was compared with
 */
record Part(String label, KernelVersion kernel, List<Prediction> predictions, SortedMap<String, Verdict> verdicts) {

    /** The parts of a review; a series as a whole comes first, an input without patches has none. */
    static List<Part> of(Review review) {
        List<Part> parts = new ArrayList<>();
        int count = review.patches().size();
        if (count > 1) {
            parts.add(new Part("Whole series of " + count + " patches", review.patches().get(0).kernel(),
                    review.total().predictions(), review.total().verdicts()));
        }
        for (PatchReview patch : review.patches()) {
            parts.add(new Part(label(patch, count), patch.kernel(), patch.predictions(), patch.verdicts()));
        }
        return List.copyOf(parts);
    }

    private static String label(PatchReview patch, int count) {
        String subject = patch.subject().isEmpty() ? "(no subject)" : patch.subject();
        String quoted = patch.quoted() ? " (quoted in a reply)" : "";
        return (count > 1 ? patch.index() + ": " : "") + subject + quoted;
    }
}
