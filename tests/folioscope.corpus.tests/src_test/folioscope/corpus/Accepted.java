package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are kept beside these tests. {@code -Dfolioscope.promote=true} takes what comes out as what is expected; look
 * at the difference before you commit it.
 */
final class Accepted {

    private Accepted() {
    }

    static boolean promotes() {
        return Boolean.getBoolean("folioscope.promote");
    }

    /** Holds the text against the data file of that name. */
    static void matches(String name, String actual) {
        Path file = Checkout.data(name);
        if (promotes()) {
            Checkout.write(file, actual.lines().toList());
        }
        String expected = Files.exists(file) ? new String(Checkout.bytes(file), StandardCharsets.UTF_8) : "";
        assertEquals(expected, actual, name + " has changed; -Dfolioscope.promote=true accepts it");
    }
}
