package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.Function;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.ModelText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a hunk that shows little adds goes where it belongs; conditions are merged by their terms. */
class PlacementTest {

    private final ModelLibrary library = ModelLibrary.embedded();

    private static String body(MergeResult result, String function) {
        Function f = result.model().unit().function(function).orElseThrow();
        return Flat.of(f.body()).items().stream().map(Item::text).collect(Collectors.joining(" "));
    }

    private static String statuses(MergeResult result) {
        return result.sites().stream().map(s -> (s.mark() == HunkText.Mark.REMOVED ? "-" : "+") + s.status())
                .collect(Collectors.joining(" "));
    }

    private String dropWith(String older, String newer) {
        Model model = new Model(new KernelVersion(6, 0), ModelText.read("mm/drop.c", """
                struct page { int _refcount; int zone; };
                void set_page_count(struct page *page, int v) { page->_refcount = v; }
                void page_begin(struct page *page)
                {
                    if (page->zone == ZONE_RED || page->zone == ZONE_BLUE)
                        set_page_count(page, 0);
                }
                """, Map.of()).unit(), new TreeSet<>(List.of("FS_DAX")));
        MergeResult result = Merge.into(model, library, SampleDiff.lifted("""
                --- a/mm/drop.c
                +++ b/mm/drop.c
                @@ -60,6 +60,6 @@ void page_begin(struct page *page)
                 {
                -	if (%s)
                +	if (%s)
                 		set_page_count(page, 0);
                 }
                """.formatted(older, newer)));
        return statuses(result) + " " + body(result, "page_begin");
    }

    @Test
    void ofAConditionThatAnEarlierPatchHasMadeLongerOnlyWhatThisOneAddsComesIn() {
        assertEquals("-MERGED +MERGED if (page->zone == ZONE_RED || page->zone == ZONE_BLUE || page->zone == ZONE_GREEN) set_page_count(page, 0); }",
                dropWith("page->zone == ZONE_RED || page->zone == ZONE_BLUE || page->zone == ZONE_GREY",
                        "page->zone == ZONE_RED || page->zone == ZONE_BLUE || page->zone == ZONE_GREY || page->zone == ZONE_GREEN"));
    }

    @Test
    void aConditionThatAsksForOtherConstantsIsNotTheModels() {
        assertEquals("-CONFLICT +CONFLICT if (page->zone == ZONE_RED || page->zone == ZONE_BLUE) set_page_count(page, 0); }",
                dropWith("page->zone == ZONE_GREY", "page->zone == ZONE_GREY || page->zone == ZONE_GREEN"));
    }

    private static final String POOL = """
            void page_ref_inc(int *page) { __add_return(page, 1); }
            int pool_take(int *pool);
            int pool_page(int *pool, int ready)
            {
                int error;
                int page;

                __lock(pool);
                if (!ready) {
                    error = -1;
                    goto out;
                }
                page = pool_take(pool);
                if (!page) {
                    error = -2;
                    goto out;
                }
                pool_show(page);
                __unlock(pool);
                return page;
            out:
                __unlock(pool);
                return error;
            }
            """;

    private static final String WITH_REFERENCE = "__lock(pool); if (!ready) error = -1; goto out; } page = pool_take(pool);"
            + " if (!page) error = -2; goto out; } page_ref_inc(page); pool_show(page); __unlock(pool); return page; out:"
            + " __unlock(pool); return error;";

    private String poolWith(String context) {
        Model model = new Model(new KernelVersion(6, 0), ModelText.read("mm/pool.c", POOL, Map.of()).unit(), new TreeSet<>(List.of("FS_DAX")));
        MergeResult result = Merge.into(model, library, SampleDiff.lifted("""
                --- a/mm/pool.c
                +++ b/mm/pool.c
                @@ -60,6 +60,7 @@ int pool_page(int *pool, int ready)
                """ + context + """
                +	page_ref_inc(page);
                 	/* so that it can be shown */
                """));
        return body(result, "pool_page").replaceFirst("^int error; int page; ", "");
    }

    @Test
    void whatComesBehindAStatementThatTheHunkCutsStaysOutsideOfIt() {
        assertEquals(WITH_REFERENCE, poolWith("""
                 		error = -2;
                 		goto out;
                 	}
                """));
    }

    @Test
    void ofTwoPlacesThatReadAlikeTheOneWithTheLocalsSetIsTaken() {
        assertEquals(WITH_REFERENCE, poolWith("""
                 		goto out;
                 	}
                """));
    }

    @Test
    void whereAHunkShowsOnlyTheEndOfAStatementTheAddedLineGoesBehindTheFirstThatEndsWithItsLocalsSet() {
        assertEquals(WITH_REFERENCE, poolWith("""
                 	}
                """));
    }
}
