package folioscope.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import folioscope.review.Ran;
import folioscope.review.Review;
import folioscope.review.Versions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON for programs. Its shape is fixed: keys keep their names and their order; schema 1. */
final class JsonFormat implements Format {

    private static final int SCHEMA = 1;

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String reviews(List<Review> reviews) {
        return document("reviews", array(reviews, ReviewJson::of));
    }

    @Override
    public Optional<String> versions(Versions versions) {
        return Optional.of(document("comparison", VersionsJson.of(versions)));
    }

    @Override
    public String runs(List<Ran> runs) {
        return document("runs", array(runs, RunJson::of));
    }

    /** A whole document with one member of that name. */
    static String document(String name, JsonElement content) {
        JsonObject root = new JsonObject();
        root.addProperty("schema", SCHEMA);
        root.addProperty("tool", Product.NAME);
        root.add(name, content);
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent("  ");
            writer.setHtmlSafe(false);
            write(root, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    /**
     * Writes a tree by hand: the library's own way to do it looks at classes first, which costs a tenth of a second.
     */
    private static void write(JsonElement element, JsonWriter writer) throws IOException {
        if (element instanceof JsonObject object) {
            writer.beginObject();
            for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                writer.name(member.getKey());
                write(member.getValue(), writer);
            }
            writer.endObject();
        } else if (element instanceof JsonArray array) {
            writer.beginArray();
            for (JsonElement member : array) {
                write(member, writer);
            }
            writer.endArray();
        } else {
            write(element.getAsJsonPrimitive(), writer);
        }
    }

    private static void write(JsonPrimitive value, JsonWriter writer) throws IOException {
        if (value.isBoolean()) {
            writer.value(value.getAsBoolean());
        } else if (value.isNumber()) {
            writer.value(value.getAsNumber());
        } else {
            writer.value(value.getAsString());
        }
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
