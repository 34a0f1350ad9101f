package folioscope.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

/** Where the files of this test module, the samples, and the corpus lie. */
final class Checkout {

    private Checkout() {
    }

    /** A file of the repository, by its path from the root. */
    static Path file(String path) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("started outside of a checkout");
        }
        return at.resolve(path);
    }

    /** A data file of these tests. */
    static Path data(String name) {
        return file("tests/folioscope.corpus.tests/src_test/folioscope/corpus/" + name);
    }

    /** A patch of ours. */
    static Path sample(String name) {
        return file("samples/" + name);
    }

    /**
     * A file of the shared material, which a checkout need not have beside it: the property {@code folioscope.shared}
     * names its folder, else a folder {@code shared} above is looked for. The test is skipped where there is none.
     */
    static Path shared(String path) {
        Optional<Path> found = shared().map(s -> s.resolve(path)).filter(Files::exists);
        Assumptions.assumeTrue(found.isPresent(), "skipped: no shared/" + path + " beside this checkout");
        return found.orElseThrow();
    }

    private static Optional<Path> shared() {
        String told = System.getProperty("folioscope.shared", "");
        if (!told.isEmpty()) {
            return Optional.of(Path.of(told));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("shared/corpus"))) {
                return Optional.of(at.resolve("shared"));
            }
        }
        return Optional.empty();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
    }

    /** Writes a file whole; what tests rewrite is rewritten only on demand. */
    static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
