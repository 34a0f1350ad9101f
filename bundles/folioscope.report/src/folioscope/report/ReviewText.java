package folioscope.report;

import folioscope.model.merge.Site;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Remark;
import folioscope.review.Review;
import folioscope.review.Verdict;
import folioscope.skeleton.HunkText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A review as text: what changes for whom, then each prediction, then what was not understood. */
final class ReviewText {

    private final Review review;
    private final Page page;

    ReviewText(Review review, Look look) {
        this.review = review;
        this.page = new Page(look);
    }

    String text() {
        List<PatchReview> patches = review.patches();
        page.say(0, Colour.BOLD, review.input());
        if (patches.isEmpty()) {
            page.say(2, "no patch in it");
        } else if (patches.size() == 1) {
            page.say(2, patches.get(0).subject());
        } else {
            page.say(2, patches.size() + " patches, " + patches.get(0).subject() + " and on");
        }
        if (!patches.isEmpty()) {
            page.say(2, baseline(patches.get(0)) + "; " + understood());
            SeriesText series = new SeriesText(page, review);
            series.parts();
            page.blank();
            new MatrixText(page).put(review);
            series.courses();
            predictions();
            patchByPatch();
            review.total().guards().ifPresent(new GuardText(page)::put);
            notUnderstood();
        }
        remarks();
        return page.text();
    }

    static String baseline(PatchReview first) {
        String how = switch (first.how()) {
            case "option" -> "as asked for";
            case "explained" -> "which fits the patch best";
            case "date" -> "by the date";
            case "tree" -> "by the tree";
            default -> first.how();
        };
        return "model of kernel " + first.kernel() + ", " + how;
    }

    private String understood() {
        List<Site> sites = sites();
        String parts = Stream.of(Site.Status.values()).filter(s -> count(sites, s) > 0)
                .map(s -> count(sites, s) + " " + s.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        return Page.count(sites.size(), "lifecycle line") + (parts.isEmpty() ? "" : ": " + parts);
    }

    private List<Site> sites() {
        return review.patches().stream().flatMap(p -> p.sites().stream()).toList();
    }

    private static long count(List<Site> sites, Site.Status status) {
        return sites.stream().filter(s -> s.status() == status).count();
    }

    private void predictions() {
        List<Prediction> all = new ArrayList<>(review.total().predictions());
        all.sort(Comparator.comparing(Prediction::kind));
        int number = 1;
        for (Prediction prediction : all) {
            new PredictionText(page, review).put(number++, prediction);
        }
        if (all.isEmpty() && review.total().verdicts().values().stream().allMatch(v -> v == Verdict.NONE)) {
            page.blank().say(0, "Nothing that the model's scenarios look at is different afterwards.");
        }
    }

    /** What single patches of a series do, also where a later one takes it back. */
    private void patchByPatch() {
        if (review.patches().size() < 2) {
            return;
        }
        page.heading("Patch by patch");
        for (PatchReview patch : review.patches()) {
            page.labelled(2, String.format(Locale.ROOT, "%2d  ", patch.index()), patch.subject());
            for (Prediction p : patch.predictions()) {
                page.labelled(6, "- ", p.type() + ", " + p.kind().word() + " " + p.effect() + ": " + p.message());
            }
        }
    }

    private void notUnderstood() {
        List<Site> open = sites().stream()
                .filter(s -> s.status() != Site.Status.MERGED && s.status() != Site.Status.EQUIVALENT).toList();
        if (open.isEmpty()) {
            return;
        }
        page.heading("Not understood");
        page.say(2, "Nothing is predicted from these lines: conflict, the model's function has nothing they fit to; "
                + "unmodelled, the model does not have the function or does not look at this; unparsed, the C could "
                + "not be read.").blank();
        Table table = new Table(page.look(), 2, 10, 5, 38, 39);
        for (Site site : open) {
            table.row(site.status().name().toLowerCase(Locale.ROOT), Integer.toString(site.line()),
                    Wrap.cut(site.path().replaceFirst(".*/", "")
                    + (site.function().isEmpty() ? "" : " " + site.function() + "()"), 38),
                    (site.mark() == HunkText.Mark.REMOVED ? "- " : "+ ") + Wrap.cut(site.text(), 37));
        }
        page.put(table);
    }

    private void remarks() {
        List<Remark> remarks = new ArrayList<>(review.diagnostics());
        review.patches().forEach(p -> remarks.addAll(p.diagnostics()));
        if (!remarks.isEmpty()) {
            page.heading("Notes");
            remarks.stream().distinct().forEach(r -> page.labelled(2, "- ",
                    (r.line() > 0 ? review.input().replaceFirst(".*/", "") + ":" + r.line() + ": " : "")
                    + r.message()));
        }
    }
}
