package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchReaderTest {

    private static final FileChange POOL = Samples.read(Samples.DIFF).patches().get(0).files().get(0);

    private static Patch only(String text) {
        PatchInput input = Samples.read(text);
        assertEquals(1, input.patches().size(), input::toString);
        return input.patches().get(0);
    }

    private static List<String> texts(Hunk hunk) {
        return hunk.lines().stream().map(line -> line.kind() + line.text()).toList();
    }

    private static boolean says(PatchInput input, Diagnostic.Severity severity, String part) {
        return input.diagnostics().stream().anyMatch(d -> d.severity() == severity && d.message().contains(part));
    }

    @Test
    void readsABareDiff() {
        Patch patch = only(Samples.DIFF);
        assertEquals(List.of(FileChange.Kind.MODIFY, FileChange.Kind.ADD),
                patch.files().stream().map(FileChange::kind).toList());
        assertEquals("mm/pool.c", POOL.oldPath());
        assertEquals("2222222", POOL.newBlob());
        assertEquals("", patch.files().get(1).oldPath());
        assertEquals("mm/new.h", patch.files().get(1).newPath());
    }

    @Test
    void numbersTheLinesOfBothSidesAndOfTheInput() {
        Hunk hunk = POOL.hunks().get(0);
        assertEquals("static void pool_free(struct page *page)", hunk.heading());
        assertEquals(5, hunk.inputLine());
        assertEquals(new Line(Line.Kind.CONTEXT, "\tif (!page)", 10, 10, 6), hunk.lines().get(0));
        assertEquals(new Line(Line.Kind.REMOVED, "\tput_page(page);", 12, 0, 8), hunk.lines().get(2));
        assertEquals(new Line(Line.Kind.ADDED, "\t\tput_page(page);", 0, 13, 10), hunk.lines().get(4));
        assertEquals(new Line(Line.Kind.CONTEXT, "}", 13, 14, 11), hunk.lines().get(5));
    }

    @Test
    void readsAMail() {
        Patch patch = only(Samples.MAIL);
        assertEquals("[PATCH] mm: pool: keep the last reference", patch.subject());
        assertEquals("one@example.org", patch.messageId());
        assertEquals(Optional.of(Instant.parse("2024-06-03T08:20:30Z")), patch.date());
        assertEquals(2, patch.inputLine());
        assertFalse(patch.quoted());
        assertEquals(2, patch.files().size());
        assertEquals(List.of(), Samples.read(Samples.MAIL).diagnostics());
    }

    @Test
    void takesTheBaseCommitFromItsTrailer() {
        assertEquals("0123456789abcdef0123456789abcdef01234567",
                only(Samples.MAIL.replace("-- \n", "\nbase-commit: 0123456789abcdef0123456789abcdef01234567\n-- \n"))
                .baseCommit());
    }

    @Test
    void marksAQuotedDiffAndDropsWhatIsSaidBetween() {
        Patch patch = only(Samples.REPLY);
        assertTrue(patch.quoted());
        assertEquals(texts(POOL.hunks().get(0)), texts(patch.files().get(0).hunks().get(0)));
        assertEquals(16, patch.files().get(0).hunks().get(0).lines().get(3).inputLine());
    }

    @Test
    void keepsACutHunkAsFarAsItGoes() {
        PatchInput input = Samples.read(Samples.REPLY);
        assertEquals(1, input.patches().get(0).files().get(1).hunks().get(0).lines().size());
        assertTrue(says(input, Diagnostic.Severity.WARNING, "hunk is cut"));
    }

    @Test
    void separatesADiffFromTheOneItQuotes() {
        PatchInput input = Samples.read(Samples.REPLY + "\nRather so:\n\n" + Samples.DIFF);
        assertEquals(List.of(false, true), input.patches().stream().map(Patch::quoted).toList());
        assertEquals(List.of(1, 2), input.patches().stream().map(Patch::index).toList());
    }

    @Test
    void readsEachDepthOfQuotingByItself() {
        String deeper = Samples.DIFF.lines().map(line -> "> > " + line + "\n").reduce("", String::concat);
        Patch patch = only("> Ann:\n" + deeper + "> no\n");
        assertEquals(2, patch.files().size());
        assertEquals(texts(POOL.hunks().get(0)), texts(patch.files().get(0).hunks().get(0)));
    }

    @Test
    void readsAttachmentsAndMailsInMails() {
        PatchInput input = Samples.read(Samples.MULTIPART);
        assertEquals(List.of("[PATCH] mm: attached", "[PATCH] mm: pool: keep the last reference"),
                input.patches().stream().map(Patch::subject).toList());
        assertEquals("three@example.org", input.patches().get(0).messageId(), "an attached patch belongs to its mail");
        assertTrue(says(input, Diagnostic.Severity.INFO, "HTML part"));
    }

    @Test
    void readsQuotedPrintable() {
        Patch patch = only(Samples.quotedPrintableMail());
        assertEquals(texts(POOL.hunks().get(0)), texts(patch.files().get(0).hunks().get(0)));
        Hunk hunk = patch.files().get(0).hunks().get(0);
        assertEquals(hunk.inputLine() + 2, hunk.lines().get(0).inputLine(), "the header was broken in two");
    }

    @Test
    void readsBase64AndThePlainFooterBehindIt() {
        Patch patch = only(Samples.base64Mail());
        assertEquals(texts(POOL.hunks().get(0)), texts(patch.files().get(0).hunks().get(0)));
        assertEquals(7, patch.files().get(0).inputLine());
    }

    @Test
    void readsCrLf() {
        assertEquals(texts(POOL.hunks().get(0)),
                texts(only(Samples.DIFF.replace("\n", "\r\n")).files().get(0).hunks().get(0)));
        assertEquals(List.of(), Samples.read(Samples.MAIL.replace("\n", "\r\n")).diagnostics());
    }

    @Test
    void undoesFlowedText() {
        PatchInput input = Samples.read(Samples.FLOWED);
        assertEquals(List.of("CONTEXT\tif (!page)", "CONTEXT", "REMOVED\tput_page(page);",
                "ADDED\tif (page_count(page) > 1)",
                "ADDED\t\tput_page(page); /* a long remark that the mail program broke in two */", "CONTEXT}"),
                texts(input.patches().get(0).files().get(0).hunks().get(0)));
        assertEquals(List.of(), input.diagnostics());
    }

    @Test
    void readsUtf16AsWindowsShellsWriteIt() {
        byte[] bytes = ("\ufeff" + Samples.DIFF).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(2, PatchReader.read("x", bytes).patches().get(0).files().size());
    }

    @Test
    void decodesTextByItsCharset() {
        byte[] mail = (Samples.HEADER + "Content-Type: text/plain; charset=iso-8859-1\n\n"
                + Samples.DIFF.replace("#define A 1", "/* caf\u00e9 */"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("/* caf\u00e9 */",
                PatchReader.read("x", mail).patches().get(0).files().get(1).hunks().get(0).lines().get(0).text());
    }

    @Test
    void saysThatThereIsNoPatch() {
        List<String> texts = List.of("", "\n", "Subject: hello\n\nno patch here\n", "diff --git this, she said\n",
                "--- a\n+++ b\nprose\n");
        for (String text : texts) {
            PatchInput input = Samples.read(text);
            assertEquals(List.of(), input.patches(), text);
            assertTrue(says(input, Diagnostic.Severity.ERROR, "there is no patch")
                    || says(input, Diagnostic.Severity.ERROR, "no patch in"), text);
        }
    }

    @Test
    void surviveGarbageAndHugeLines() {
        byte[] garbage = new byte[200_000];
        new Random(1).nextBytes(garbage);
        assertEquals(List.of(), PatchReader.read("garbage", garbage).patches());
        String huge = "x".repeat(2_000_000);
        assertEquals(huge,
                only(Samples.DIFF.replace("#define A 1", huge)).files().get(1).hunks().get(0).lines().get(0).text());
        assertEquals(1, Samples.read("Subject: " + "[]".repeat(500_000) + "\n\n" + Samples.DIFF).patches().size());
        assertEquals(0, Samples.read(">".repeat(1_000_000)).patches().size());
    }

    @Test
    void givesTheSameForTheSame() {
        for (String sample : Samples.all()) {
            assertEquals(Samples.read(sample), Samples.read(sample));
        }
    }
}
