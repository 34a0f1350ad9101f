package folioscope.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import folioscope.review.Course;
import folioscope.review.Review;
import folioscope.review.SeriesParts;
import java.util.List;

/** What is to be said of a series as such, as JSON. */
final class SeriesJson {

    private SeriesJson() {
    }

    static JsonObject of(Review review) {
        JsonObject json = new JsonObject();
        json.add("incomplete", JsonFormat.array(SeriesParts.of(review), SeriesJson::parts));
        json.add("effects", JsonFormat.array(Course.of(review), SeriesJson::course));
        return json;
    }

    private static JsonObject parts(SeriesParts parts) {
        JsonObject json = new JsonObject();
        json.addProperty("series", parts.series());
        json.addProperty("of", parts.of());
        json.add("present", numbers(List.copyOf(parts.present())));
        json.add("missing", numbers(List.copyOf(parts.missing())));
        return json;
    }

    private static JsonObject course(Course course) {
        JsonObject json = new JsonObject();
        json.addProperty("type", course.type());
        json.addProperty("effect", course.effect());
        json.add("steps", JsonFormat.array(course.steps(), SeriesJson::step));
        json.add("brokenBy", numbers(course.brokenBy()));
        json.add("repairedBy", numbers(course.repairedBy()));
        json.addProperty("end", course.end().word());
        return json;
    }

    private static JsonObject step(Course.Step step) {
        JsonObject json = new JsonObject();
        json.addProperty("patch", step.patch());
        json.addProperty("kind", step.kind().word());
        return json;
    }

    private static JsonArray numbers(List<Integer> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }
}
