package folioscope.patch.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.patch.Diagnostic;
import folioscope.patch.Hunk;
import folioscope.patch.Line;
import folioscope.patch.Patch;
import folioscope.patch.PatchReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeReaderTest {

    private static final String UNKNOWN_BLOB = "1111111111";

    @TempDir
    private Path folder;

    private static Patch patch(String text) {
        return PatchReader.read("one.patch", text.getBytes(StandardCharsets.UTF_8)).patches().get(0);
    }

    private static WholePatch read(Path tree, String... patches) throws IOException {
        try (KernelTree kernel = KernelTree.open(tree)) {
            TreeReader reader = new TreeReader(kernel, p -> p.endsWith(".c"));
            Optional<WholePatch> last = Optional.empty();
            for (String text : patches) {
                last = Optional.of(reader.read(patch(text)));
            }
            return last.orElseThrow();
        }
    }

    private static Hunk whole(WholePatch patch) {
        return patch.files().get(0).whole().orElseThrow(() -> new AssertionError(patch.diagnostics()));
    }

    private static String side(Hunk hunk, Line.Kind without) {
        return hunk.lines().stream().filter(l -> l.kind() != without).map(l -> l.text() + "\n").collect(Collectors.joining());
    }

    private static List<String> messages(WholePatch patch) {
        return patch.diagnostics().stream().map(Diagnostic::message).toList();
    }

    private static String twice() {
        return SampleTree.POOL.replace("\tput_page(page);\n", "\tput_page(page);\n\tput_page(page);\n");
    }

    @Test
    void takesTheWholeFileFromAPlainFolder() throws IOException {
        SampleTree.write(folder, SampleTree.POOL);
        WholePatch patch = read(folder, SampleTree.patch(UNKNOWN_BLOB, ""));
        assertEquals(List.of(), patch.diagnostics());
        assertEquals(SampleTree.POOL, side(whole(patch), Line.Kind.ADDED));
        assertEquals(twice(), side(whole(patch), Line.Kind.REMOVED));
        assertEquals(Optional.of("6.12"), patch.kernel());
    }

    @Test
    void onlyLinesThatThePatchShowsHaveALineOfTheInput() throws IOException {
        SampleTree.write(folder, SampleTree.POOL);
        List<Line> shown = whole(read(folder, SampleTree.patch(UNKNOWN_BLOB, ""))).lines().stream().filter(l -> l.inputLine() > 0).toList();
        assertEquals(List.of(11, 12, 13, 14, 15), shown.stream().map(Line::inputLine).toList());
        assertEquals(List.of(14, 15, 16, 0, 17), shown.stream().map(Line::oldLine).toList());
    }

    @Test
    void takesTheBlobThatTheIndexLineNames() throws IOException, GitAPIException {
        SampleTree.commit(folder, SampleTree.POOL);
        SampleTree.commit(folder, "int nothing;\n");
        WholePatch patch = read(folder, SampleTree.patch(SampleTree.blob(SampleTree.POOL).substring(0, 12), ""));
        assertEquals(SampleTree.POOL, side(whole(patch), Line.Kind.ADDED));
        assertEquals(Optional.empty(), patch.kernel(), "the tree has moved on; its Makefile says nothing about the blob");
    }

    @Test
    void takesTheFileOfTheBaseCommit() throws IOException, GitAPIException {
        String base = SampleTree.commit(folder, SampleTree.POOL);
        SampleTree.commit(folder, "int nothing;\n");
        WholePatch patch = read(folder, SampleTree.patch(UNKNOWN_BLOB, "base-commit: " + base));
        assertEquals(SampleTree.POOL, side(whole(patch), Line.Kind.ADDED));
        assertEquals(Optional.of("6.12"), patch.kernel());
    }

    @Test
    void readsABareRepository() throws IOException, GitAPIException {
        Path work = Files.createDirectory(folder.resolve("work"));
        SampleTree.commit(work, SampleTree.POOL);
        SampleTree.bare(work, folder.resolve("bare.git"));
        WholePatch patch = read(folder.resolve("bare.git"), SampleTree.patch(UNKNOWN_BLOB, ""));
        assertEquals(SampleTree.POOL, side(whole(patch), Line.Kind.ADDED));
        assertEquals(Optional.of("6.12"), patch.kernel());
    }

    @Test
    void whatIsNotCheckedOutIsReadFromHead() throws IOException, GitAPIException {
        SampleTree.commit(folder, SampleTree.POOL);
        Files.delete(folder.resolve(SampleTree.PATH));
        assertEquals(SampleTree.POOL, side(whole(read(folder, SampleTree.patch(UNKNOWN_BLOB, ""))), Line.Kind.ADDED));
    }

    @Test
    void saysWhereAHunkStandsElsewhereThanItSays() throws IOException {
        SampleTree.write(folder, SampleTree.moved(7));
        WholePatch patch = read(folder, SampleTree.patch(UNKNOWN_BLOB, ""));
        assertEquals(SampleTree.moved(7), side(whole(patch), Line.Kind.ADDED));
        assertEquals(List.of("mm/pool.c: the hunk fits the file 7 lines further down"), messages(patch));
        assertEquals(10, patch.diagnostics().get(0).line());
    }

    @Test
    void leavesOutContextThatIsOtherwiseInTheFile() throws IOException {
        String other = SampleTree.POOL.replace("\tif (!page)\n", "\tif (page == NULL)\n");
        SampleTree.write(folder, other);
        WholePatch patch = read(folder, SampleTree.patch(UNKNOWN_BLOB, ""));
        assertEquals(other, side(whole(patch), Line.Kind.ADDED));
        assertEquals(List.of("mm/pool.c: the hunk fits the file without 1 of its lines of context at either end"), messages(patch));
    }

    @Test
    void toleratesOtherWhiteSpace() throws IOException {
        SampleTree.write(folder, SampleTree.POOL.replace("\tput_page", "        put_page"));
        assertEquals(List.of("mm/pool.c: the hunk fits the file but for white space"), messages(read(folder, SampleTree.patch(UNKNOWN_BLOB, ""))));
    }

    @Test
    void whatDoesNotApplyIsSaidAndReadFromItsHunksAlone() throws IOException {
        SampleTree.write(folder, SampleTree.POOL.replace("put_page(page)", "folio_put(page_folio(page))"));
        WholePatch patch = read(folder, SampleTree.patch(UNKNOWN_BLOB, ""));
        assertEquals(Optional.empty(), patch.files().get(0).whole());
        assertEquals(Optional.empty(), patch.kernel());
        assertEquals(1, patch.diagnostics().size());
        assertEquals(Diagnostic.Severity.WARNING, patch.diagnostics().get(0).severity());
        assertTrue(messages(patch).get(0).startsWith("mm/pool.c: the hunk does not apply to the file in "), messages(patch).get(0));
    }

    @Test
    void saysWhenTheTreeHasTheChangeAlready() throws IOException {
        String removes = SampleTree.patch(UNKNOWN_BLOB, "").replace("@@ -14,4 +14,5 @@", "@@ -14,5 +14,4 @@").replace("+\tput_page", "-\tput_page");
        SampleTree.write(folder, SampleTree.POOL);
        WholePatch patch = read(folder, removes);
        assertTrue(messages(patch).get(0).contains("has the change already"), messages(patch).toString());
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws IOException {
        SampleTree.write(folder, SampleTree.POOL);
        Files.delete(folder.resolve(SampleTree.PATH));
        WholePatch patch = read(folder, SampleTree.patch(UNKNOWN_BLOB, ""));
        assertTrue(messages(patch).get(0).contains("has no such file"), messages(patch).toString());
    }

    @Test
    void aPatchFindsWhatTheOneBeforeItLeft() throws IOException {
        SampleTree.write(folder, SampleTree.POOL);
        String second = SampleTree.patch(UNKNOWN_BLOB, "").replace("@@ -14,4 +14,5 @@", "@@ -15,4 +15,3 @@")
                .replace(" \tif (!page)\n", "").replace("+\tput_page(page);\n", "-\tput_page(page);\n");
        assertEquals(twice(), side(whole(read(folder, SampleTree.patch(UNKNOWN_BLOB, ""), second)), Line.Kind.ADDED));
    }

    @Test
    void neverReadsOutsideOfTheTree() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(folder.resolve("pool.c"), SampleTree.POOL);
        try (KernelTree kernel = KernelTree.open(tree)) {
            assertEquals(Optional.empty(), kernel.text("../pool.c"));
            assertEquals(Optional.empty(), kernel.text(folder.resolve("pool.c").toString()));
        }
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThrows(IOException.class, () -> KernelTree.open(folder.resolve("nowhere")));
    }
}
