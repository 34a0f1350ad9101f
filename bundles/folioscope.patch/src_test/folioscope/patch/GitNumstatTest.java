package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code git apply --numstat} as the oracle for files and counts. */
class GitNumstatTest {

    @TempDir
    Path folder;

    private static String numstat(FileChange change) {
        List<Line> lines = change.hunks().stream().flatMap(hunk -> hunk.lines().stream()).toList();
        long added = lines.stream().filter(line -> line.kind() == Line.Kind.ADDED).count();
        long removed = lines.stream().filter(line -> line.kind() == Line.Kind.REMOVED).count();
        return added + "\t" + removed + "\t" + (change.newPath().isEmpty() ? change.oldPath() : change.newPath());
    }

    private List<String> git(List<String> diff) throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("input.diff"), diff, StandardCharsets.UTF_8);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder("git", "apply", "--numstat", "-z", input.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return List.of(Files.readString(output).split("\0"));
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("git", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> agreesOnFilesAndCounts() {
        Assumptions.assumeTrue(isInstalled(), "git is not installed");
        return SharedCorpus.mailboxes("dev").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            for (TextPart part : SharedCorpus.parts(file)) {
                List<String> ours = new ArrayList<>();
                new PartReader(new DiagnosticLog()).read(part)
                        .forEach(draft -> draft.files().forEach(change -> ours.add(numstat(change))));
                assertEquals(ours, git(part.lines().stream().map(SourceLine::text).toList()));
            }
        }));
    }
}
