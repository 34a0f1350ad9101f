package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchReader;
import folioscope.report.Formats;
import folioscope.report.Look;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;

/** The same input gives the same bytes, whoever asks and wherever. */
class DeterminismTest {

    private static final List<String> SAMPLES = List.of("drops-a-wake.patch", "coherent-devmap-and-back.mbox");

    /** With nothing left over from another run. */
    private static String json(String sample) {
        Path file = Checkout.sample(sample);
        Review review = new Reviewer(ModelLibrary.embedded()).review(PatchReader.read(sample, Checkout.bytes(file)),
                ReviewOptions.defaults());
        return Formats.named("json", Look.PLAIN).orElseThrow().reviews(List.of(review));
    }

    @Test
    void twoRunsGiveTheSameBytes() {
        SAMPLES.forEach(s -> assertEquals(json(s), json(s)));
    }

    @Test
    void localeDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            for (String sample : SAMPLES) {
                Locale.setDefault(Locale.ROOT);
                String here = json(sample);
                Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
                assertEquals(here, json(sample));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
