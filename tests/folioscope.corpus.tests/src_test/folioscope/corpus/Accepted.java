package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are kept in the repository. {@code -Dfolioscope.promote=true} takes what comes out as what is expected;
 * look at the difference before you commit it.
 */
final class Accepted {

    private Accepted() {
    }

    /** Holds the text against the data file of that name. */
    static void matches(String name, String actual) {
        matches(Checkout.data(name), actual);
    }

    /** Holds the text against a file. */
    static void matches(Path file, String actual) {
        if (Boolean.getBoolean("folioscope.promote")) {
            Checkout.write(file, actual.lines().toList());
        }
        String expected = Files.exists(file) ? new String(Checkout.bytes(file), StandardCharsets.UTF_8) : "";
        assertEquals(expected, actual, file.getFileName() + " has changed; -Dfolioscope.promote=true accepts it");
    }
}
