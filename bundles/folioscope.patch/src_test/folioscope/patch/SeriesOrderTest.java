package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesOrderTest {

    private static List<String> order(String... mails) {
        PatchInput input = Samples.read(Samples.mailbox(mails));
        return input.patches().stream().map(patch -> patch.index() + " " + patch.files().get(0).newPath()).toList();
    }

    @Test
    void sortsASeriesByItsNumbers() {
        assertEquals(List.of("1 a.c", "2 b.c", "3 j.c"), order(Samples.numbered("PATCH v2 10/10", "j", "j.c"),
                Samples.numbered("PATCH v2 02/10", "b", "b.c"), Samples.numbered("PATCH v2 01/10", "a", "a.c")));
    }

    @Test
    void keepsVersionsApartAndSinglePatchesInPlace() {
        assertEquals(List.of("1 x.c", "2 a.c", "3 b.c", "4 a2.c"), order(Samples.numbered("PATCH", "x", "x.c"),
                Samples.numbered("PATCH 2/2", "b", "b.c"), Samples.numbered("PATCH v2 1/2", "a", "a2.c"),
                Samples.numbered("PATCH 1/2", "a", "a.c")));
    }

    @Test
    void takesTheLaterOfAPatchSentTwice() {
        String first = Samples.numbered("PATCH 1/2", "a", "old.c");
        PatchInput input = Samples.read(Samples.mailbox(first, Samples.numbered("PATCH 2/2", "b", "b.c"),
                Samples.numbered("PATCH 1/2", "a", "new.c")));
        assertEquals(List.of("new.c", "b.c"), input.patches().stream().map(p -> p.files().get(0).newPath()).toList());
        assertEquals(Diagnostic.Severity.INFO, input.diagnostics().get(0).severity());
        assertEquals(3, input.diagnostics().get(0).line());
    }

    @Test
    void keepsTwoSeriesOfTheSameLengthApart() {
        assertEquals(List.of("1 a.c", "2 b.c", "3 c.c", "4 d.c"), order(Samples.numbered("PATCH 1/2", "a", "a.c"),
                Samples.numbered("PATCH 2/2", "b", "b.c"), Samples.numbered("PATCH 1/2", "c", "c.c"),
                Samples.numbered("PATCH 2/2", "d", "d.c")));
    }

    @Test
    void leavesOutTheSameMailFromAnotherList() {
        PatchInput input = Samples.read(Samples.mailbox(Samples.MAIL, Samples.MAIL));
        assertEquals(1, input.patches().size());
        assertTrue(input.diagnostics().get(0).message().contains("again"), input::toString);
    }

    @Test
    void givesNoPatchForACoverLetter() {
        assertEquals(List.of("1 a.c"),
                order("Subject: [PATCH 0/1] cover\n\n a.c | 2 +-\n", Samples.numbered("PATCH 1/1", "a", "a.c")));
    }

    @Test
    void readsNumbersOnlyFromTags() {
        assertEquals(Optional.of(new SeriesNumber("[RFC][PATCH v3 /12]", 3, 12)),
                SeriesNumber.parse("[RFC][PATCH v3 03/12] mm: x"));
        assertEquals(Optional.empty(), SeriesNumber.parse("Re: [PATCH v3 03/12] mm: x"));
        assertEquals(Optional.empty(), SeriesNumber.parse("[PATCH] mm: 1/2 of it"));
        assertEquals(Optional.empty(), SeriesNumber.parse(""));
    }
}
