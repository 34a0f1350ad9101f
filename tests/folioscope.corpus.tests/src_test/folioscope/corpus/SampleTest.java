package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;

/** Every sample shows what its line in the list of samples says. */
class SampleTest {

    private static Set<String> predicted(String sample) {
        Path file = Checkout.sample(sample);
        Review review = new Reviewer(Lab.LIBRARY).review(PatchReader.read(sample, Checkout.bytes(file)), ReviewOptions.defaults());
        return review.total().predictions().stream().map(p -> p.type() + " " + p.kind().word() + " " + p.effect())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"drops-a-wake.patch, FS_DAX regression lost-wake", "wakes-on-unpin.patch, FS_DAX fix lost-wake",
        "zero-base-without-files.patch, FS_DAX regression early-idle"})
    void predictsWhatItIsFor(String sample, String prediction) {
        Set<String> got = predicted(sample);
        assertTrue(got.contains(prediction), () -> sample + ": " + got);
    }

    @ParameterizedTest
    @CsvSource({"renames-a-variable.patch"})
    void predictsNothing(String sample) {
        assertEquals(Set.of(), predicted(sample));
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
