package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A check that the patch leaves alone may become vital by it, or be needed no more. */
class GuardsTest {

    private static final String MODEL = """
            enum memory_type { MEMORY_DEVICE_PRIVATE = 1 };
            struct page { int _refcount; };
            struct page page0;
            int PGMAP_TYPE;
            void set_page_count(struct page *page, int v) { page->_refcount = v; }
            void init_device_page(struct page *page)
            {
            	set_page_count(page, 1);
            }
            void get_page(struct page *page)
            {
            	int count = page->_refcount;

            	if (count > 5)
            		return;
            	if (count == 0)
            		return;
            	__add_return(&page->_refcount, 1);
            	__check(count > 0, "bug-on-get-zero", "a reference is taken on a free page");
            }
            """;
    private static final String SCENARIO = """
            /* scenario: T01 a reference on a page as it starts
             * asks: is it on a free page?
             * types: PRIVATE
             * threads: user
             */
            void setup(void) { init_device_page(&page0); }
            void user(void) { get_page(&page0); }
            """;

    private static Review reviewed(int from, int to, boolean asked) {
        ModelLibrary library = ModelLibrary.of(new TreeMap<>(Map.of(
                "kernel/baselines.tsv", "6.0\tE1\t2022-10-02\n", "kernel/types.tsv", "PRIVATE\t4.14\t\n",
                "kernel/lexicon.txt", "set_page_count\n", "scenarios/T01-get.c", SCENARIO,
                "kernel/mm/swap.c", MODEL.replace("set_page_count(page, 1);", "set_page_count(page, " + from + ");"))));
        String diff = "--- a/mm/swap.c\n+++ b/mm/swap.c\n@@ -6,4 +6,4 @@\n void init_device_page(struct page *page)\n {\n"
                + "-\tset_page_count(page, " + from + ");\n+\tset_page_count(page, " + to + ");\n }\n";
        ReviewOptions usual = ReviewOptions.defaults();
        return new Reviewer(library).review(PatchReader.read("test.patch", diff.getBytes(StandardCharsets.UTF_8)),
                asked ? usual.withGuards() : usual);
    }

    private static GuardChange only(int from, int to) {
        List<GuardChange> all = reviewed(from, to, true).total().guards().orElseThrow();
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    @Test
    void becomesVitalWhereThePatchMakesItsConditionComeTrue() {
        GuardChange change = only(1, 0);
        assertEquals("get_page: count == 0", change.function() + ": " + change.condition());
        assertTrue(change.vital() && !change.comesTrue(), change.toString());
        assertEquals("T01: a reference is taken on a free page, in get_page()", change.scenario() + ": " + change.clause());
    }

    @Test
    void isNeededNoMoreWhereThePatchTakesItsReasonAway() {
        assertTrue(!only(0, 1).vital());
    }

    @Test
    void checksThatWeighTheSameAreNotNamed() {
        assertEquals(List.of(), reviewed(1, 2, true).total().guards().orElseThrow());
    }

    @Test
    void isNotLookedForUnasked() {
        assertEquals(Optional.empty(), reviewed(1, 0, false).total().guards());
    }
}
