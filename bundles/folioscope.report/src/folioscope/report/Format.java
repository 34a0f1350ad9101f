package folioscope.report;

import folioscope.review.Ran;
import folioscope.review.Review;
import java.util.List;

/** A way to write down what came out. Texts end with a line end, and are the same for the same values everywhere. */
public interface Format {

    /** The word that asks for this format: {@code text}. */
    String name();

    /** Reviews, in the order given. */
    String reviews(List<Review> reviews);

    /** Runs of scenarios, in the order given. */
    String runs(List<Ran> runs);
}
