package folioscope.report;

import folioscope.explore.Observation;
import folioscope.explore.Outcome;
import folioscope.explore.Step;
import folioscope.explore.Trace;
import folioscope.explore.Violation;
import folioscope.model.KernelVersion;
import folioscope.model.Scenario;
import folioscope.model.merge.Site;
import folioscope.review.Cell;
import folioscope.review.GuardChange;
import folioscope.review.Match;
import folioscope.review.Obligation;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Ran;
import folioscope.review.Remark;
import folioscope.review.Review;
import folioscope.review.Verdict;
import folioscope.review.Versions;
import folioscope.skeleton.HunkText.Mark;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Unit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reviews and runs made by hand. */
final class Samples {

    private static final KernelVersion KERNEL = new KernelVersion(5, 9);

    private Samples() {
    }

    /** A review of one patch with two predictions and one line that was not understood. */
    static Review single() {
        PatchReview patch = patch(1, "[PATCH] mm: free <device> pages at \"zero\"", List.of(hang(), moved()),
                verdicts("FS_DAX", Verdict.REGRESSION, "GENERIC", Verdict.NONE, "PRIVATE", Verdict.BEHAVIOUR_CHANGE));
        return new Review("patches/zero.patch", List.of(patch), new Review.Total(patch.predictions(), patch.verdicts(),
                Optional.of(List.of(new GuardChange("mm/gup.c", "gup_pte_range", "pte_val(pte) != pte_val(*ptep) && a < b", "FS_DAX",
                        true, true, "S08", "a block is freed while a device still transfers to its page"),
                        new GuardChange("mm/gup.c", "gup_pte_range", "pte_val(pte) != pte_val(*ptep) && a < b", "PRIVATE",
                        false, false, "S06", "a page is handed out while somebody uses it")))),
                List.of(new Remark("warning", 3, "the mail names no character set; read as UTF-8")));
    }

    /** A series whose second patch repairs what the first breaks. */
    static Review series() {
        PatchReview first = patch(1, "[PATCH 1/2] mm: free device pages at zero", List.of(hang()),
                verdicts("FS_DAX", Verdict.REGRESSION, "GENERIC", Verdict.INCONCLUSIVE));
        PatchReview second = patch(2,
                "[PATCH 2/2] ext4, xfs, fuse: wait for a count of zero, as the title says at great length",
                List.of(), verdicts("FS_DAX", Verdict.FIX, "GENERIC", Verdict.NONE));
        return new Review("series.mbox", List.of(first, second),
                new Review.Total(List.of(), verdicts("FS_DAX", Verdict.NONE, "GENERIC", Verdict.INCONCLUSIVE)),
                List.of());
    }

    /** Two versions of a patch: the new one no longer hangs, and another patch comes before it. */
    static Versions versions() {
        Review old = single();
        PatchReview added = patch(1, "[PATCH v2 1/3] mm: wait for a count of zero", List.of(),
                verdicts("FS_DAX", Verdict.NONE));
        PatchReview changed = patch(2, "[PATCH v2 2/3] mm: free <device> pages at \"zero\"", List.of(moved()),
                verdicts("FS_DAX", Verdict.NONE, "PRIVATE", Verdict.BEHAVIOUR_CHANGE));
        Review now = new Review("patches/zero-v2.mbox", List.of(added, changed), new Review.Total(List.of(moved()),
                verdicts("FS_DAX", Verdict.NONE, "PRIVATE", Verdict.BEHAVIOUR_CHANGE)), List.of());
        return new Versions(old, now, List.of(new Match(Optional.empty(), Optional.of(added), Match.Status.ADDED,
                false),
                new Match(Optional.of(old.patches().get(0)), Optional.of(changed), Match.Status.CHANGED, true)));
    }

    /** An input without any patch. */
    static Review nothing() {
        return new Review("letter.eml", List.of(), new Review.Total(List.of(), new TreeMap<>()),
                List.of(new Remark("error", 0, "no diff in it")));
    }

    /** Two runs: one that holds, one that hangs. */
    static List<Ran> runs() {
        Scenario scenario = new Scenario("S08", "truncate waits", "is a block freed only when nobody can write to it?",
                List.of("FS_DAX"), Optional.empty(), Optional.empty(), List.of(), List.of("gup_user", "truncate"),
                List.of(), false,
                "scenarios/S08.c", Unit.EMPTY);
        Outcome good = new Outcome(true, "", 412, 987, 31, List.of(),
                List.of(new Observation("idle_at", 1, Trace.EMPTY)), new TreeSet<>());
        Outcome bad = new Outcome(false, "more than 200000 states", 200_000, 654_321, 77, List.of(violation()),
                List.of(),
                new TreeSet<>(List.of("fs_block_freed() at fs/dax.c:12: not defined, does nothing")));
        return List.of(new Ran(KERNEL, scenario, cell("FS_EXT4"), true, good),
                new Ran(KERNEL, scenario, cell("FS_FUSE"), false, bad));
    }

