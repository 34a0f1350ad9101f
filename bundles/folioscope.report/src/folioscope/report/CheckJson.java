package folioscope.report;

import com.google.gson.JsonObject;
import folioscope.model.check.CheckResult;
import folioscope.model.check.FunctionCheck;
import folioscope.skeleton.Origin;
import java.util.Locale;

/** How the model stands to a tree, as JSON. */
public final class CheckJson {

    private CheckJson() {
    }

    /** One document, with a line end. */
    public static String of(CheckResult result) {
        JsonObject json = new JsonObject();
        json.addProperty("kernel", result.kernel().toString());
        JsonObject counts = new JsonObject();
        for (FunctionCheck.Status status : FunctionCheck.Status.values()) {
            counts.addProperty(word(status), result.count(status));
        }
        json.add("counts", counts);
        json.add("functions", JsonFormat.array(result.functions(), CheckJson::function));
        return JsonFormat.document("check", json);
    }

    private static String word(FunctionCheck.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject function(FunctionCheck function) {
        JsonObject json = new JsonObject();
        json.addProperty("path", function.model().path());
        json.addProperty("function", function.name());
        json.addProperty("status", word(function.status()));
        json.add("model", place(function.model()));
        json.add("kernel", place(function.kernel()));
        json.addProperty("same", function.same());
        json.add("differences", JsonFormat.array(function.differences(), CheckJson::difference));
        return json;
    }

    private static JsonObject place(Origin origin) {
        JsonObject json = new JsonObject();
        json.addProperty("path", origin.path());
        json.addProperty("line", origin.line());
        return json;
    }

    private static JsonObject difference(FunctionCheck.Explained explained) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", explained.difference().kind().name().toLowerCase(Locale.ROOT));
        json.addProperty("what", explained.difference().kind().sign() + explained.difference().word());
        json.addProperty("text", explained.difference().text());
        json.add("where", place(explained.difference().where()));
        json.add("near", place(explained.difference().near()));
        json.addProperty("reason", explained.reason());
        return json;
    }
}
