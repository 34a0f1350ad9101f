package folioscope.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import folioscope.explore.Step;
import folioscope.explore.Trace;
import folioscope.skeleton.Origin;

/**
 * A trace as JSON: its steps. A line of a patch is one of the input as it lies on disk, a line of the model one of its
 * file.
 */
final class TraceJson {

    private TraceJson() {
    }

    static JsonArray of(Trace trace) {
        return JsonFormat.array(trace.steps(), TraceJson::step);
    }

    private static JsonObject step(Step step) {
        JsonObject json = new JsonObject();
        json.addProperty("thread", step.thread());
        json.addProperty("function", step.function());
        json.addProperty("origin", origin(step.origin().side()));
        json.addProperty("path", step.origin().path());
        json.addProperty("line", step.origin().line());
        json.addProperty("text", step.text());
        JsonObject state = new JsonObject();
        step.state().forEach(state::addProperty);
        json.add("state", state);
        return json;
    }

    private static String origin(Origin.Side side) {
        return switch (side) {
            case MODEL -> "model";
            case OLD, NEW -> "patch";
            case TREE -> "tree";
        };
    }
}
