package folioscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModelCommandTest {

    @Test
    void showsAFunctionAsItIsAtAVersion() {
        Commands.Result result = Commands.run("model", "show", "put_page", "--kernel", "5.17");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().startsWith("/* v5.17 include/linux/mm.h:"), result.out());
        assertTrue(result.out().contains("void put_page(struct page *page)\n{\n"), result.out());
        assertTrue(result.out().contains("\tif (put_devmap_managed_page("), result.out());
    }

    @Test
    void saysWhereAFunctionIsThatTheNewestKernelLacks() {
        Commands.Result result = Commands.run("model", "show", "put_devmap_managed_page");
        assertEquals(2, result.status());
        assertTrue(result.err().contains("add --kernel "), result.err());
    }

    @Test
    void listsFunctionsByKernelPath() {
        Commands.Result result = Commands.run("model", "functions", "--kernel", "6.14");
        assertTrue(result.out().lines().anyMatch(l -> l.matches("mm/memremap\\.c +memremap_pages")), result.out());
        assertEquals(result.out().lines().sorted().toList(), result.out().lines().toList());
    }

    @Test
    void listsBaselinesWithTheirTypes() {
        Commands.Result result = Commands.run("model", "baselines");
        assertTrue(result.out().lines().anyMatch(l -> l.matches("6\\.14 +2025-03-24 +E6 +.*\\bFS_DAX\\b.*")), result.out());
    }

    @Test
    void listsScenariosWithWhatTheyAsk() {
        Commands.Result result = Commands.run("model", "scenarios", "--kernel", "6.14");
        assertTrue(result.out().contains("S09 "), result.out());
        assertTrue(result.out().contains("is the waiter woken by the last pin?"), result.out());
    }
}
