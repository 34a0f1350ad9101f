package folioscope.review;

import java.util.Locale;

/** What a patch means for one pgmap type, gravest first. */
public enum Verdict {
    REGRESSION, FIX, BEHAVIOUR_CHANGE, INCONCLUSIVE, NONE;

    /** As the JSON spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
