package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffReaderTest {

    private static final String HUNK = "@@ -1 +1 @@\n-a\n+b\n";

    private final DiagnosticLog log = new DiagnosticLog();

    private List<FileChange> read(String text) {
        return new DiffReader(log).read(MappedText.ofInput(text.getBytes(StandardCharsets.UTF_8))
                .decode(TextCharset.undeclared()), false);
    }

    private String messages() {
        return log.toList().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "a/mm/x.c, b/mm/x.c, mm/x.c, mm/x.c",
        "a/mm/x.c~fix-it, a/mm/x.c, mm/x.c, mm/x.c",
        "a/mm/x~y.c, b/mm/x~y.c, mm/x~y.c, mm/x~y.c",
        "linux-6.1.orig/mm/x.c, linux-6.1/mm/x.c, mm/x.c, mm/x.c",
        "mm/x.c, mm/x.c, mm/x.c, mm/x.c",
        "mm/x.c.orig, mm/x.c, mm/x.c, mm/x.c",
        "/dev/null, b/mm/x.c, '', mm/x.c",
        "/dev/null, a/mm/x.c~new, '', mm/x.c",
        "a/mm/x.c, /dev/null, mm/x.c, ''",
        "a/mm/x.c\t2024-01-01 10:00:00.0 +0000, b/mm/x.c\t2024-01-02 10:00:00.0 +0000, mm/x.c, mm/x.c",
        "a/mm/x.c   2024-01-01 10:00:00.0 +0000, b/mm/x.c   2024-01-02 10:00:00.0 +0000, mm/x.c, mm/x.c",
    })
    void namesPathsAsTheTreeDoes(String oldName, String newName, String oldPath, String newPath) {
        FileChange change = read("--- " + oldName + "\n+++ " + newName + "\n" + HUNK).get(0);
        assertEquals(oldPath, change.oldPath());
        assertEquals(newPath, change.newPath());
    }

    @Test
    void separatesFilesThatHaveNoGitHeader() {
        List<FileChange> changes = read("--- a/x.c~p\n+++ a/x.c\n" + HUNK + "--- a/y.c~p\n+++ a/y.c\n" + HUNK);
        assertEquals(List.of("x.c", "y.c"), changes.stream().map(FileChange::newPath).toList());
        assertEquals(2, changes.get(0).hunks().get(0).lines().size());
        assertEquals("[]", messages());
    }

    @Test
    void keepsRemovedLinesThatLookLikeAFileHeader() {
        List<FileChange> changes = read("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n c\n--- d\n+++ e\n@@ -9 +9 @@\n-a\n+b\n");
        assertEquals("-- d", changes.get(0).hunks().get(0).lines().get(1).text());
        assertEquals(2, changes.get(0).hunks().size());
    }

    @Test
    void readsRenamesAndModesWithoutHunks() {
        List<FileChange> changes = read("""
                diff --git a/fs/a.h b/fs/lib/a.h
                similarity index 100%
                rename from fs/a.h
                rename to fs/lib/a.h
                diff --git a/run b/run
                old mode 100755
                new mode 100644
                """);
        assertEquals(List.of(FileChange.Kind.RENAME, FileChange.Kind.MODIFY),
                changes.stream().map(FileChange::kind).toList());
        assertEquals("fs/lib/a.h", changes.get(0).newPath());
        assertEquals(List.of(), changes.get(1).hunks());
    }

    @Test
    void saysThatABinaryFileIsNotRead() {
        assertEquals(1,
                read("diff --git a/x.png b/x.png\nindex 1111111..2222222 100644\nGIT binary patch\nliteral 4\nLcmZ\n\n")
                .size());
        assertTrue(messages().contains("binary"), messages());
    }

    @Test
    void leavesOutACombinedDiffButNotTheNextFile() {
        List<FileChange> changes = read("diff --cc mm/util.c\nindex 1,2..0\n--- a/mm/util.c\n+++ b/mm/util.c\n"
                + "@@@ -1,1 -1,1 +1,2 @@@\n  a\n++b\n"
                + Samples.DIFF);
        assertEquals(2, changes.size());
        assertTrue(messages().contains("combined diff"), messages());
    }

    @ParameterizedTest
    @CsvSource({"index zzzz..yyyy 100644", "index 1111111..2222222", "index 1..", "index 1111111,2222222..3333333"})
    void survivesAnIndexLineThatJGitThrowsOn(String index) {
        assertEquals(1, read("diff --git a/x b/x\n" + index + "\n--- a/x\n+++ b/x\n" + HUNK).get(0).hunks().size());
    }

    @Test
    void saysWhereAHunkIsCut() {
        FileChange change = read("--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n\nprose follows\n").get(0);
        assertEquals(2, change.hunks().get(0).lines().size());
        assertEquals(List.of(7), log.toList().stream().map(Diagnostic::line).toList());
        assertEquals(Diagnostic.Severity.ERROR, log.toList().get(0).severity());
    }

    @Test
    void saysWhereAHunkGoesOnBeyondItsCounts() {
        assertEquals(2, read("--- a/x\n+++ b/x\n" + HUNK + "+c\n").get(0).hunks().get(0).lines().size());
        assertEquals(6, log.toList().get(0).line());
    }

    @Test
    void leavesOutAHunkWithoutLinesAndAFileWithoutHunks() {
        assertEquals(List.of(), read("--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n\nprose\n"));
        assertEquals(List.of(3, 1), log.toList().stream().map(Diagnostic::line).toList());
    }

    @Test
    void leavesOutAHunkWithoutReadableHeader() {
        assertEquals(1, read("--- a/x\n+++ b/x\n@@ -a,b +c @@\n-a\n+b\n" + HUNK).get(0).hunks().size());
        assertTrue(messages().contains("cannot be read"), messages());
        assertEquals(0, read(HUNK).size());
        assertTrue(messages().contains("without a file header"), messages());
    }

    @Test
    void givesBackTheSpaceOfEmptyContextLines() {
        Hunk hunk = read("--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\n a\n\n-b\n+c\n\td\n").get(0).hunks().get(0);
        assertEquals(List.of("a", "", "b", "c", "\td"), hunk.lines().stream().map(Line::text).toList());
        assertEquals("[]", messages());
    }

    @Test
    void joinsALineThatAMailProgramBroke() {
        String line = "+\tlong_name_of_a_function(with_one_parameter, and_another_one,";
        Hunk hunk = read("--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n" + line + "\nthird);\n b\n").get(0).hunks().get(0);
        assertEquals(line.substring(1) + " third);", hunk.lines().get(1).text());
        assertEquals(Diagnostic.Severity.INFO, log.toList().get(0).severity());
    }

    @Test
    void takesUnmarkedLinesForContextWhereAllIndentationIsLost() {
        Hunk hunk = read("--- a/x\n+++ b/x\n@@ -1,4 +1,4 @@\nreturn;\n}\n\n- a\n+ b\nprose\n").get(0).hunks().get(0);
        assertEquals(List.of("return;", "}", "", " a", " b"), hunk.lines().stream().map(Line::text).toList());
        assertEquals(Diagnostic.Severity.INFO, log.toList().get(0).severity());
    }

    @Test
    void doesNotCountTheMarkForAMissingLineEnd() {
        Hunk hunk = read("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n"
                + "+b\n\\ No newline at end of file\n").get(0).hunks().get(0);
        assertEquals(2, hunk.lines().size());
    }

    @Test
    void doesNotTakeTheSignatureForARemovedLine() {
        assertEquals(1,
                read("--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n a\n-- \n2.43.0\n").get(0).hunks().get(0).lines().size());
    }

    @Test
    void dropsProseThatLooksLikeAHeader() {
        assertEquals(List.of(), read("diff --git looks bad\n--- x\n+++ y\nfoo\n"));
    }
}
