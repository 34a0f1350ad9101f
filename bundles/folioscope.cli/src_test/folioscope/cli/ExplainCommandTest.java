package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    @Test
    void explainsAWordAndNamesTheScenariosThatLookForIt() {
        Commands.Result result = Commands.run("explain", "wait-added", "--kernel", "6.14");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().startsWith("wait-added\nEvicting an inode now waits"), result.out());
        assertTrue(result.out().contains("Checked at kernel 6.14 by\n  - S28 "), result.out());
        assertTrue(result.out().lines().allMatch(l -> l.length() <= 100), result.out());
    }

    @Test
    void listsAllWords() {
        Commands.Result result = Commands.run("explain");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().lines().anyMatch(l -> l.startsWith("lost-wake  ")), result.out());
        assertTrue(result.out().lines().allMatch(l -> l.length() <= 100), result.out());
    }

    @Test
    void guessesWhatAMistypedWordMeans() {
        Commands.Result result = Commands.run("explain", "lost-waek");
        assertEquals(2, result.status());
        assertTrue(result.err().contains("perhaps you mean lost-wake"), result.err());
    }
}
