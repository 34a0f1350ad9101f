package folioscope.ide.ui;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;

import folioscope.review.Prediction;
import folioscope.review.Verdict;

/** How a verdict looks: a sign and a word, so that it can be told without its colour, and a colour of the theme. */
enum VerdictLook {
    REGRESSION("\u2717", "regression", "folioscope.ide.ui.regression"),
    FIX("\u2713", "fix", "folioscope.ide.ui.fix"),
    CHANGE("\u2260", "changes", "folioscope.ide.ui.change"),
    INCONCLUSIVE("?", "inconclusive", "folioscope.ide.ui.inconclusive"),
    NONE("=", "none", "folioscope.ide.ui.same"),
    /** A run of its own that leads to no prediction of its own. */
    QUIET("\u00b7", "", "folioscope.ide.ui.same"),
    /** The scenario is not for the type. */
    ABSENT("", "", "folioscope.ide.ui.same");

    private final String sign;
    private final String word;
    private final String colour;

    VerdictLook(String sign, String word, String colour) {
        this.sign = sign;
        this.word = word;
        this.colour = colour;
    }

    static VerdictLook of(Verdict verdict) {
        return switch (verdict) {
            case REGRESSION -> REGRESSION;
            case FIX -> FIX;
            case BEHAVIOUR_CHANGE -> CHANGE;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case NONE -> NONE;
        };
    }

    static VerdictLook of(Prediction.Kind kind) {
        return switch (kind) {
            case REGRESSION -> REGRESSION;
            case FIX -> FIX;
            case BEHAVIOUR_CHANGE -> CHANGE;
        };
    }

    String text() {
        return word.isEmpty() ? sign : sign + " " + word;
    }

    /** The colour that the user's theme gives; owned by the registry. */
    Color colour() {
        return JFaceResources.getColorRegistry().get(colour);
    }

    /** Whether a reader looks for it first. */
    boolean isNews() {
        return this == REGRESSION || this == FIX || this == CHANGE;
    }
}
