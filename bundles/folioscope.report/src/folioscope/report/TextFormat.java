package folioscope.report;

import folioscope.review.Ran;
import folioscope.review.Review;
import folioscope.review.Versions;
import java.util.List;
import java.util.Optional;

/** Text for a maintainer, of at most 100 columns. */
final class TextFormat implements Format {

    private final Look look;

    TextFormat(Look look) {
        this.look = look;
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String reviews(List<Review> reviews) {
        StringBuilder text = new StringBuilder();
        for (Review review : reviews) {
            text.append(text.isEmpty() ? "" : "\n").append(new ReviewText(review, look).text());
        }
        return text.toString();
    }

    @Override
    public Optional<String> versions(Versions versions) {
        return Optional.of(new VersionsText(versions, look).text());
    }

    @Override
    public String runs(List<Ran> runs) {
        return new RunText(look).of(runs);
    }
}
