package folioscope.report;

import folioscope.model.merge.Site;
import folioscope.review.Obligation;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.Verdict;
import folioscope.skeleton.HunkText;
import java.util.Locale;

/**
 * One prediction as text: the sentence, the lines that cause it, the way there before and after, and who still relies
 * on it.
 */
final class PredictionText {

    private static final int MOST_LINES = 12;

    private final Page page;
    private final Review review;

    PredictionText(Page page, Review review) {
        this.page = page;
        this.review = review;
    }

    void put(int number, Prediction p) {
        Verdict verdict = Verdict.valueOf(p.kind().name());
        String head = String.format(Locale.ROOT, "%-3s%s, %s: %s%s", number + ".", p.type(), p.kind().word(),
                p.effect(),
                p.scenario().isEmpty() ? "" : " (scenario " + p.scenario() + ")");
        page.blank().say(0, Colour.of(verdict) == Colour.NONE ? Colour.BOLD : Colour.of(verdict), head);
        page.say(3, p.message());
        lines(p);
        page.blank();
        page.labelled(3, "before  ", p.before());
        page.labelled(3, "after   ", p.after());
        obligations(p);
        if (page.look().traces()) {
            new TraceText(page).put(p);
        }
    }

    private void lines(Prediction p) {
        if (p.sites().isEmpty()) {
            return;
        }
        page.blank().say(3, "because of");
        int left = MOST_LINES;
        for (PatchReview patch : review.patches()) {
            for (int i = 0; i < patch.sites().size(); i++) {
                if (p.sites().contains(patch.index() + ":s" + (i + 1)) && left-- > 0) {
                    line(patch.sites().get(i));
                }
            }
        }
        if (left < 0) {
            page.say(5, "and " + Page.count(-left, "more line"));
        }
    }

    private void line(Site site) {
        boolean removed = site.mark() == HunkText.Mark.REMOVED;
        String place = Wrap.cut(review.input().replaceFirst(".*/", ""), 40) + ":" + site.line();
        String sign = removed ? "-" : "+";
        page.say(5, removed ? Colour.RED : Colour.GREEN,
                place + "  " + sign + " " + Wrap.cut(site.text(), Math.max(20, Page.WIDTH - 10 - place.length())));
    }

    private void obligations(Prediction p) {
        if (p.obligations().isEmpty()) {
            return;
        }
        page.blank().say(3, "relies on it still");
        for (Obligation o : p.obligations()) {
            page.labelled(5, "- ", o.path() + " " + o.function() + "() waits for " + o.predicate()
                    + (o.touched() ? "; the patch changes this function" : "; the patch does not touch it"));
        }
    }
}
