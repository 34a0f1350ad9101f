package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.CText;
import folioscope.skeleton.Function;
import folioscope.skeleton.ModelText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A patch's change goes into a small model's function, or is reported. */
class MergeTest {

    private static final String MODEL = """
            struct page { int _refcount; void *mapping; int zone; };
            void wake_up_var(int *key) { __wake(key); }
            int page_ref_dec_return(struct page *page) { return __add_return(&page->_refcount, -1); }
            void set_page_count(struct page *page, int v) { page->_refcount = v; }
            void put_dev_pagemap(struct page *page) { page->zone = 0; }
            void account(struct page *page, int pages) { }
            void put_page(struct page *page)
            {
                if (page->zone == 3) {
                    if (page_ref_dec_return(page) == 1)
                        wake_up_var(&page->_refcount);
                    return;
                }
                page_ref_dec_return(page);
            }
            int page_drop(struct page *page)
            {
                int result = 3;
                int error;

                error = page_ref_dec_return(page);
                if (error)
                    result = error;
                return result;
            }
            void free_zone_device_page(struct page *page)
            {
                __observe("freed", 1);
                page->mapping = 0;
                set_page_count(page, 1);
            }
            """;

    private final ModelLibrary library = ModelLibrary.embedded();

    private MergeResult merged(String diff) {
        Model model = new Model(new KernelVersion(6, 0), ModelText.read("mm/swap.c", MODEL, Map.of()).unit(), new TreeSet<>(List.of("FS_DAX")));
        return Merge.into(model, library, SampleDiff.lifted(diff));
    }

    private static String body(MergeResult result, String function) {
        Function f = result.model().unit().function(function).orElseThrow();
        return Flat.of(f.body()).items().stream().map(Item::text).collect(Collectors.joining(" "));
    }

    private static String statuses(MergeResult result) {
        return result.sites().stream().map(s -> (s.mark() == folioscope.skeleton.HunkText.Mark.REMOVED ? "-" : "+") + s.status())
                .collect(Collectors.joining(" "));
    }

