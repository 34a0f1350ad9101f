package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.patch.PatchInput;
import folioscope.patch.PatchReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final String WAKE_DROPPED = Tiny.put("-\tif (count == 1)", "-\t\twake_up_var(&page->_refcount);");
    private static final String WAKE_ADDED = Tiny.put("+\tif (count == 1)", "+\t\twake_up_var(&page->_refcount);");
    private static final String ZERO = Tiny.init("-\tset_page_count(page, 1);", "+\tset_page_count(page, 0);");
    private static final String TWO = Tiny.init("-\tset_page_count(page, 1);", "+\tset_page_count(page, 2);");

    private static String mail(String subject, String diff) {
        return "From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: A <a@example.org>\nSubject: " + subject
                + "\nDate: Tue, 1 Nov 2022 10:00:00 +0000\n\nText.\n---\n" + diff + "-- \n2.30\n\n";
    }

    private static Versions compared(String before, String after) {
        PatchInput old = PatchReader.read("old.mbox", before.getBytes(StandardCharsets.UTF_8));
        PatchInput now = PatchReader.read("new.mbox", after.getBytes(StandardCharsets.UTF_8));
        Reviewer reviewer = new Reviewer(Tiny.library());
        return Versions.of(old, reviewer.review(old, ReviewOptions.defaults()), now,
                reviewer.review(now, ReviewOptions.defaults()));
    }

    private static List<String> patches(Versions versions) {
        return versions.patches().stream().map(m -> m.before().map(PatchReview::index).orElse(0) + "->"
                + m.after().map(PatchReview::index).orElse(0) + " " + m.status().word()
                + (m.moved() ? " moved" : "")).toList();
    }

    @Test
    void theSameSeriesTwiceIsTheSame() {
        String series = mail("[PATCH 1/2] mm: a", WAKE_DROPPED) + mail("[PATCH 2/2] mm: b", ZERO);
        Versions versions = compared(series, series.replace("[PATCH ", "[PATCH v2 "));
        assertTrue(versions.same());
        assertEquals(List.of("1->1 same", "2->2 same"), patches(versions));
        assertEquals(versions.after().total().predictions(), versions.stayed());
    }

    @Test
    void aRepairThatIsAddedTakesThePredictionAway() {
        Versions versions = compared(mail("[PATCH] mm: a", WAKE_DROPPED),
                mail("[PATCH v2 1/2] mm: a", WAKE_DROPPED) + mail("[PATCH v2 2/2] mm: mend it", WAKE_ADDED));
        assertFalse(versions.same());
        assertEquals(List.of("lost-wake"), versions.gone().stream().map(Prediction::effect).toList());
        assertEquals(List.of(), versions.fresh());
        assertEquals(List.of("1->1 same", "0->2 added"), patches(versions));
    }

    @Test
    void patchesThatChangePlacesAreMoved() {
        Versions versions = compared(mail("[PATCH 1/2] mm: a", WAKE_DROPPED) + mail("[PATCH 2/2] mm: b", ZERO),
                mail("[PATCH 1/2] mm: b", ZERO) + mail("[PATCH 2/2] mm: a", WAKE_DROPPED));
        assertEquals(List.of("2->1 same", "1->2 same moved"), patches(versions));
    }

    @Test
    void aPatchOfAnotherTitleIsKnownByItsFunctions() {
        Versions versions = compared(mail("[PATCH] mm: pages start at 0", ZERO),
                mail("[PATCH v2] mm: count from two", TWO));
        assertEquals(List.of("1->1 changed"), patches(versions));
    }

    @Test
    void titlesAreComparedWithoutTagsCaseAndBlanks() {
        Versions versions = compared(mail("[PATCH] mm: Pages  start at 0.", ZERO),
                mail("[RFC][PATCH v2] mm: pages start at 0", ZERO));
        assertEquals(List.of("1->1 same"), patches(versions));
    }

    @Test
    void aDroppedPatchStandsWhereItStood() {
        String other = WAKE_DROPPED.replace("mm/swap.c", "mm/other.c");
        Versions versions = compared(mail("[PATCH 1/3] mm: a", WAKE_DROPPED) + mail("[PATCH 2/3] mm: b", other)
                + mail("[PATCH 3/3] mm: c", ZERO), mail("[PATCH 1/2] mm: a", WAKE_DROPPED)
                + mail("[PATCH 2/2] mm: c", ZERO));
        assertEquals(List.of("1->1 same", "2->0 dropped", "3->2 same"), patches(versions));
    }

    @Test
    void aMatchedPatchSaysWhatItBringsNow() {
        Match match = compared(mail("[PATCH] mm: a", ZERO), mail("[PATCH v2] mm: a", WAKE_DROPPED)).patches().get(0);
        assertEquals(Match.Status.CHANGED, match.status());
        assertEquals(List.of("lost-wake"), match.fresh().stream().map(Prediction::effect).toList());
        assertFalse(match.gone().isEmpty());
    }
}
