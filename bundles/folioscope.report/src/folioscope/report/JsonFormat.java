package folioscope.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import folioscope.review.Ran;
import folioscope.review.Review;
import java.util.List;
import java.util.function.Function;

/** JSON for programs. Its shape is fixed: keys keep their names and their order; schema 1. */
final class JsonFormat implements Format {

    private static final int SCHEMA = 1;

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String reviews(List<Review> reviews) {
        return document("reviews", array(reviews, ReviewJson::of));
    }

    @Override
    public String runs(List<Ran> runs) {
        return document("runs", array(runs, RunJson::of));
    }

    private String document(String name, JsonElement content) {
        JsonObject root = new JsonObject();
        root.addProperty("schema", SCHEMA);
        root.addProperty("tool", Product.NAME);
        root.add(name, content);
        return gson.toJson(root) + "\n";
    }

    static <T> JsonArray array(Iterable<T> values, Function<T, JsonElement> element) {
        JsonArray array = new JsonArray();
        values.forEach(v -> array.add(element.apply(v)));
        return array;
    }

    static JsonArray words(Iterable<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
