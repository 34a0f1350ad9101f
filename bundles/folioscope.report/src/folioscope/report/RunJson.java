package folioscope.report;

import com.google.gson.JsonObject;
import folioscope.explore.Observation;
import folioscope.explore.Outcome;
import folioscope.explore.Violation;
import folioscope.review.Ran;
import java.util.Locale;

/** A run of a scenario as JSON. */
final class RunJson {

    private RunJson() {
    }

    static JsonObject of(Ran ran) {
        JsonObject json = new JsonObject();
        json.addProperty("scenario", ran.scenario().id());
        json.addProperty("kernel", ran.kernel().toString());
        json.addProperty("type", ran.cell().type());
        JsonObject choice = new JsonObject();
        ran.cell().choice().forEach(choice::addProperty);
        json.add("params", choice);
        json.addProperty("debugVm", ran.debug());
        Outcome outcome = ran.outcome();
        json.addProperty("complete", outcome.complete());
        json.addProperty("bound", outcome.bound());
        json.addProperty("states", outcome.states());
        json.addProperty("transitions", outcome.transitions());
        json.addProperty("depth", outcome.depth());
        json.add("violations", JsonFormat.array(outcome.violations(), RunJson::violation));
        json.add("observations", JsonFormat.array(outcome.observations(), RunJson::observation));
        json.add("unknowns", JsonFormat.words(outcome.unknowns()));
        return json;
    }

    private static JsonObject violation(Violation v) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", v.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.addProperty("effect", v.effect());
        json.addProperty("message", v.message());
        json.addProperty("path", v.origin().path());
        json.addProperty("line", v.origin().line());
        json.addProperty("function", v.function());
        json.addProperty("predicate", v.predicate());
        json.add("trace", TraceJson.of(v.trace()));
        return json;
    }

    private static JsonObject observation(Observation o) {
        JsonObject json = new JsonObject();
        json.addProperty("name", o.name());
        json.addProperty("value", o.value());
        return json;
    }
}
