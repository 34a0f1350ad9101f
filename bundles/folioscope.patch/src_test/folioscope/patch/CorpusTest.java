package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Against real mails. */
class CorpusTest {

    private static Stream<DynamicTest> each(List<Path> files, Consumer<Path> check) {
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.accept(file)));
    }

    private static PatchInput read(Path file) {
        return PatchReader.read(file.getFileName().toString(), SharedCorpus.bytes(file));
    }

    private static List<String> rawLines(Path file) {
        MappedText text = MappedText.ofInput(SharedCorpus.bytes(file));
        return text.decode(TextCharset.undeclared()).stream().map(SourceLine::text).toList();
    }

    @TestFactory
    Stream<DynamicTest> givesPatchesWithoutError() {
        return each(SharedCorpus.mailboxes("dev"), file -> {
            PatchInput input = read(file);
            assertFalse(input.patches().isEmpty());
            assertTrue(input.diagnostics().stream().noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR),
                    input.diagnostics()::toString);
            for (Patch patch : input.patches()) {
                assertFalse(patch.quoted());
                assertFalse(patch.subject().isEmpty() || patch.messageId().isEmpty() || patch.date().isEmpty(),
                        patch::toString);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> givesPatchesOrSaysWhereTheTroubleIs() {
        return each(SharedCorpus.mailboxes("robustness"), file -> {
            PatchInput input = read(file);
            assertTrue(!input.patches().isEmpty() || input.diagnostics().stream().anyMatch(d -> d.line() > 0),
                    input::toString);
            assertEquals(input.patches().isEmpty(),
                    input.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR));
        });
    }

    @TestFactory
    Stream<DynamicTest> findsTheHeadersAndHunksThatTheIndexCounts() throws IOException {
        Path folder = SharedCorpus.folder("robustness");
        return Files.readAllLines(folder.resolve("index.tsv")).stream().skip(1).map(line -> line.split("\t"))
                .map(column ->
                DynamicTest.dynamicTest(column[0], () -> {
                    DiagnosticLog log = new DiagnosticLog();
                    List<FileChange> files = PatchReader.drafts(SharedCorpus.bytes(folder.resolve(column[0])), log)
                            .stream()
                            .filter(draft -> !draft.quoted()).flatMap(draft -> draft.files().stream()).toList();
                    long combined = log.toList().stream().filter(d -> d.message().startsWith("combined diff")).count();
                    assertEquals(Integer.parseInt(column[4]), files.size() + combined);
                    assertEquals(Integer.parseInt(column[5]) - combined,
                            files.stream().mapToInt(f -> f.hunks().size()).sum());
                }));
    }

    @TestFactory
    Stream<DynamicTest> pointsEveryLineToWhereItStands() {
        List<Path> files = new ArrayList<>(SharedCorpus.mailboxes("dev"));
        files.addAll(SharedCorpus.mailboxes("robustness"));
        return each(files.stream().filter(CorpusTest::isPlain).toList(), file -> {
            List<String> raw = rawLines(file);
            for (Patch patch : read(file).patches()) {
                for (FileChange change : patch.files()) {
                    for (Hunk hunk : change.hunks()) {
                        assertTrue(raw.get(hunk.inputLine() - 1).contains("@@ -" + hunk.oldStart()));
                        hunk.lines().forEach(line -> assertStands(line, patch.quoted(), raw.get(line.inputLine() - 1)));
                    }
                }
            }
        });
    }

    private static void assertStands(Line line, boolean quoted, String raw) {
        if (quoted) {
            assertTrue(raw.startsWith(">") && raw.endsWith(line.text()), () -> line + " in: " + raw);
        } else {
            assertEquals(marker(line) + line.text(), raw.isEmpty() ? " " : raw);
        }
    }

    private static String marker(Line line) {
        return switch (line.kind()) {
            case CONTEXT -> " ";
            case REMOVED -> "-";
            case ADDED -> "+";
        };
    }

    private static boolean isPlain(Path file) {
        String text = new String(SharedCorpus.bytes(file), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return !text.contains("\ncontent-transfer-encoding: quoted-printable")
                && !text.contains("\ncontent-transfer-encoding: base64")
                && !text.contains("format=flowed");
    }

    @TestFactory
    Stream<DynamicTest> printsBackToTheDecodedText() {
        return each(SharedCorpus.mailboxes("dev"), file -> {
            for (TextPart part : SharedCorpus.parts(file)) {
                List<String> decoded = part.lines().stream().map(SourceLine::text)
                        .filter(text -> !text.startsWith("\\ No newline"))
                        .map(text -> text.isEmpty() ? " " : text.startsWith("@@ ") ? text.stripTrailing() : text)
                        .toList();
                for (Draft draft : new PartReader(new DiagnosticLog()).read(part)) {
                    draft.files().stream().flatMap(change -> change.hunks().stream()).forEach(hunk ->
                            assertTrue(Collections.indexOfSubList(decoded, printed(hunk)) >= 0, hunk::toString));
                }
            }
        });
    }

    private static List<String> printed(Hunk hunk) {
        List<String> lines = new ArrayList<>();
        String old = hunk.oldStart() + (hunk.oldCount() == 1 ? "" : "," + hunk.oldCount());
        String now = hunk.newStart() + (hunk.newCount() == 1 ? "" : "," + hunk.newCount());
        lines.add(("@@ -" + old + " +" + now + " @@ " + hunk.heading()).stripTrailing());
        hunk.lines().forEach(line -> lines.add(marker(line) + line.text()));
        return lines;
    }

    @TestFactory
    Stream<DynamicTest> numbersGrowOnEachSideAndAgreeWithTheCounts() {
        return each(SharedCorpus.mailboxes("dev"),
                file -> read(file).patches().stream().flatMap(patch -> patch.files().stream())
                .flatMap(change -> change.hunks().stream()).forEach(hunk -> {
                    int[] old = hunk.lines().stream().mapToInt(Line::oldLine).filter(n -> n > 0).toArray();
                    int[] now = hunk.lines().stream().mapToInt(Line::newLine).filter(n -> n > 0).toArray();
                    assertEquals(hunk.oldCount(), old.length);
                    assertEquals(hunk.newCount(), now.length);
                    assertTrue(IntStream.range(0, old.length).allMatch(i -> old[i] == hunk.oldStart() + i));
                    assertTrue(IntStream.range(0, now.length).allMatch(i -> now[i] == hunk.newStart() + i));
                }));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheOrderOfSeries() {
        return each(SharedCorpus.mailboxes("dev"), file -> {
            List<Patch> patches = read(file).patches();
            assertEquals(IntStream.rangeClosed(1, patches.size()).boxed().toList(),
                    patches.stream().map(Patch::index).toList());
            int[] numbers = patches.stream().flatMap(p -> SeriesNumber.parse(p.subject()).stream())
                    .mapToInt(SeriesNumber::n).toArray();
            assertTrue(IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] < numbers[i]));
        });
    }
}
