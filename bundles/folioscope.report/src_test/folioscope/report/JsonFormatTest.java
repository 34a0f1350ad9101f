package folioscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonFormatTest {

    private final JsonFormat format = new JsonFormat();

    @Test
    void writesAReviewInTheFixedShape() {
        Golden.matches("review.json", format.reviews(List.of(Samples.single())));
    }

    @Test
    void writesASeries() {
        Golden.matches("series.json", format.reviews(List.of(Samples.series())));
    }

    @Test
    void writesTwoVersions() {
        Golden.matches("versions.json", format.versions(Samples.versions()).orElseThrow());
    }

    @Test
    void writesRuns() {
        Golden.matches("runs.json", format.runs(Samples.runs()));
    }

    @Test
    void keysStandInTheOrderOfTheDesign() {
        JsonObject review = JsonParser.parseString(format.reviews(List.of(Samples.single()))).getAsJsonObject()
                .getAsJsonArray("reviews").get(0).getAsJsonObject();
        JsonObject patch = review.getAsJsonArray("patches").get(0).getAsJsonObject();
        assertEquals(List.of("index", "subject", "messageId", "quoted", "baseline", "sites", "understood",
                "predictions", "verdicts",
                "diagnostics"), List.copyOf(patch.keySet()));
        assertEquals(List.of("type", "kind", "effect", "scenario", "before", "after", "message", "sites", "line",
                "obligations",
                "traceBefore", "traceAfter"),
                List.copyOf(review.getAsJsonObject("total").getAsJsonArray("predictions").get(0).getAsJsonObject()
                .keySet()));
    }

    @Test
    void countsTheLinesThatWereUnderstood() {
        JsonObject understood = JsonParser.parseString(format.reviews(List.of(Samples.single()))).getAsJsonObject()
                .getAsJsonArray("reviews")
                .get(0).getAsJsonObject().getAsJsonArray("patches").get(0).getAsJsonObject()
                .getAsJsonObject("understood");
        assertEquals(3, understood.get("lifecycleLines").getAsInt());
        assertEquals(2, understood.get("mapped").getAsInt());
    }

    @Test
    void doesNotEscapeForHtml() {
        String json = format.reviews(List.of(Samples.single()));
        assertTrue(json.contains("free <device> pages"));
        assertFalse(json.contains("\\u003c"));
    }

    @Test
    void keepsWhatConcernsAnInputWithoutPatches() {
        assertTrue(format.reviews(List.of(Samples.nothing())).contains("no diff in it"));
    }

    @Test
    void endsWithALineEndAndNothingElse() {
        String json = format.reviews(List.of());
        assertTrue(json.endsWith("}\n"));
        assertFalse(json.contains("\r"));
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale usual = Locale.getDefault();
        String before = format.reviews(List.of(Samples.single(), Samples.series()));
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(before, format.reviews(List.of(Samples.single(), Samples.series())), tag);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
