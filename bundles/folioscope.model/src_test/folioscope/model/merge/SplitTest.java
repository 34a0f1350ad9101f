package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.ModelText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A patch that puts a head into the middle of a function makes two of it; what it does not show comes from the model. */
class SplitTest {

    private static final String MODEL = """
            struct page { int _refcount; void *mapping; int zone; };
            void wake_up_var(int *key) { __wake(key); }
            void set_page_count(struct page *page, int v) { page->_refcount = v; }
            void uncharge(struct page *page) { __observe("uncharged", 1); }
            void free_page(struct page *page)
            {
                wake_up_var(&page->_refcount);
                uncharge(page);
                page->mapping = 0;
                set_page_count(page, 1);
            }
            void put_page(struct page *page) { free_page(page); }
            """;

    private static MergeResult merged(String diff) {
        Model model = new Model(new KernelVersion(6, 0), ModelText.read("mm/swap.c", MODEL, Map.of()).unit(),
                new TreeSet<>(List.of("FS_DAX")));
        return Merge.into(model, ModelLibrary.embedded(), SampleDiff.lifted(diff));
    }

    private static String body(MergeResult result, String function) {
        return Flat.of(result.model().unit().function(function).orElseThrow().body()).items().stream().map(Item::text)
                .collect(Collectors.joining(" "));
    }

    @Test
    void newFunctionTakesTheTail() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,5 +90,11 @@
                 void free_page(struct page *page)
                 {
                 	wake_up_var(&page->_refcount);
                +}
                +
                +void free_zone_page(struct page *page)
                +{
                +	if (page->zone != 3)
                +		return;
                 	uncharge(page);
                """);
        assertEquals("wake_up_var(&page->_refcount);", body(result, "free_page"));
        assertEquals("if (page->zone != 3) return; } uncharge(page); page->mapping = 0; set_page_count(page, 1);",
                body(result, "free_zone_page"));
        assertTrue(result.sites().stream().noneMatch(s -> s.status() == Site.Status.UNMODELLED), result.sites().toString());
    }

    @Test
    void newFunctionTakesTheBeginning() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,5 +90,10 @@
                -void free_page(struct page *page)
                +static void wake_and_uncharge(struct page *page)
                 {
                 	wake_up_var(&page->_refcount);
                 	uncharge(page);
                +}
                +
                +void free_page(struct page *page)
                +{
                +	wake_and_uncharge(page);
                 	page->mapping = 0;
                """);
        assertEquals("wake_up_var(&page->_refcount); uncharge(page);", body(result, "wake_and_uncharge"));
        assertEquals("wake_and_uncharge(page); page->mapping = 0; set_page_count(page, 1);", body(result, "free_page"));
        assertEquals("free_page(page);", body(result, "put_page"));
    }

    @Test
    void whatDoesNotFitIsNotSplit() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,5 +90,9 @@
                 void free_page(struct page *page)
                 {
                -	set_page_count(page, 77);
                +}
                +
                +void free_zone_page(struct page *page)
                +{
                 	uncharge(page);
                """);
        assertTrue(result.model().unit().function("free_zone_page").isEmpty());
        assertTrue(result.sites().stream().anyMatch(s -> s.status() == Site.Status.CONFLICT), result.sites().toString());
    }
}
