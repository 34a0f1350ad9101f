package folioscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.review.Review;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormatTest {

    private final Format format = new TextFormat(Look.PLAIN);

    static Stream<Review> reviews() {
        return Stream.of(Samples.single(), Samples.series(), Samples.nothing());
    }

    @Test
    void saysWhatOnePatchDoes() {
        Golden.matches("single.txt", format.reviews(List.of(Samples.single())));
    }

    @Test
    void saysWhatASeriesDoesPatchByPatch() {
        Golden.matches("series.txt", format.reviews(List.of(Samples.series())));
    }

    @Test
    void saysWhatRunsCameTo() {
        Golden.matches("runs.txt", format.runs(Samples.runs()));
    }

    @Test
    void saysWhatANewVersionPredicts() {
        String text = format.versions(Samples.versions()).orElseThrow();
        Golden.matches("versions.txt", text);
        text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void saysThatThereIsNoPatch() {
        assertTrue(format.reviews(List.of(Samples.nothing())).contains("no patch in it"));
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void fitsAHundredColumns(Review review) {
        format.reviews(List.of(review)).lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void runsFitAHundredColumns() {
        format.runs(Samples.runs()).lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void hasNoColourUnlessAsked(Review review) {
        assertFalse(format.reviews(List.of(review)).contains("\033"));
    }

    @ParameterizedTest
    @MethodSource("reviews")
    void coloursChangeNothingButColours(Review review) {
        String coloured = new TextFormat(new Look(true, true)).reviews(List.of(review));
        assertTrue(coloured.contains("\033[1m"));
        assertEquals(format.reviews(List.of(review)), coloured.replaceAll("\033\\[\\d*m", ""));
    }

    @Test
    void leavesStepsOutWhenAsked() {
        assertFalse(new TextFormat(new Look(false, false)).reviews(List.of(Samples.single())).contains("thread"));
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale usual = Locale.getDefault();
        String before = format.reviews(List.of(Samples.series()));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(before, format.reviews(List.of(Samples.series())));
        } finally {
            Locale.setDefault(usual);
        }
    }
}
