package folioscope.corpus;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import folioscope.patch.PatchInput;
import folioscope.patch.PatchReader;
import folioscope.report.Format;
import folioscope.report.Formats;
import folioscope.report.Look;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;
import folioscope.review.Versions;

/** Two versions of a series among the samples, and what is said of them. */
class CompareTest {

    private static PatchInput input(String sample) {
        Path file = Checkout.sample(sample);
        return PatchReader.read(sample, Checkout.bytes(file));
    }

    /** Without steps, which change with every line of the model. */
    private static Format text() {
        return Formats.named("text", new Look(false, false)).orElseThrow();
    }

    private static String said(PatchInput old, PatchInput now) {
        Reviewer reviewer = new Reviewer(Lab.LIBRARY);
        Versions versions = Versions.of(old, reviewer.review(old, ReviewOptions.defaults()), now,
                reviewer.review(now, ReviewOptions.defaults()));
        return text().versions(versions).orElseThrow();
    }

    @Test
    void theSecondVersionOfTheSampleRepairsWhatTheFirstBreaks() {
        Accepted.matches("compare.txt", said(input("files-free-v1.mbox"), input("files-free-v2.mbox")));
    }

    @Test
    void theReportOfASeriesNamesThePatchThatBreaksAndTheOneThatRepairs() {
        Reviewer reviewer = new Reviewer(Lab.LIBRARY);
        Accepted.matches("series.txt", text().reviews(List.of(
                reviewer.review(input("files-free-v2.mbox"), ReviewOptions.defaults()))));
    }
}
