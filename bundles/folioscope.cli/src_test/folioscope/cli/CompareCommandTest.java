package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir
    private Path folder;

    private Commands.Result compare(String before, String after, String... more) throws IOException {
        Path old = Files.writeString(folder.resolve("old.patch"), before);
        Path now = Files.writeString(folder.resolve("new.patch"), after);
        List<String> arguments = new java.util.ArrayList<>(List.of("compare", "--kernel", "5.17", "--scenario", "S09",
                "--type",
                "FS_DAX"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(old.toString(), now.toString()));
        return Commands.run(arguments.toArray(String[]::new));
    }

    @Test
    void theSamePredictionsAreStatus0() throws IOException {
        Commands.Result result = compare(Commands.PUT_WITHOUT_WAKE, Commands.PUT_WITHOUT_WAKE);
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().contains("Both versions predict the same."), result.out());
    }

    @Test
    void aNewPredictionIsStatus1() throws IOException {
        Commands.Result result = compare(Commands.NOTHING_OF_OURS, Commands.PUT_WITHOUT_WAKE);
        assertEquals(1, result.status(), result.err());
        assertTrue(result.out().contains("Only the new version"), result.out());
        assertTrue(result.out().lines().allMatch(l -> l.length() <= 100), result.out());
    }

    @Test
    void jsonSaysWhatIsAddedAndDropped() throws IOException {
        JsonObject comparison = JsonParser.parseString(compare(Commands.PUT_WITHOUT_WAKE, Commands.NOTHING_OF_OURS,
                "--format",
                "json").out()).getAsJsonObject().getAsJsonObject("comparison");
        assertEquals(List.of("old", "new", "same", "predictions", "patches"), List.copyOf(comparison.keySet()));
        assertEquals(1, comparison.getAsJsonObject("predictions").getAsJsonArray("dropped").size());
        assertEquals(2, comparison.getAsJsonArray("patches").size());
    }

    @Test
    void anInputWithoutPatchIsStatus2() throws IOException {
        Commands.Result result = compare("Dear all,\n", Commands.PUT_WITHOUT_WAKE);
        assertEquals(2, result.status());
        assertTrue(result.err().contains("there is no patch in it to compare"), result.err());
    }

    @Test
    void standardInputCanBeOneOfTheTwoOnly() {
        assertEquals(2, Commands.run("compare", "-", "-").status());
    }
}
