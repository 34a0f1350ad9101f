package folioscope.report;

import folioscope.review.Ran;
import folioscope.review.Review;
import folioscope.review.Versions;
import java.util.List;
import java.util.Optional;

/** A way to write down what came out. Texts end with a line end, and are the same for the same values everywhere. */
public interface Format {

    /** The word that asks for this format: {@code text}. */
    String name();

    /** Reviews, in the order given. */
    String reviews(List<Review> reviews);

    /** Two versions of a series held against each other; empty for a format that has no form for it. */
    default Optional<String> versions(Versions versions) {
        return Optional.empty();
    }

    /** Runs of scenarios, in the order given. */
    String runs(List<Ran> runs);
}
