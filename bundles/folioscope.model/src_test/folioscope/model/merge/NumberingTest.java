package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.ModelText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which numbers the model's constants have after a patch. */
class NumberingTest {

    private static String after(String model, String... lines) {
        String body = String.join("\n", lines) + "\n";
        String diff = "--- a/fs/dax.c\n+++ b/fs/dax.c\n@@ -9," + count(body, "+") + " +9,"
                + count(body, "-") + " @@\n" + body;
        List<Enumerator> constants = ModelText.read("fs/dax.c", model, Map.of()).unit().enumerators();
        return new Numbering(constants, SampleDiff.lifted(diff).get(0)).after(new TreeSet<>()).stream()
                .map(e -> e.name() + "=" + e.value()).collect(Collectors.joining(" "));
    }

    private static long count(String body, String without) {
        return body.lines().filter(l -> !l.startsWith(without)).count();
    }

    @Test
    void bitsThatMakeRoomAreRenumbered() {
        assertEquals("DAX_LOCKED=1 DAX_PMD=2 DAX_ZERO=8 DAX_PUD=4", after("enum { DAX_LOCKED = 1, DAX_PMD = 2, DAX_ZERO = 4 };",
                " #define DAX_LOCKED (1UL << 0)", " #define DAX_PMD (1UL << 1)", "-#define DAX_ZERO (1UL << 2)",
                "+#define DAX_PUD (1UL << 2)", "+#define DAX_ZERO (1UL << 3)"));
    }

    @Test
    void whatTheModelHasSmallerGrowsByAsMuch() {
        assertEquals("DAX_SHIFT=4 DAX_LOCKED=1 DAX_PMD=2 DAX_ZERO=8 DAX_PUD=4", after(
                "enum { DAX_SHIFT = 3, DAX_LOCKED = 1, DAX_PMD = 2, DAX_ZERO = 4 };", "-#define DAX_SHIFT (4)", "+#define DAX_SHIFT (5)",
                " #define DAX_LOCKED (1UL << 0)", " #define DAX_PMD (1UL << 1)", "-#define DAX_ZERO (1UL << 2)",
                "+#define DAX_PUD (1UL << 2)", "+#define DAX_ZERO (1UL << 3)"));
    }

    @Test
    void aBitBesideBitsOfOtherNumbersIsTheNextFreeOne() {
        assertEquals("FOLL_WRITE=1 FOLL_GET=2 FOLL_PIN=4 FOLL_PEER=8", after("enum { FOLL_WRITE = 1, FOLL_GET = 2, FOLL_PIN = 4 };",
                " #define FOLL_PIN 0x40000", "+#define FOLL_PEER 0x100000"));
    }

    @Test
    void aMemberOfAnEnumThatTheModelNumbersOtherwiseIsTheNextOne() {
        assertEquals("KIND_A=1 KIND_C=2 KIND_B=3", after("enum kind { KIND_A = 1, KIND_C = 2 };", " enum kind {", " \tKIND_A = 5,",
                "+\tKIND_B,", " \tKIND_C,", " };"));
    }

    @Test
    void anEnumThatThePatchBringsIsNumberedAsSent() {
        assertEquals("KIND_A=1 START_IDLE=0 START_BUSY=1", after("enum kind { KIND_A = 1 };", "+enum start {", "+\tSTART_IDLE,",
                "+\tSTART_BUSY,", "+};"));
    }

    @Test
    void whatThePatchTakesAwayStaysForCodeThatItDoesNotShow() {
        assertEquals("KIND_A=1 KIND_B=2", after("enum kind { KIND_A = 1, KIND_B = 2 };", " enum kind {", " \tKIND_A = 1,", "-\tKIND_B,",
                " };"));
    }
}