    @Test
    void takesOutACallThatThePatchRemoves() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -100,9 +100,6 @@ void put_page(struct page *page)
                 	cond_resched();
                 	page->mapping = NULL;
                -	/* ready for the next owner */
                -	set_page_count(page, 1);
                 }
                """.replace("void put_page", "void free_zone_device_page"));
        assertEquals("__observe(\"freed\", 1); page->mapping = 0;", body(result, "free_zone_device_page"));
        assertEquals("-MERGED", statuses(result));
    }

    @Test
    void putsAnAddedGuardWhereItsNeighboursStand() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -10,7 +10,8 @@ void put_page(struct page *page)
                 {
                 	if (page->zone == 3) {
                -		if (page_ref_dec_return(page) == 1)
                -			wake_up_var(&page->_refcount);
                +		if (page_ref_dec_return(page) == 0 && page->mapping) {
                +			wake_up_var(&page->_refcount);
                +		}
                 		return;
                 	}
                """);
        assertEquals("if (page->zone == 3) if (page_ref_dec_return(page) == 0 && page->mapping) wake_up_var(&page->_refcount); }"
                + " return; } page_ref_dec_return(page);", body(result, "put_page"));
    }

    @Test
    void movingAFunctionChangesNothing() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -100,8 +100,2 @@
                -void free_zone_device_page(struct page *page)
                -{
                -	page->mapping = 0;
                -	set_page_count(page, 1);
                -}
                -
                 int unrelated;
                --- a/mm/memremap.c
                +++ b/mm/memremap.c
                @@ -1,2 +1,8 @@
                +void free_zone_device_page(struct page *page)
                +{
                +	page->mapping = 0;
                +	set_page_count(page, 1);
                +}
                +
                 int other;
                """);
        assertEquals(List.of(), List.copyOf(result.changed()));
        assertTrue(result.sites().stream().allMatch(s -> s.status() == Site.Status.EQUIVALENT), statuses(result));
    }

    @Test
    void removingWhatTheModelDoesNotHaveIsAConflict() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -100,7 +100,7 @@ void free_zone_device_page(struct page *page)
                 	page->mapping = NULL;
                -	put_dev_pagemap(page);
                +	wake_up_var(&page->_refcount);
                 	set_page_count(page, 1);
                """);
        assertEquals("-CONFLICT +CONFLICT", statuses(result));
        assertEquals(List.of(), List.copyOf(result.changed()));
    }

    @Test
    void aNewHelperJoinsTheModel() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,7 +90,12 @@
                +static void page_reset(struct page *page)
                +{
                +	set_page_count(page, 0);
                +}
                +
                 void free_zone_device_page(struct page *page)
                 {
                 	page->mapping = NULL;
                -	set_page_count(page, 1);
                +	page_reset(page);
                 }
                """);
        assertEquals("__observe(\"freed\", 1); page->mapping = 0; page_reset(page);", body(result, "free_zone_device_page"));
        assertEquals("set_page_count(page, 0);", body(result, "page_reset"));
    }

    @Test
    void aRenameReachesEveryCaller() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,5 +90,5 @@
                -void set_page_count(struct page *page, int v)
                +void page_count_to(struct page *page, int v)
                 {
                 	page->_refcount = v;
                 }
                """);
        assertTrue(body(result, "free_zone_device_page").contains("page_count_to(page, 1);"), body(result, "free_zone_device_page"));
    }

    @Test
    void anotherNameForAParameterChangesNothing() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,6 +90,6 @@
                -void free_zone_device_page(struct page *page)
                +void free_zone_device_page(struct page *head)
                 {
                -	page->mapping = 0;
                -	set_page_count(page, 1);
                +	head->mapping = 0;
                +	set_page_count(head, 1);
                 }
                """);
        assertEquals(List.of(), List.copyOf(result.changed()));
        assertTrue(result.sites().stream().allMatch(s -> s.status() == Site.Status.EQUIVALENT), statuses(result));
    }

    private static final String PAGE_UNUSED = """
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,4 +90,4 @@
                 static bool page_unused(struct page *page)
                 {
                -	return page_ref_count(page) == 1;
                +	return page_ref_count(page) == 0;
                 }
                """;

    @Test
    void aFunctionThatThePatchShowsWholeJoinsTheModelWhereThatCallsIt() {
        MergeResult result = merged(PAGE_UNUSED + """
                @@ -120,5 +120,5 @@
                 void free_zone_device_page(struct page *page)
                 {
                     __observe("freed", 1);
                -    page->mapping = 0;
                +    if (page_unused(page))
                +        page->mapping = 0;
                     set_page_count(page, 1);
                 }
                """);
        assertEquals("return page_ref_count(page) == 0;", body(result, "page_unused"));
        assertTrue(statuses(result).startsWith("-MERGED +MERGED"), statuses(result));
    }

    @Test
    void aFunctionThatNothingCallsStaysUnmodelled() {
        assertEquals("-UNMODELLED +UNMODELLED", statuses(merged(PAGE_UNUSED)));
    }

    @Test
    void aFunctionThatThePatchShowsInPartStaysUnmodelled() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,4 +90,4 @@ static bool page_unused(struct page *page)
                 	cond_resched();
                -	return page_ref_count(page) == 1;
                +	return page_ref_count(page) == 0;
                 }
                """);
        assertEquals("-UNMODELLED +UNMODELLED", statuses(result));
        assertEquals(List.of(), List.copyOf(result.changed()));
    }

    @Test
    void anEntryOfATableThatTheModelGainsIsMerged() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,1 +90,6 @@
                 int unrelated;
                +
                +static const struct page_operations quiet_ops = {
                +	.name = "quiet",
                +	.page_free = free_zone_device_page,
                +};
                """);
        assertTrue(result.sites().stream().anyMatch(s -> s.text().contains(".page_free") && s.status() == Site.Status.MERGED),
                statuses(result));
    }

    @Test
    void anEntryOfATableThatTheModelDoesNotTakeStaysUnmodelled() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,1 +90,5 @@
                 int unrelated;
                +
                +static const struct page_operations quiet_ops = {
                +	.page_free = somebody_elses_free,
                +};
                """);
        assertEquals("+UNMODELLED", statuses(result));
    }

    @Test
    void aLocalKeepsItsNameWhereOthersGoBesideIt() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -90,10 +90,8 @@
                 int page_drop(struct page *page)
                 {
                -	int result = 3;
                -	int error;
                +	int ret = 3;

                -	error = page_ref_dec_return(page);
                -	if (error)
                -		result = error;
                -	return result;
                +	if (page_ref_dec_return(page))
                +		ret = 4;
                +	return ret;
                 }
                """);
        assertTrue(body(result, "page_drop").endsWith("if (page_ref_dec_return(page)) result = 4; } return result;"), body(result, "page_drop"));
    }

    @Test
    void canonicalTextIgnoresLayout() {
        assertEquals(CText.of(ModelText.read("a.c", "void f(int a) { g(a,1); }", Map.of()).unit().functions().get(0).body().body().get(0)),
                CText.of(ModelText.read("a.c", "void f(int a)\n{\n\tg( a ,\n\t 1);\n}", Map.of()).unit().functions().get(0).body().body().get(0)));
    }

    @Test
    void aCallThatDoesNothingHereMayBeMissing() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -8,6 +8,5 @@ void put_page(struct page *page)
                     if (page->zone == 3) {
                -        account(page, 1);
                -        if (page_ref_dec_return(page) == 1)
                +        if (page_ref_dec_return(page) == 0)
                             wake_up_var(&page->_refcount);
                         return;
                     }
                """);
        assertEquals("-MERGED -MERGED +MERGED", statuses(result));
        assertTrue(body(result, "put_page").contains("== 0"), body(result, "put_page"));
    }

    @Test
    void aVariableThatThePatchBringsGetsItsValues() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -6,9 +6,12 @@
                 void put_page(struct page *page)
                 {
                +    int refs;
                +
                     if (page->zone == 3) {
                +        refs = how_many(page);
                -        if (page_ref_dec_return(page) == 1)
                +        if (page_ref_dec_return(page) == refs)
                             wake_up_var(&page->_refcount);
                         return;
                     }
                """);
        assertTrue(body(result, "put_page").contains("refs = how_many(page);"), body(result, "put_page"));
    }

    @Test
    void aFunctionThatJoinsKeepsWhatItsLocalsComeTo() {
        MergeResult result = merged("""
                --- a/mm/swap.c
                +++ b/mm/swap.c
                @@ -2,2 +2,14 @@
                +int subpages(struct page *page, struct page **pages, int most)
                +{
                +    int nr;
                +
                +    for (nr = 0; nr < most; page++)
                +        pages[nr++] = page;
                +    set_page_count(page, 0);
                +    return nr;
                +}
                +
                 int page_ref_dec_return(struct page *page) { return __add_return(&page->_refcount, -1); }
                 void set_page_count(struct page *page, int v) { page->_refcount = v; }
                """);
        assertTrue(body(result, "subpages").contains("pages[nr++] = page;"), body(result, "subpages"));
    }
}
