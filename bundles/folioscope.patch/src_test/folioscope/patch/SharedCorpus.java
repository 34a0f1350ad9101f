package folioscope.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real mails, which lie beside the project and not in it; tests that need them are skipped where they are not there.
 */
final class SharedCorpus {

    private SharedCorpus() {
    }

    /** The folder of that name in the corpus. */
    static Path folder(String name) {
        Path found = find();
        Assumptions.assumeTrue(found != null,
                "no shared/corpus above the working directory; set the system property folioscope.shared");
        return found.resolve("corpus").resolve(name);
    }

    private static Path find() {
        String set = System.getProperty("folioscope.shared");
        if (set != null) {
            return Path.of(set);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/corpus"))) {
                return at.resolve("shared");
            }
        }
        return null;
    }

    /** Its mailboxes, sorted by name. */
    static List<Path> mailboxes(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(".mbox")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TextPart> parts(Path file) {
        return new MimeWalk(new DiagnosticLog()).walk(InputText.of(bytes(file)));
    }
}
