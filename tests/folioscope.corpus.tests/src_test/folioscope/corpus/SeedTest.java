package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import folioscope.explore.Outcome;
import folioscope.explore.Violation;
import folioscope.patch.PatchReader;
import folioscope.review.Obligation;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;
import folioscope.review.Verdict;

/** The remarks of the five mails that this project starts from, each made again by running the model. */
class SeedTest {

    private static Review review(Path file) {
        return new Reviewer(Lab.LIBRARY).review(PatchReader.read(file.getFileName().toString(), Checkout.bytes(file)),
                ReviewOptions.defaults());
    }

    private static Set<String> predicted(List<Prediction> predictions, String type) {
        return predictions.stream().filter(p -> p.type().equals(type)).map(p -> p.kind().word() + " " + p.effect())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertPredicts(Review review, String type, String... wanted) {
        Set<String> got = predicted(review.total().predictions(), type);
        assertTrue(got.containsAll(List.of(wanted)), () -> type + ": wanted " + List.of(wanted) + ", got " + got);
    }

    private static Outcome run(String kernel, String scenario, String variant, String type) {
        return new Lab(kernel).run(Row.unknown(scenario, variant, type, kernel), true).orElseThrow();
    }

    private static Set<Integer> seen(Outcome outcome, String observation) {
        return outcome.observations().stream().filter(o -> o.name().equals(observation)).map(o -> o.value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Seed 000: who puts the page on munmap, if its entry is a devmap one? Nobody. */
    @Test
    void coherentPageInstalledAsDevmapIsNeverPutOnMunmap() {
        Review review = review(Checkout.sample("coherent-as-devmap-pte.patch"));
        assertPredicts(review, "COHERENT", "regression leak");
        Set<String> hit = review.total().predictions().stream().map(Prediction::type).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("COHERENT"), hit, "nobody else is touched");
    }

    /** Seed 001: GENERIC pages are mapped at 0 and get_page() trips over that; ext4, fuse and xfs still wait for 1. */
    @Test
    void genericPagesMappedAtZeroTripGetPageAndExt4FuseXfsStillWaitForOne() {
        Review review = review(Checkout.sample("zero-base-without-waiters.patch"));
        assertPredicts(review, "GENERIC", "behaviour-change init-at-0", "regression mapped-ref-not-taken", "regression bug-on-get-zero");
        assertPredicts(review, "FS_DAX", "behaviour-change free-at-1to0", "regression hang-idle-wait");
        List<Obligation> waiters = review.total().predictions().stream().filter(p -> p.effect().equals("hang-idle-wait"))
                .flatMap(p -> p.obligations().stream()).distinct().toList();
        String one = "atomic_read(&page->_refcount) == 1";
        assertEquals(Set.of(new Obligation("fs/ext4/inode.c", "ext4_break_layouts", one, false),
                new Obligation("fs/fuse/dax.c", "__fuse_dax_break_layouts", one, false),
                new Obligation("fs/xfs/xfs_inode.c", "xfs_break_dax_layouts", one, false)), Set.copyOf(waiters));
    }

    /** Seed 002: fork and munmap leave a file's devmap page alone; a COHERENT page with a normal entry is put by munmap. */
    @Test
    void coherentPageInstalledAsNormalEntryIsPutOnMunmap() {
        assertEquals(Set.of(0), seen(run("5.17", "S01", "FS=FS_EXT4, ORDER=0", "FS_DAX"), "refs_of_a_mapping"));
        Review review = review(Checkout.sample("coherent-devmap-and-back.mbox"));
        assertTrue(predicted(review.patches().get(0).predictions(), "COHERENT").contains("regression leak"));
        assertTrue(predicted(review.patches().get(1).predictions(), "COHERENT").contains("fix leak"));
        assertEquals(List.of(), review.total().predictions(), "both together change nothing");
    }

    /** Seed 003: the quoted patch makes mappings hold references; without compound pages its huge fault is refused with a warning. */
    @Test
    void deviceDaxMappingTakesAReferenceAndItsHugeFaultNeedsCompoundPages() {
        Review review = review(Checkout.shared("seeds/003_aa9042a6028eb22b.txt"));
        assertPredicts(review, "GENERIC", "behaviour-change mapped-ref-taken", "behaviour-change pte-devmap-cleared");
        assertEquals(Set.of(), predicted(review.total().predictions(), "FS_DAX"));
        assertTrue(review.patches().get(0).quoted());
        List<Violation> withSingles = run("6.15", "S21", "-", "GENERIC").violations();
        assertEquals(List.of(Violation.Kind.WARN), withSingles.stream().map(Violation::kind).toList());
        assertEquals("vmf_insert_folio_pmd", withSingles.get(0).function());
        assertEquals(List.of(), run("6.15", "S01h", "-", "GENERIC").violations(), "compound pages are accounted for");
        assertEquals(List.of(), run("6.14", "S21", "-", "GENERIC").violations(), "before, nobody asked");
    }

    /** Seed 004: the driver is told at 2->1; pages that start at 0 are never handed back, unless they are freed at 0 as well. */
    @Test
    void callbackRunsFromTwoToOneAndPagesThatStartAtZeroMissIt() {
        Outcome hmm = run("4.14", "C03", "DRIVER=DRIVER_TEST_HMM", "PRIVATE");
        assertEquals(Set.of(1), seen(hmm, "freed_at"));
        assertEquals(Set.of(1), seen(hmm, "free_count"));
        Review start = review(Checkout.sample("private-starts-at-0.patch"));
        assertPredicts(start, "PRIVATE", "behaviour-change init-at-0", "regression leak");
        Review both = review(Checkout.sample("private-starts-at-0-freed-at-0.patch"));
        assertPredicts(both, "PRIVATE", "behaviour-change init-at-0", "behaviour-change free-at-1to0", "behaviour-change free-count-0");
        assertEquals(Verdict.REGRESSION, start.total().verdicts().get("PRIVATE"));
    }
}
