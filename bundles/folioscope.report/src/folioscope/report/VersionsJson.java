package folioscope.report;

import com.google.gson.JsonObject;
import folioscope.review.Match;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.Versions;
import java.util.Optional;

/** Two versions of a series as JSON. */
final class VersionsJson {

    private VersionsJson() {
    }

    static JsonObject of(Versions versions) {
        JsonObject json = new JsonObject();
        json.add("old", side(versions.before()));
        json.add("new", side(versions.after()));
        json.addProperty("same", versions.same());
        JsonObject predictions = new JsonObject();
        predictions.add("added", JsonFormat.array(versions.fresh(), ReviewJson::prediction));
        predictions.add("dropped", JsonFormat.array(versions.gone(), ReviewJson::prediction));
        predictions.add("kept", JsonFormat.array(versions.stayed(), ReviewJson::prediction));
        json.add("predictions", predictions);
        json.add("patches", JsonFormat.array(versions.patches(), VersionsJson::match));
        return json;
    }

    private static JsonObject side(Review review) {
        JsonObject json = new JsonObject();
        json.addProperty("input", review.input());
        json.addProperty("patches", review.patches().size());
        json.addProperty("kernel", review.patches().stream().findFirst().map(p -> p.kernel().toString()).orElse(""));
        json.add("verdicts", ReviewJson.verdicts(review.total().verdicts()));
        return json;
    }

    private static JsonObject match(Match match) {
        JsonObject json = new JsonObject();
        json.addProperty("old", index(match.before()));
        json.addProperty("new", index(match.after()));
        json.addProperty("subject", match.subject());
        json.addProperty("status", match.status().word());
        json.addProperty("moved", match.moved());
        json.add("added", JsonFormat.array(match.fresh(), VersionsJson::brief));
        json.add("dropped", JsonFormat.array(match.gone(), VersionsJson::brief));
        return json;
    }

    private static JsonObject brief(Prediction prediction) {
        JsonObject json = new JsonObject();
        json.addProperty("type", prediction.type());
        json.addProperty("kind", prediction.kind().word());
        json.addProperty("effect", prediction.effect());
        return json;
    }

    /** 0 where there is no such patch. */
    private static int index(Optional<PatchReview> patch) {
        return patch.map(PatchReview::index).orElse(0);
    }
}
