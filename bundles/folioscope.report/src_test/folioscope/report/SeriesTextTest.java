package folioscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.review.Course;
import folioscope.review.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTextTest {

    /** R, F, B, one for each patch, stand for regression, fix and behaviour change; a dot for none. */
    private static Course course(String steps, Course.End end) {
        List<Course.Step> all = IntStream.range(0, steps.length()).filter(i -> steps.charAt(i) != '.')
                .mapToObj(i -> new Course.Step(i + 1, switch (steps.charAt(i)) {
                    case 'R' -> Prediction.Kind.REGRESSION;
                    case 'F' -> Prediction.Kind.FIX;
                    default -> Prediction.Kind.BEHAVIOUR_CHANGE;
                })).toList();
        return new Course("FS_DAX", "lost-wake", all, end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "....R....F | NONE | patch 5 breaks it, patch 10 repairs it",
        "R | BROKEN | patch 1 breaks it; it is broken at the end",
        ".R.R | BROKEN | patch 2 breaks it, patch 4 breaks it once more; it is broken at the end",
        "RF | BROKEN | patch 1 breaks it, patch 2 repairs it in part; it is broken at the end",
        "RFF | NONE | patch 1 breaks it, patch 2 repairs it in part, patch 3 repairs it",
        "F | REPAIRED | patch 1 repairs it; it was broken before the series",
        "R | NONE | patch 1 breaks it; it is not there at the end, though no patch alone is seen to repair it",
        "R | OPEN | patch 1 breaks it; what is left of it at the end is open",
        ".B | CHANGED | patch 2 brings it; so it stays",
        ".B | NONE | patch 2 brings it; the series as a whole does not",
        "'' | BROKEN | no patch alone shows it, the series as a whole breaks it",
    })
    void saysWhichPatchDoesWhat(String steps, Course.End end, String sentence) {
        assertEquals(sentence, SeriesText.said(course(steps, end)));
    }

    @Test
    void joinsNumbersThatFollowEachOther() {
        assertEquals("1-4, 7, 9, 10", SeriesText.numbers(new TreeSet<>(Arrays.asList(1, 2, 3, 4, 7, 9, 10))));
    }
}
