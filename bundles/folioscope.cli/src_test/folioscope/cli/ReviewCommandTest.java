package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {

    private static final String[] ONE_SCENARIO = { "review", "--kernel", "5.17", "--scenario", "S09", "--type", "FS_DAX" };

    @Test
    void aChangeOfBehaviourIsStatus1() {
        Commands.Result result = review(Commands.PUT_WITHOUT_WAKE, "-");
        assertEquals(1, result.status(), result.err());
        assertTrue(result.out().contains("lost-wake"), result.out());
        assertTrue(result.out().lines().allMatch(l -> l.length() <= 100), result.out());
    }

    @Test
    void looksForChecksWhenAsked() {
        assertTrue(review(Commands.PUT_WITHOUT_WAKE, "--guards", "-").out().contains("Checks that weigh more or less afterwards"));
        assertTrue(!review(Commands.PUT_WITHOUT_WAKE, "-").out().contains("Checks that weigh"));
    }

    @Test
    void noChangeIsStatus0() {
        Commands.Result result = review(Commands.NOTHING_OF_OURS, "-");
        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
    }

    @Test
    void anInputWithoutPatchIsStatus2AndStillADocument() {
        Commands.Result result = review("Dear all,\nnothing here.\n", "--format", "json", "-");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("-: error: no patch in this input"), result.err());
        JsonObject review = document(result.out()).getAsJsonArray("reviews").get(0).getAsJsonObject();
        assertEquals(0, review.getAsJsonArray("patches").size());
        assertTrue(review.getAsJsonObject("total").getAsJsonArray("predictions").isEmpty());
    }

    @Test
    void jsonHasTheKeysOfTheSchema() {
        JsonObject document = document(review(Commands.PUT_WITHOUT_WAKE, "--format", "json", "-").out());
        assertEquals(List.of("schema", "tool", "reviews"), List.copyOf(document.keySet()));
        JsonObject review = document.getAsJsonArray("reviews").get(0).getAsJsonObject();
        assertTrue(review.keySet().containsAll(List.of("input", "patches", "total")), review.keySet().toString());
        JsonObject patch = review.getAsJsonArray("patches").get(0).getAsJsonObject();
        assertEquals(List.of("index", "subject", "messageId", "quoted", "baseline", "sites", "understood", "predictions", "verdicts",
                "diagnostics"), List.copyOf(patch.keySet()));
        JsonObject prediction = review.getAsJsonObject("total").getAsJsonArray("predictions").get(0).getAsJsonObject();
        assertEquals(List.of("type", "kind", "effect", "scenario", "before", "after", "message", "sites", "line", "obligations",
                "traceBefore", "traceAfter"), List.copyOf(prediction.keySet()));
        JsonArray trace = prediction.getAsJsonArray("traceAfter");
        assertEquals(List.of("thread", "function", "origin", "path", "line", "text", "state"),
                List.copyOf(trace.get(0).getAsJsonObject().keySet()));
    }

    @Test
    void jsonIsTheSameInEveryLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.US);
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            String here = review(Commands.PUT_WITHOUT_WAKE, "--format", "json", "-").out();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals(here, review(Commands.PUT_WITHOUT_WAKE, "--format", "json", "-").out());
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(here, review(Commands.PUT_WITHOUT_WAKE, "--format", "json", "-").out());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aFolderIsWalkedInOrderAndMailsWithoutPatchAreBorne(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/0002-b.patch"), Commands.NOTHING_OF_OURS);
        Files.writeString(folder.resolve("0001-a.diff"), Commands.NOTHING_OF_OURS);
        Files.writeString(folder.resolve("0000-cover.eml"), "Subject: [PATCH 0/2] cover\n\nHello.\n");
        Files.writeString(folder.resolve("notes.txt"), Commands.PUT_WITHOUT_WAKE);
        Commands.Result result = review("", "--format", "json", folder.toString());
        assertEquals(0, result.status(), result.err());
        List<String> inputs = document(result.out()).getAsJsonArray("reviews").asList().stream()
                .map(r -> folder.relativize(Path.of(r.getAsJsonObject().get("input").getAsString())).toString()).toList();
        assertEquals(List.of("0000-cover.eml", "0001-a.diff", "sub/0002-b.patch"), inputs);
    }

    @Test
    void oneUnreadableFileDoesNotKeepTheOthersFromBeingReviewed(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.patch"), Commands.NOTHING_OF_OURS);
        Commands.Result result = review("", "--format", "json", "no-such.patch", good.toString());
        assertEquals(2, result.status());
        assertEquals(1, document(result.out()).getAsJsonArray("reviews").size());
    }

    @Test
    void theResultGoesToTheFileAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("review.json");
        Commands.Result result = review(Commands.NOTHING_OF_OURS, "--format", "json", "--output", file.toString(), "-");
        assertEquals(0, result.status(), result.err());
        assertEquals("", result.out());
        assertEquals(1, document(Files.readString(file)).get("schema").getAsInt());
    }

    @Test
    void whatIsCutShortIsInconclusiveAndCountsAsNothing() {
        Commands.Result result = review(Commands.PUT_WITHOUT_WAKE, "--max-states", "1", "--format", "json", "-");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.err().contains("inconclusive for FS_DAX"), result.err());
        assertTrue(result.out().contains("\"FS_DAX\": \"inconclusive\""), result.out());
    }

    private static Commands.Result review(String input, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(ONE_SCENARIO));
        arguments.addAll(List.of(more));
        return Commands.withInput(input, arguments.toArray(String[]::new));
    }

    private static JsonObject document(String json) {
        assertTrue(json.endsWith("}\n"), "ends in a line end");
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
