package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesPartsTest {

    private static final String DIFF = Tiny.init("-\tset_page_count(page, 1);", "+\tset_page_count(page, 0);");

    private static List<SeriesParts> parts(String... subjects) {
        StringBuilder mbox = new StringBuilder();
        for (String subject : subjects) {
            mbox.append("From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: A <a@example.org>\nSubject: ").append(subject)
                    .append("\nDate: Tue, 1 Nov 2022 10:00:00 +0000\n\nText.\n---\n").append(DIFF)
                    .append("-- \n2.30\n\n");
        }
        return SeriesParts.of(Tiny.reviewed(mbox.toString()));
    }

    private static SortedSet<Integer> numbers(Integer... numbers) {
        return new TreeSet<>(List.of(numbers));
    }

    @Test
    void aMailOfALongerSeriesStandsAlone() {
        assertEquals(List.of(new SeriesParts("[PATCH v9 /3]", 3, numbers(2))), parts("[PATCH v9 2/3] mm: change"));
        assertEquals(numbers(1, 3), parts("[PATCH v9 2/3] mm: change").get(0).missing());
    }

    @Test
    void aGapInASeriesIsSeen() {
        assertEquals(numbers(2), parts("[PATCH 1/3] mm: a", "[PATCH 3/3] mm: c").get(0).missing());
    }

    @Test
    void aWholeSeriesHasNoGap() {
        assertEquals(List.of(), parts("[PATCH 1/2] mm: a", "[PATCH 2/2] mm: b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[PATCH] mm: 1/2 of it", "[PATCH 1/1] mm: a", "[PATCH 3/2] mm: a", "mm: change",
            "[PATCH 1/9999] mm: a"})
    void subjectsThatNameNoPlaceInASeriesAreLeftAlone(String subject) {
        assertEquals(List.of(), parts(subject));
    }

    @ParameterizedTest
    @CsvSource({"Re: [PATCH v2 1/2] mm: a", "AW: RE: [PATCH v2 1/2] mm: a"})
    void aReplySpeaksOfTheSeriesToo(String subject) {
        assertEquals(numbers(2), parts(subject).get(0).missing());
    }
}
