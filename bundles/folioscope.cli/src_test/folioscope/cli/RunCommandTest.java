package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String HANDSHAKE = """
            /* scenario: X01 left waits until right has seen its flag
             * model: none
             * threads: left, right
             */
            int flag;
            int turn;
            void left(void) { flag = 1; __await(turn == 1, "hang-idle-wait", "its turn"); }
            void right(void) { if (flag) turn = 1; }
            int watch_flag(void) { return flag; }
            """;

    @TempDir
    private Path folder;

    @Test
    void aProgramFromCAloneHangsWhereRightIsTooEarly() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE), "--format", "json");
        assertEquals(1, result.status(), result.err());
        JsonObject run = first(result);
        JsonObject violation = run.getAsJsonArray("violations").get(0).getAsJsonObject();
        assertEquals("hang", violation.get("kind").getAsString());
        assertEquals("left", violation.get("function").getAsString());
    }

    @Test
    void aProgramThatHoldsIsStatus0() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE.replace("if (flag) turn = 1", "turn = 1")), "--format", "json");
        assertEquals(0, result.status(), result.out());
        assertTrue(first(result).get("complete").getAsBoolean());
    }

    @Test
    void aBoundedRunDoesNotHold() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE.replace("if (flag) turn = 1", "turn = 1")), "--max-states", "1",
                "--format", "json");
        assertEquals(0, result.status(), result.out());
        assertEquals(false, first(result).get("complete").getAsBoolean());
    }

    @Test
    void textNamesOutcomeAndStates() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE));
        assertTrue(result.out().contains("X01"), result.out());
        assertTrue(result.out().contains("states"), result.out());
        assertTrue(result.out().lines().allMatch(l -> l.length() <= 100), result.out());
    }

    @Test
    void aFileWithoutHeadingIsRefused() throws IOException {
        Commands.Result result = Commands.run("run", file("int x;\n"));
        assertEquals(2, result.status());
        assertTrue(result.err().contains("x01.c:1: "), result.err());
    }

    @Test
    void aScenarioOfTheModelRunsForEachTypeAndParameter() {
        Commands.Result result = Commands.run("run", "C01", "--kernel", "5.17", "--type", "fs_dax,MEMORY_DEVICE_GENERIC", "--format", "json");
        assertEquals(0, result.status(), result.err());
        assertEquals(2, JsonParser.parseString(result.out()).getAsJsonObject().getAsJsonArray("runs").size());
    }

    @Test
    void oneRunIsExportedToStandardOutput() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE), "--export", "promela");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().contains("active proctype folioscope()"), result.out());
        assertTrue(result.out().contains("X01"), result.out());
    }

    @Test
    void severalRunsAreExportedIntoAFolder() throws IOException {
        Commands.Result refused = Commands.run("run", "C01", "--kernel", "5.17", "--export", "promela");
        assertEquals(2, refused.status());
        assertTrue(refused.err().contains("--output DIR/"), refused.err());
        Path models = folder.resolve("models");
        Commands.Result result = Commands.run("run", "C01", "--kernel", "5.17", "--type", "FS_DAX,GENERIC", "--export", "promela",
                "--output", models + "/");
        assertEquals(0, result.status(), result.err());
        try (Stream<Path> files = Files.list(models)) {
            assertEquals(List.of("C01_FS_DAX_v5_17.pml", "C01_GENERIC_v5_17.pml"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aModuleForTlcComesWithItsConfiguration() throws IOException {
        Commands.Result refused = Commands.run("run", file(HANDSHAKE), "--export", "tla");
        assertEquals(2, refused.status());
        Path module = folder.resolve("Handshake.tla");
        assertEquals(0, Commands.run("run", file(HANDSHAKE), "--export", "tla", "--output", module.toString()).status());
        assertTrue(Files.readString(module).contains("MODULE Handshake"));
        assertTrue(Files.readString(folder.resolve("Handshake.cfg")).contains("NEXT Next"));
    }

    @Test
    void aRunThatWasCutShortIsNotExported() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE), "--max-states", "1", "--export", "promela");
        assertEquals(2, result.status());
        assertTrue(result.err().contains("--max-states"), result.err());
    }

    @Test
    void anUnknownLanguageIsRefused() throws IOException {
        Commands.Result result = Commands.run("run", file(HANDSHAKE), "--export", "alloy");
        assertEquals(2, result.status());
        assertTrue(result.err().contains("write promela or tla"), result.err());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("x01.c"), text).toString();
    }

    private static JsonObject first(Commands.Result result) {
        return JsonParser.parseString(result.out()).getAsJsonObject().getAsJsonArray("runs").get(0).getAsJsonObject();
    }
}
