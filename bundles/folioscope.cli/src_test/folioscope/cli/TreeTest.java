package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {

    private static final String MAKEFILE = "VERSION = 5\nPATCHLEVEL = 17\nSUBLEVEL = 0\n";

    /** As {@link Commands#PUT_WITHOUT_WAKE} sees it, four lines further down than it says. */
    private static final String HEADER = "\n".repeat(1242) + """
            static inline void put_page(struct page *page)
            {
            \tstruct folio *folio = page_folio(page);
            \t
            \t/* somebody may wait for the count to become 1 */
            \tif (put_devmap_managed_page(&folio->page))
            \t\treturn;
            \tfolio_put(folio);
            }
            \t
            """;

    @TempDir
    private Path folder;

    private String tree(String makefile, String header) throws IOException {
        Files.createDirectories(folder.resolve("include/linux"));
        Files.writeString(folder.resolve("Makefile"), makefile);
        Files.writeString(folder.resolve("include/linux/mm.h"), header);
        return folder.toString();
    }

    @Test
    void theTreeSaysWhichKernelItIs() throws IOException {
        Commands.Result result = Commands.withInput(Commands.PUT_WITHOUT_WAKE, "review", "--tree", tree(MAKEFILE, HEADER), "--scenario", "S09",
                "--format", "json", "-");
        assertEquals(1, result.status(), result.err());
        assertTrue(result.out().replaceAll("\\s+", " ").contains("\"baseline\": { \"kernel\": \"5.17\", \"how\": \"tree\" }"), result.out());
        assertTrue(result.out().contains("include/linux/mm.h: the hunk fits the file"), result.out());
    }

    @Test
    void whatDoesNotApplyIsADiagnosticAndTheHunksAreRead() throws IOException {
        String patch = Commands.PUT_WITHOUT_WAKE;
        Commands.Result alone = Commands.withInput(patch, "review", "--kernel", "5.17", "--scenario", "S09", "--no-trace", "-");
        Commands.Result result = Commands.withInput(patch, "review", "--kernel", "5.17", "--tree", tree(MAKEFILE, "int nothing;\n"),
                "--scenario", "S09", "--no-trace", "-");
        assertTrue(result.err().contains("include/linux/mm.h: the hunk does not apply to the file in "), result.err());
        assertEquals(alone.status(), result.status());
        assertTrue(result.out().startsWith(alone.out().lines().limit(8).reduce("", (a, b) -> a + b + "\n")), result.out());
    }

    /** The old version applies to the tree and says nothing; the new one does not, and is read from its hunks. */
    @Test
    void bothVersionsOfASeriesAreReadWithTheTree() throws IOException {
        Path before = Files.writeString(folder.resolve("v1.mbox"), Commands.PUT_WITHOUT_WAKE);
        Path after = Files.writeString(folder.resolve("v2.mbox"),
                Commands.PUT_WITHOUT_WAKE.replace("somebody", "someone"));
        String tree = tree(MAKEFILE, HEADER);
        Commands.Result same = Commands.run("compare", "--tree", tree, "--scenario", "S09", before.toString(),
                before.toString());
        assertEquals(0, same.status(), same.err());
        assertEquals("", same.err());
        Commands.Result result = Commands.run("compare", "--tree", tree, "--kernel", "5.17", "--scenario", "S09",
                before.toString(), after.toString());
        assertEquals(0, result.status(), result.err());
        assertTrue(result.err().startsWith(after + ":"), result.err());
        assertTrue(result.err().contains("include/linux/mm.h: the hunk does not apply to the file in "), result.err());
    }

    @Test
    void aTreeThatIsNotThereIsUnusable() {
        Commands.Result result = Commands.run("review", "--tree", folder.resolve("nowhere").toString(), "-");
        assertEquals(2, result.status());
        assertTrue(result.err().contains("there is no such folder"), result.err());
    }

    @Test
    void checkNeedsATreeAndItsVersion() throws IOException {
        assertEquals(2, Commands.run("model", "check").status());
        Commands.Result nameless = Commands.run("model", "check", "--tree", tree("all:\n", HEADER));
        assertEquals(2, nameless.status());
        assertTrue(nameless.err().contains("say so with --kernel"), nameless.err());
    }

    @Test
    void checkRefusesWhatIsNoKernel() throws IOException {
        Commands.Result result = Commands.run("model", "check", "--tree", tree(MAKEFILE, "int nothing;\n"));
        assertEquals(2, result.status());
        assertTrue(result.err().contains("none of the model's functions is there"), result.err());
    }

    @Test
    void checkSaysWhatOnlyTheTreeHas() throws IOException {
        String header = HEADER.replace("\tfolio_put(folio);\n", "\tget_page(page);\n\tfolio_put(folio);\n");
        Commands.Result result = Commands.run("model", "check", "--tree", tree(MAKEFILE, header));
        assertEquals(1, result.status(), result.err());
        assertTrue(result.out().contains("include/linux/mm.h:1250: put_page(): get_page() is not in the model's include/linux/mm.h:"),
                result.out());
        assertTrue(result.out().contains("kernel 5.17: "), result.out());
    }
}
