package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final String WAKE_DROPPED = Tiny.put("-\tif (count == 1)", "-\t\twake_up_var(&page->_refcount);");
    private static final String WAKE_ADDED = Tiny.put("+\tif (count == 1)", "+\t\twake_up_var(&page->_refcount);");
    private static final String ZERO = Tiny.init("-\tset_page_count(page, 1);", "+\tset_page_count(page, 0);");

    private static List<String> courses(Review review) {
        return Course.of(review).stream().map(c -> c.type() + " " + c.effect() + " broken " + c.brokenBy()
                + " repaired "
                + c.repairedBy() + " " + c.end().word()).toList();
    }

    private static Prediction prediction(Prediction.Kind kind) {
        Prediction real = Tiny.reviewed(WAKE_DROPPED).total().predictions().get(0);
        return new Prediction(real.type(), kind, real.effect(), real.scenario(), real.before(), real.after(),
                real.message(), real.sites(), real.line(), real.obligations(), real.traceBefore(), real.traceAfter());
    }

    private static Review review(Verdict verdict, List<Prediction> total, List<List<Prediction>> patches) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        verdicts.put("FS_DAX", verdict);
        PatchReview one = Tiny.reviewed(WAKE_DROPPED).patches().get(0);
        List<PatchReview> all = new ArrayList<>();
        patches.forEach(p -> all.add(new PatchReview(all.size() + 1, one.subject(), one.messageId(), false,
                one.kernel(),
                one.how(), one.sites(), p, verdicts, 1, List.of())));
        return new Review("x.mbox", all, new Review.Total(total, verdicts), List.of());
    }

    @Test
    void namesThePatchThatBreaksAndTheOneThatRepairs() {
        assertEquals(List.of("FS_DAX lost-wake broken [1] repaired [2] none"),
                courses(Tiny.reviewed(Tiny.series(WAKE_DROPPED, WAKE_ADDED))));
    }

    @Test
    void saysWhatIsStillBrokenAtTheEnd() {
        assertEquals(List.of("FS_DAX lost-wake broken [1] repaired [] broken"),
                courses(Tiny.reviewed(Tiny.series(WAKE_DROPPED, Tiny.put("+\tif (count == 5)",
                "+\t\tpage->in_use = 1;")))));
    }

    @Test
    void standsInTheOrderOfTypesThenOfPatches() {
        assertEquals(List.of("FS_DAX", "FS_DAX", "FS_DAX", "PRIVATE", "PRIVATE"),
                Course.of(Tiny.reviewed(Tiny.series(ZERO, WAKE_DROPPED))).stream().map(Course::type).toList());
    }

    @Test
    void aPatchAloneIsNoSeries() {
        assertEquals(List.of(), courses(Tiny.reviewed(WAKE_DROPPED)));
    }

    @Test
    void whatWasNotUnderstoodIsOpenAtTheEnd() {
        assertEquals(List.of("FS_DAX lost-wake broken [1] repaired [] open"),
                courses(review(Verdict.INCONCLUSIVE, List.of(),
                List.of(List.of(prediction(Prediction.Kind.REGRESSION)), List.of()))));
    }

    @Test
    void whatOnlyTheWholeShowsHasNoPatch() {
        assertEquals(List.of("FS_DAX lost-wake broken [] repaired [] broken"), courses(review(Verdict.REGRESSION,
                List.of(prediction(Prediction.Kind.REGRESSION)), List.of(List.of(), List.of()))));
    }
}
