package folioscope.ide.ui;

import java.util.stream.Collectors;

import folioscope.review.Prediction;
import folioscope.review.Review;

/** A review as plain text, for the clipboard. */
final class ReviewText {

    private ReviewText() {
    }

    static String of(Review review) {
        return Part.of(review).stream().map(ReviewText::part).collect(Collectors.joining("\n"));
    }

    private static String part(Part part) {
        return part.label() + "\n" + part.verdicts().entrySet().stream()
                .map(e -> "  " + e.getKey() + ": " + e.getValue().word() + "\n").collect(Collectors.joining())
                + part.predictions().stream().map(ReviewText::prediction).collect(Collectors.joining());
    }

    private static String prediction(Prediction prediction) {
        return "\n" + (prediction.line() > 0 ? "Line " + prediction.line() + ": " : "") + PredictionText.of(prediction) + "\n";
    }
}
