package folioscope.model.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.skeleton.ModelText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A patch from the middle of a series meets a model that does not have what earlier patches brought. */
class PredicatesTest {

    private static final String MODEL = """
            struct count { int counter; };
            struct page { struct count _refcount; int state; };
            int atomic_read(struct count *v) { return v->counter; }
            int page_ref_count(struct page *page) { return page->_refcount.counter; }
            int busy(struct page *page)
            {
                return page_ref_count(page) > 1;
            }
            void wait_for(struct page *page, int trunc)
            {
                __await(atomic_read(&page->_refcount) == 1);
                WARN_ON_ONCE(trunc && page_ref_count(page) > 1);
                page->state = 0;
            }
            """;

    private final ModelLibrary library = ModelLibrary.embedded();

    private MergeResult merged(String diff) {
        Model model = new Model(new KernelVersion(6, 0), ModelText.read("fs/dax.c", MODEL, Map.of()).unit(),
                new TreeSet<>(List.of("FS_DAX")));
        return Merge.into(model, library, SampleDiff.lifted(diff));
    }

    private static String body(MergeResult result, String function) {
        return Flat.of(result.model().unit().function(function).orElseThrow().body()).items().stream().map(Item::text)
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatAPredicateSaysBecomesACallOfIt() {
        MergeResult result = merged("""
                --- a/include/linux/dax.h
                +++ b/include/linux/dax.h
                @@ -10,4 +10,4 @@
                 static inline bool page_at_rest(struct page *page)
                 {
                -	return page_ref_count(page) == 1;
                +	return page_ref_count(page) == 0;
                 }
                """);
        assertEquals("return page_ref_count(page) == 0;", body(result, "page_at_rest"));
        assertEquals("return !page_at_rest(page);", body(result, "busy"));
        assertEquals("__await(page_at_rest(page)); WARN_ON_ONCE(trunc && !page_at_rest(page)); page->state = 0;",
                body(result, "wait_for"));
        assertEquals("[page_at_rest() is not there yet; taken for what busy(), wait_for() writes out]", result.notes().toString());
    }

    @Test
    void whatStandsInThePlaceOfAnUnknownPredicateIsWhatItSays() {
        MergeResult result = merged("""
                --- a/fs/dax.c
                +++ b/fs/dax.c
                @@ -10,3 +10,4 @@ void wait_for(struct page *page, int trunc)
                 	WARN_ON_ONCE(trunc && !page_at_rest(page));
                +	WARN_ON_ONCE(!page_at_rest(page) && page->state);
                 	page->state = 0;
                """);
        assertEquals("return page->_refcount.counter == 1;", body(result, "page_at_rest"));
    }

    @Test
    void aPredicateThatTheModelNowhereWritesOutIsNotTakenForAnything() {
        MergeResult result = merged("""
                --- a/include/linux/dax.h
                +++ b/include/linux/dax.h
                @@ -10,4 +10,4 @@
                 static inline bool page_at_rest(struct page *page)
                 {
                -	return page->state == 7;
                +	return page->state == 8;
                 }
                """);
        assertEquals("[]", result.notes().toString());
        assertEquals("return page_ref_count(page) > 1;", body(result, "busy"));
    }

    @Test
    void anAddedLineStaysOutsideOfABlockThatEndsBeforeIt() {
        String model = MODEL + """
                int taken(struct page *page, int flags)
                {
                    int ret = 0;
                    if (flags == 3) {
                        ret = page_ref_count(page);
                        goto out;
                    }
                    page->state = 1;
                out:
                    return ret;
                }
                """;
        Model small = new Model(new KernelVersion(6, 0), ModelText.read("fs/dax.c", model, Map.of()).unit(), new TreeSet<>());
        MergeResult result = Merge.into(small, library, SampleDiff.lifted("""
                --- a/fs/dax.c
                +++ b/fs/dax.c
                @@ -10,4 +10,7 @@ int taken(struct page *page, int flags)
                 		goto out;
                 	}
                 
                +	if (page->state == 2)
                +		goto out;
                +
                 	flush_something(flags);
                """));
        assertEquals("ret = 0; if (flags == 3) ret = page_ref_count(page); goto out; } if (page->state == 2) goto out; } "
                + "page->state = 1; out: return ret;", body(result, "taken"));
    }
}
