package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import folioscope.patch.PatchReader;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;

/** Every sample shows what its line in the list of samples says. */
class SampleTest {

    private static Review reviewed(String sample) {
        return reviewed(sample, Checkout.bytes(Checkout.sample(sample)));
    }

    private static Review reviewed(String name, byte[] content) {
        return new Reviewer(Lab.LIBRARY).review(PatchReader.read(name, content), ReviewOptions.defaults());
    }

    private static Set<String> predicted(String sample) {
        return words(reviewed(sample).total().predictions());
    }

    private static Set<String> words(List<Prediction> predictions) {
        return predictions.stream().map(p -> p.type() + " " + p.kind().word() + " " + p.effect())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"drops-a-wake.patch, FS_DAX regression lost-wake", "wakes-on-unpin.patch, FS_DAX fix lost-wake",
        "zero-base-without-files.patch, FS_DAX regression early-idle",
        "gpu-page-stays-out.patch, PRIVATE regression leak",
        "amdkfd-only-locks.patch, PRIVATE regression underflow",
        "erofs-waits-for-its-pages.patch, FS_DAX fix false-warn"})
    void predictsWhatItIsFor(String sample, String prediction) {
        Set<String> got = predicted(sample);
        assertTrue(got.contains(prediction), () -> sample + ": " + got);
    }

    @ParameterizedTest
    @CsvSource({"renames-a-variable.patch"})
    void predictsNothing(String sample) {
        assertEquals(Set.of(), predicted(sample));
    }

    /** Until v6.16 the functions of drm_pagemap were drm_gpusvm's: they play the same part there. */
    @Test
    void aFunctionPlaysItsPartUnderItsFormerNameAsWell() {
        byte[] now = Checkout.bytes(Checkout.sample("gpu-page-stays-out.patch"));
        String then = new String(now, StandardCharsets.UTF_8)
                .replace("drm_pagemap", "drm_gpusvm").replace("Oct 2025", "May 2025");
        Review review = reviewed("then", then.getBytes(StandardCharsets.UTF_8));
        assertEquals(Set.of("PRIVATE regression leak"), words(review.total().predictions()));
    }

    /** What they come to is in the outcome table; here: all of them is merged, and the first steps only prepare. */
    @ParameterizedTest
    @CsvSource({"zero-base.mbox, 5.17, 1, GENERIC regression bug-on-get-zero",
        "pages-are-requested.mbox, 6.1, 2, FS_DAX behaviour-change pgmap-ref-on-entry"})
    void seriesThatWereNeverMergedAreMergedWhole(String sample, String kernel, int prepares, String prediction) {
        Review review = reviewed(sample);
        for (PatchReview patch : review.patches()) {
            assertEquals(kernel, patch.kernel().toString());
            assertEquals(patch.sites().size(), patch.mapped(), () -> sample + " patch " + patch.index());
            if (patch.index() <= prepares) {
                assertEquals(Set.of(), words(patch.predictions()), () -> sample + " patch " + patch.index());
            }
        }
        assertTrue(words(review.total().predictions()).contains(prediction));
    }

    @Test
    void everySampleHasALineInTheList() throws IOException {
        List<String> readme = Checkout.lines(Checkout.sample("README.md"));
        try (Stream<Path> files = Files.list(Checkout.file("samples"))) {
            List<String> missing = files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("README.md"))
                    .filter(n -> readme.stream().noneMatch(l -> l.contains("`" + n + "`"))).sorted().toList();
            assertEquals(List.of(), missing);
        }
    }
}