    private static Cell cell(String fs) {
        SortedMap<String, String> choice = new TreeMap<>();
        choice.put("FS", fs);
        return new Cell("S08", "FS_DAX", choice);
    }

    private static Violation violation() {
        return new Violation(Violation.Kind.HANG, "hang-idle-wait", "waits for ever", "ext4_break_layouts",
                new Origin(Origin.Side.MODEL, "fs/ext4/inode.c", 40), "page_ref_count(page) == 1", () -> stuck(1));
    }

    private static Prediction hang() {
        return new Prediction("FS_DAX", Prediction.Kind.REGRESSION, "hang-idle-wait", "S08", "does not happen",
                "ext4_break_layouts() waits for ever for page_ref_count(page) == 1",
                "fsdax: the wake now runs at 1->0, but ext4_break_layouts() still waits for "
                        + "page_ref_count(page) == 1: it sleeps for ever",
                List.of("1:s1", "1:s2"), 41,
                List.of(new Obligation("fs/ext4/inode.c", "ext4_break_layouts", "page_ref_count(page) == 1", false),
                        new Obligation("fs/xfs/xfs_file.c", "xfs_break_dax_layouts", "page_ref_count(page) == 1",
                        true)),
                Trace.EMPTY, () -> stuck(0));
    }

    private static Prediction moved() {
        return new Prediction("PRIVATE", Prediction.Kind.BEHAVIOUR_CHANGE, "free-at-1to0", "C03", "freed_at = 1",
                "freed_at = 0",
                "the free callback of PRIVATE pages runs when the count goes from 1 to 0 (was 2 to 1)", List.of("1:s2"),
                42, List.of(),
                () -> stuck(1), () -> stuck(0));
    }

    private static List<Step> stuck(int rest) {
        Origin model = new Origin(Origin.Side.MODEL, "fs/ext4/inode.c", 40);
        Origin fresh = new Origin(Origin.Side.NEW, "mm/memremap.c", 42);
        return List.of(step("setup", "setup", model, "setup()", rest + 1),
                step("truncate", "ext4_break_layouts", model, "page_ref_count(page) == 1", rest + 1),
                rest == 0 ? step("gup_user", "put_page", fresh,
                "if (page_ref_dec_and_test(page)) free_zone_device_page(page);", rest)
                        : step("gup_user", "put_devmap_managed_page", model, "page_ref_dec_return(page)", rest),
                step("truncate", "schedule", model, "schedule();", rest));
    }

    private static Step step(String thread, String function, Origin origin, String text, int count) {
        SortedMap<String, Integer> state = new TreeMap<>();
        state.put("count", count);
        state.put("mapcount", 0);
        return new Step(thread, function, origin, text, state);
    }

    private static PatchReview patch(int index, String subject, List<Prediction> predictions, SortedMap<String,
            Verdict> verdicts) {
        List<Site> sites = List.of(
                new Site("mm/memremap.c", "put_devmap_managed_page", Mark.REMOVED, 41,
                "\tcount = page_ref_dec_return(page);",
                        Site.Status.MERGED, "memremap.c:put_devmap_managed_page", Optional.empty()),
                new Site("mm/memremap.c", "put_page", Mark.ADDED, 42, "\t\tif (page_ref_dec_and_test(page) && a < b)",
                        Site.Status.MERGED, "mm.h:put_page", Optional.empty()),
                new Site("drivers/gpu/drm/nouveau/nouveau_dmem.c", "nouveau_dmem_page_alloc_locked", Mark.ADDED, 77,
                        "\tinit_page_count(page);\033[31m and a very long line that goes on and on",
                        Site.Status.UNMODELLED, "", Optional.empty()));
        return new PatchReview(index, subject, "20201001181715.17416-2-someone@example.org", false, KERNEL, index == 1
                ? "explained" : "series",
                sites, predictions, verdicts, 17,
                List.of(new Remark("info", 1, "put_page(): part of the change does not fit the model")));
    }

    private static SortedMap<String, Verdict> verdicts(Object... pairs) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            verdicts.put((String) pairs[i], (Verdict) pairs[i + 1]);
        }
        return verdicts;
    }
}
