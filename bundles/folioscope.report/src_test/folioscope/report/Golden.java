package folioscope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are kept beside the tests. {@code -Dfolioscope.promote=true} takes what comes out as what is expected;
 * look at the difference before you commit it.
 */
final class Golden {

    private static final String FOLDER = "bundles/folioscope.report/src_test/folioscope/report";

    private Golden() {
    }

    /** Holds the text against the file of that name. */
    static void matches(String name, String actual) {
        if (Boolean.getBoolean("folioscope.promote")) {
            promote(name, actual);
        }
        assertEquals(expected(name, actual), actual, name + " has changed; -Dfolioscope.promote=true accepts it");
    }

    private static String expected(String name, String actual) {
        if (Boolean.getBoolean("folioscope.promote")) {
            return actual;
        }
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void promote(String name, String actual) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (Path folder : new Path[] {at.resolve(FOLDER), at.resolve("src_test/folioscope/report")}) {
                if (Files.isDirectory(folder)) {
                    write(folder.resolve(name), actual);
                    return;
                }
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
