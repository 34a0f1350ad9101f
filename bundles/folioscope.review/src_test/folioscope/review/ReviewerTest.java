package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.model.KernelVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReviewerTest {

    private static final String WAKE_DROPPED = Tiny.put("-\tif (count == 1)", "-\t\twake_up_var(&page->_refcount);");
    private static final String WAKE_ADDED = Tiny.put("+\tif (count == 1)", "+\t\twake_up_var(&page->_refcount);");
    private static final String ZERO = Tiny.init("-\tset_page_count(page, 1);", "+\tset_page_count(page, 0);");

    private static String predicted(Review review) {
        return predicted(review.total().predictions());
    }

    private static String predicted(List<Prediction> predictions) {
        return predictions.stream().map(p -> p.type() + " " + p.kind().word() + " " + p.effect())
                .collect(Collectors.joining(", "));
    }

    @Test
    void predictsNothingOfAPatchThatReformats() {
        Review review = Tiny.reviewed(Tiny.put("-\tif (count == 1)", "+\tif ((count) == 1) /* idle */",
                " \t\twake_up_var(&page->_refcount);"));
        assertEquals("", predicted(review));
        assertTrue(review.total().verdicts().values().stream().allMatch(v -> v == Verdict.NONE), review.toString());
    }

    @Test
    void findsTheWakeThatIsLost() {
        Review review = Tiny.reviewed(WAKE_DROPPED);
        assertEquals("FS_DAX regression lost-wake", predicted(review));
        assertEquals(Verdict.REGRESSION, review.total().verdicts().get("FS_DAX"));
        assertEquals(Verdict.NONE, review.total().verdicts().get("GENERIC"));
    }

    @Test
    void namesTheLinesThatCauseIt() {
        Prediction lost = Tiny.reviewed(WAKE_DROPPED).total().predictions().get(0);
        assertFalse(lost.sites().isEmpty());
        assertTrue(lost.line() > 0);
        assertTrue(lost.sites().stream().allMatch(s -> s.startsWith("1:s")));
    }

    @Test
    void aChangeThatNoScenarioComesToIsNotCalledNone() {
        String lonely = Tiny.diff("@@ -26,4 +26,4 @@\n int reset_page(struct page *page)\n {\n", " }\n",
                "-\treturn page_ref_dec_return(page);", "+\treturn page_ref_dec_return(page) + page_ref_dec_return(page);");
        Review review = Tiny.reviewed(lonely);
        assertEquals(Verdict.INCONCLUSIVE, review.total().verdicts().get("FS_DAX"));
        assertTrue(review.patches().get(0).diagnostics().stream().anyMatch(r -> r.message()
                .equals("reset_page() is changed, but no scenario comes to it: what that does is not known")), review.toString());
    }

    @Test
    void whatGoesWrongForATypeThatThePatchBringsIsSaidAndNoRegression() {
        Review review = Tiny.reviewed(Tiny.diff("@@ -1,1 +1,1 @@\n", " struct page { int _refcount; int in_use; };\n",
                "-enum memory_type { MEMORY_DEVICE_PRIVATE = 1, MEMORY_DEVICE_FS_DAX = 2, MEMORY_DEVICE_GENERIC = 3 };",
                "+enum memory_type { MEMORY_DEVICE_PRIVATE = 1, MEMORY_DEVICE_FS_DAX = 2, MEMORY_DEVICE_GENERIC = 3,",
                "+\t\tMEMORY_DEVICE_COHERENT = 4 };"));
        assertEquals("", predicted(review));
        assertEquals(Verdict.INCONCLUSIVE, review.total().verdicts().get("COHERENT"));
        assertTrue(review.patches().get(0).diagnostics().stream().anyMatch(r -> r.message().equals("left open: the type is new and has premature-free: "
                + "it does not hold that nobody has a page of the fourth type at first (COHERENT)")), review.toString());
    }

    @Test
    void saysWhatIsSleptOnAndWhatIsWoken() {
        String elsewhere = Tiny.put(" \tif (count == 1)", "-\t\twake_up_var(&page->_refcount);", "+\t\twake_up_var(&page->in_use);");
        assertTrue(Tiny.reviewed(elsewhere).total().predictions().get(0).after()
                .endsWith("; it sleeps on &page->_refcount, and put_page() wakes &page->in_use"));
        assertTrue(Tiny.reviewed(WAKE_DROPPED).total().predictions().get(0).after()
                .endsWith("; it sleeps on &page->_refcount, and put_page() comes to no wake at all"));
    }

    @Test
    void whatNoPatchRepairsStandsThoughTheWholeIsLeftOpen() {
        String mystery = Tiny.put(" \tif (count == 1)", " \t\twake_up_var(&page->_refcount);", "+\tif (get_mystery(page->_refcount))",
                "+\t\tpage->in_use = 1;");
        Review review = Tiny.reviewed(Tiny.series(mystery, WAKE_DROPPED), only("T01"));
        assertEquals("", predicted(review.patches().get(0).predictions()));
        assertEquals("FS_DAX regression lost-wake", predicted(review.patches().get(1).predictions()));
        assertEquals("FS_DAX regression lost-wake", predicted(review));
    }

    @Test
    void whatThePatchLeavesBrokenIsANote() {
        Review review = Tiny.reviewed(Tiny.series(WAKE_DROPPED, Tiny.put("+\tif (count == 5)", "+\t\twake_up_var(&page->_refcount);")));
        assertEquals("", predicted(review.patches().get(1).predictions()));
        assertTrue(review.patches().get(1).diagnostics().stream().anyMatch(r -> r.message()
                .startsWith("before and after: lost-wake, ")), review.patches().get(1).toString());
    }

    @Test
    void showsTheWayThere() {
        Prediction lost = Tiny.reviewed(WAKE_DROPPED).total().predictions().get(0);
        assertFalse(lost.traceAfter().steps().isEmpty());
        assertTrue(lost.traceBefore().steps().isEmpty());
    }

    @Test
    void saysWhoStillWaits() {
        Prediction lost = Tiny.reviewed(WAKE_DROPPED).total().predictions().get(0);
        assertEquals(List.of(new Obligation("mm/swap.c", "wait_for_idle", "page->_refcount == 1", false)),
                lost.obligations());
    }

    @Test
    void aWakeThatComesBackIsAFix() {
        Review review = Tiny.reviewed(Tiny.series(WAKE_DROPPED, WAKE_ADDED));
        assertEquals("FS_DAX regression lost-wake", predicted(review.patches().get(0).predictions()));
        assertEquals("FS_DAX fix lost-wake", predicted(review.patches().get(1).predictions()));
    }

    @Test
    void theTotalOfASeriesComparesItsEnds() {
        Review review = Tiny.reviewed(Tiny.series(WAKE_DROPPED, WAKE_ADDED));
        assertEquals("", predicted(review));
        assertEquals("series", review.patches().get(1).how());
    }

    @Test
    void rulesSpeakOfObservationsThatBecomeOrCease() {
        Review review = Tiny.reviewed(ZERO, only("T02"));
        assertEquals("FS_DAX behaviour-change init-at-0, FS_DAX fix stale-state, PRIVATE behaviour-change init-at-0, "
                + "PRIVATE fix stale-state",
                predicted(review));
        assertTrue(review.total().predictions().stream().anyMatch(p -> p.message()
                .equals("PRIVATE pages start at 0 (were at 1)")));
    }

    @Test
    void theGravestVerdictCounts() {
        Review review = Tiny.reviewed(ZERO);
        assertEquals(Verdict.FIX, review.total().verdicts().get("PRIVATE"));
        assertEquals(List.of(Verdict.REGRESSION, Verdict.FIX, Verdict.BEHAVIOUR_CHANGE, Verdict.INCONCLUSIVE,
                Verdict.NONE),
                List.of(Verdict.values()));
    }

    @Test
    void everyLifecycleLineIsAccountedFor() {
        PatchReview patch = Tiny.reviewed(Tiny.series(WAKE_DROPPED, ZERO)).patches().get(1);
        assertEquals(2, patch.sites().size());
        assertEquals(2, patch.mapped());
    }

    @Test
    void whatIsNotUnderstoodIsNotCalledUnchanged() {
        Review review = Tiny.reviewed(WAKE_DROPPED.replace("void put_page(", "void put_mystery(")
                .replace("mm/swap.c", "mm/other.c"));
        assertEquals("", predicted(review));
        assertEquals(Verdict.INCONCLUSIVE, review.total().verdicts().get("FS_DAX"));
    }

    @Test
    void aSearchThatIsCutShortIsInconclusive() {
        ReviewOptions usual = ReviewOptions.defaults();
        ReviewOptions small = new ReviewOptions(usual.kernel(), usual.types(), new TreeSet<>(List.of("T01")), 2,
                usual.millis(),
                usual.cancelled(), usual.progress());
        Review review = Tiny.reviewed(Tiny.put("-\tif (count == 1)", "+\tif (count <= 1)",
                " \t\twake_up_var(&page->_refcount);"), small);
        assertEquals(Verdict.INCONCLUSIVE, review.total().verdicts().get("FS_DAX"));
    }

    @Test
    void aReviewThatIsCancelledEndsWithWhatItHas() {
        ReviewOptions usual = ReviewOptions.defaults();
        ReviewOptions stopped = new ReviewOptions(usual.kernel(), usual.types(), usual.scenarios(), usual.maxStates(),
                usual.millis(),
                () -> true, usual.progress());
        Review review = Tiny.reviewed(WAKE_DROPPED, stopped);
        assertEquals("", predicted(review));
        assertTrue(review.diagnostics().stream().anyMatch(d -> d.message().startsWith("cancelled")));
        assertEquals(Verdict.INCONCLUSIVE, review.total().verdicts().get("FS_DAX"));
    }

    @Test
    void looksOnlyAtTheTypesAskedFor() {
        ReviewOptions usual = ReviewOptions.defaults();
        ReviewOptions some = new ReviewOptions(usual.kernel(), new TreeSet<>(List.of("PRIVATE")), usual.scenarios(),
                usual.maxStates(),
                usual.millis(), usual.cancelled(), usual.progress());
        Review review = Tiny.reviewed(ZERO, some);
        assertEquals("PRIVATE behaviour-change init-at-0, PRIVATE fix stale-state", predicted(review));
        assertEquals("[PRIVATE]", review.total().verdicts().keySet().toString());
    }

    @Test
    void usesTheKernelAskedFor() {
        ReviewOptions usual = ReviewOptions.defaults();
        PatchReview patch = Tiny.reviewed(ZERO, new ReviewOptions(Optional.of(new KernelVersion(6, 0)), usual.types(),
                usual.scenarios(),
                usual.maxStates(), usual.millis(), usual.cancelled(), usual.progress())).patches().get(0);
        assertEquals("6.0 option", patch.kernel() + " " + patch.how());
    }

    @Test
    void anInputWithoutPatchIsAReviewOfNothing() {
        Review review = Tiny.reviewed("no patch here\n");
        assertTrue(review.patches().isEmpty());
        assertTrue(review.total().predictions().isEmpty());
    }

    @Test
    void theSameInputGivesTheSameReview() {
        assertEquals(predicted(Tiny.reviewed(ZERO)), predicted(Tiny.reviewed(ZERO)));
    }

    private static ReviewOptions only(String scenario) {
        ReviewOptions usual = ReviewOptions.defaults();
        return new ReviewOptions(usual.kernel(), usual.types(), new TreeSet<>(List.of(scenario)), usual.maxStates(),
                usual.millis(),
                usual.cancelled(), usual.progress());
    }
}
