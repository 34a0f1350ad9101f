package folioscope.ide.ui;

import java.util.stream.Collectors;

import folioscope.review.Obligation;
import folioscope.review.Prediction;

/** Says all that is known about one prediction, in a few lines. */
final class PredictionText {

    private PredictionText() {
    }

    static String of(Prediction prediction) {
        return prediction.message() + "\nBefore: " + prediction.before() + "\nAfter: " + prediction.after()
                + (prediction.effect().isEmpty() ? "" : "\nEffect: " + prediction.effect())
                + obligations(prediction);
    }

    private static String obligations(Prediction prediction) {
        return prediction.obligations().isEmpty() ? ""
                : "\nStill relies on it: " + prediction.obligations().stream().map(PredictionText::line)
                        .collect(Collectors.joining("; "));
    }

    private static String line(Obligation obligation) {
        return obligation.path() + " " + obligation.function() + "()"
                + (obligation.predicate().isEmpty() ? "" : ", " + obligation.predicate())
                + (obligation.touched() ? " (changed here too)" : "");
    }
}
