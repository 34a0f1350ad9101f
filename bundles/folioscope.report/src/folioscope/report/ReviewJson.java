package folioscope.report;

import com.google.gson.JsonObject;
import folioscope.model.merge.Site;
import folioscope.review.GuardChange;
import folioscope.review.Obligation;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Remark;
import folioscope.review.Review;
import folioscope.review.Verdict;
import folioscope.skeleton.HunkText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** A review as JSON. */
final class ReviewJson {

    private ReviewJson() {
    }

    static JsonObject of(Review review) {
        JsonObject json = new JsonObject();
        json.addProperty("input", review.input());
        json.add("patches", JsonFormat.array(review.patches(), ReviewJson::patch));
        JsonObject total = new JsonObject();
        total.add("predictions", JsonFormat.array(review.total().predictions(), ReviewJson::prediction));
        total.add("verdicts", verdicts(review.total().verdicts()));
        review.total().guards().ifPresent(all -> total.add("guards", JsonFormat.array(all, ReviewJson::guard)));
        json.add("total", total);
        json.add("series", SeriesJson.of(review));
        json.add("diagnostics", JsonFormat.array(review.diagnostics(), ReviewJson::remark));
        return json;
    }

    private static JsonObject patch(PatchReview patch) {
        JsonObject json = new JsonObject();
        json.addProperty("index", patch.index());
        json.addProperty("subject", patch.subject());
        json.addProperty("messageId", patch.messageId());
        json.addProperty("quoted", patch.quoted());
        JsonObject baseline = new JsonObject();
        baseline.addProperty("kernel", patch.kernel().toString());
        baseline.addProperty("how", patch.how());
        json.add("baseline", baseline);
        List<Integer> numbers = new ArrayList<>();
        json.add("sites", JsonFormat.array(patch.sites(), s -> {
            numbers.add(numbers.size() + 1);
            return site(s, numbers.size());
        }));
        JsonObject understood = new JsonObject();
        understood.addProperty("lifecycleLines", patch.sites().size());
        understood.addProperty("mapped", patch.mapped());
        json.add("understood", understood);
        json.add("predictions", JsonFormat.array(patch.predictions(), ReviewJson::prediction));
        json.add("verdicts", verdicts(patch.verdicts()));
        json.add("diagnostics", JsonFormat.array(patch.diagnostics(), ReviewJson::remark));
        return json;
    }

    private static JsonObject site(Site site, int number) {
        JsonObject json = new JsonObject();
        json.addProperty("id", "s" + number);
        json.addProperty("path", site.path());
        json.addProperty("function", site.function());
        json.addProperty("side", site.mark() == HunkText.Mark.REMOVED ? "-" : "+");
        json.addProperty("line", site.line());
        json.addProperty("text", site.text());
        json.addProperty("status", site.status().name().toLowerCase(Locale.ROOT));
        json.addProperty("model", site.model());
        return json;
    }

    static JsonObject prediction(Prediction p) {
        JsonObject json = new JsonObject();
        json.addProperty("type", p.type());
        json.addProperty("kind", p.kind().word());
        json.addProperty("effect", p.effect());
        json.addProperty("scenario", p.scenario());
        json.addProperty("before", p.before());
        json.addProperty("after", p.after());
        json.addProperty("message", p.message());
        json.add("sites", JsonFormat.words(p.sites()));
        json.addProperty("line", p.line());
        json.add("obligations", JsonFormat.array(p.obligations(), ReviewJson::obligation));
        json.add("traceBefore", TraceJson.of(p.traceBefore()));
        json.add("traceAfter", TraceJson.of(p.traceAfter()));
        return json;
    }

    private static JsonObject guard(GuardChange g) {
        JsonObject json = new JsonObject();
        json.addProperty("path", g.path());
        json.addProperty("function", g.function());
        json.addProperty("condition", g.condition());
        json.addProperty("type", g.type());
        json.addProperty("vital", g.vital() ? "after" : "before");
        json.addProperty("comesTrueOtherwise", g.comesTrue());
        json.addProperty("scenario", g.scenario());
        json.addProperty("without", g.clause());
        return json;
    }

    private static JsonObject obligation(Obligation o) {
        JsonObject json = new JsonObject();
        json.addProperty("path", o.path());
        json.addProperty("function", o.function());
        json.addProperty("predicate", o.predicate());
        json.addProperty("touched", o.touched());
        return json;
    }

    static JsonObject verdicts(SortedMap<String, Verdict> verdicts) {
        JsonObject json = new JsonObject();
        verdicts.forEach((type, verdict) -> json.addProperty(type, verdict.word()));
        return json;
    }

    private static JsonObject remark(Remark r) {
        JsonObject json = new JsonObject();
        json.addProperty("severity", r.severity());
        json.addProperty("line", r.line());
        json.addProperty("message", r.message());
        return json;
    }
}
