package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchInput;
import folioscope.patch.PatchReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BaselineChoiceTest {

    private static final String MODEL = """
            struct page { int _refcount; int order; };
            void set_page_count(struct page *page, int v) { page->_refcount = v; }
            int put_page_testzero(struct page *page) { return __add_return(&page->_refcount, -1) == 0; }
            int put_devmap_page(struct page *page)
            {
            	return put_page_testzero(page);
            }
            #if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
            void init_page(struct page *page, int order)
            {
            	set_page_count(page, 1);
            	page->order = order;
            	if (order)
            		set_page_count(page, order);
            }
            #else
            void init_page(struct page *page)
            {
            	set_page_count(page, put_devmap_page(page));
            }
            #endif
            """;

    private static String chosen(String day, String hunk) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("kernel/baselines.tsv", "6.0\tE1\t2022-10-02\n6.1\tE2\t2022-12-11\n");
        texts.put("kernel/types.tsv", "FS_DAX\t4.5\n");
        texts.put("kernel/lexicon.txt", "set_page_count\nput_page*\nput_devmap_page\norder\n");
        texts.put("kernel/mm/memremap.c", MODEL);
        String mail = "From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: A <a@example.org>\nSubject: [PATCH] mm: change\nDate: " + day
                + " 10:00:00 +0000\nMessage-ID: <1@example.org>\n\nText.\n---\ndiff --git a/mm/memremap.c b/mm/memremap.c\n"
                + "--- a/mm/memremap.c\n+++ b/mm/memremap.c\n" + hunk + "-- \n2.30\n\n";
        PatchInput input = PatchReader.read("test.mbox", mail.getBytes(StandardCharsets.UTF_8));
        BaselineChoice choice = BaselineChoice.of(ModelLibrary.of(texts),
                Lifting.of(input.patches(), Optional.empty()).stream().map(Lifting::edits).toList(),
                input.patches().get(0).date(), Optional.empty(), ReviewOptions.defaults());
        return choice.model().kernel() + " " + choice.how() + choice.note().map(n -> ", " + n).orElse("");
    }

    @Test
    void takesThePatchOutOfTheKernelThatHasItWhereNoneBeforeFits() {
        assertEquals("6.1 explained, 6.1 has it: read against 6.1 without it", chosen("Thu, 1 Sep 2022", """
                @@ -10,7 +10,9 @@
                 void init_page(struct page *page, int order)
                 {
                 	set_page_count(page, 1);
                 	page->order = order;
                +	if (order)
                +		set_page_count(page, order);
                 }
                """));
    }

    @Test
    void prefersTheKernelBeforeThePatchWhereItFits() {
        assertEquals("6.0 explained", chosen("Thu, 1 Sep 2022", """
                @@ -10,5 +10,5 @@
                 void init_page(struct page *page)
                 {
                -	set_page_count(page, put_devmap_page(page));
                +	set_page_count(page, 1);
                 }
                """));
    }

    @Test
    void aKernelThatStillCallsWhatThePatchRemovesIsNotTheOne() {
        assertEquals("6.1 explained", chosen("Thu, 1 Sep 2022", """
                @@ -5,9 +5,5 @@
                -int put_devmap_page(struct page *page)
                -{
                -	return put_page_testzero(page);
                -}
                 void init_page(struct page *page, int order)
                 {
                 	set_page_count(page, 1);
                 	page->order = order;
                """));
    }
}
