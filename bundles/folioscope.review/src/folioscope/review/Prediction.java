package folioscope.review;

import folioscope.explore.Trace;
import java.util.List;

/**
 * One predicted change of behaviour for one pgmap type.
 *
 * @param effect a word of the vocabulary
 * @param scenario the id of the scenario that shows it best
 * @param before what the scenario does before the patch, in a clause; likewise {@code after}
 * @param message a sentence for a maintainer
 * @param sites ids of the sites that cause it, {@code 1:s3} for site s3 of the first patch
 * @param line 1-based line of the input to point at, 0 if none
 * @param traceBefore the way there before the patch, for what is gone; likewise {@code traceAfter} for what is new
 */
public record Prediction(String type, Kind kind, String effect, String scenario, String before, String after,
        String message,
        List<String> sites, int line, List<Obligation> obligations, Trace traceBefore, Trace traceAfter) {

    public Prediction {
        sites = List.copyOf(sites);
        obligations = List.copyOf(obligations);
    }

    /** What sort of change it is, gravest first. */
    public enum Kind {
        REGRESSION, FIX, BEHAVIOUR_CHANGE;

        /** As the JSON spells it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
