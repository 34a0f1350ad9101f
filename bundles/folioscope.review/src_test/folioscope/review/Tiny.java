package folioscope.review;

import folioscope.model.ModelLibrary;
import folioscope.patch.PatchReader;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** A kernel of one page, one who drops a reference and one who waits for the page to be idle. */
final class Tiny {

    private static final String MODEL = """
            enum memory_type { MEMORY_DEVICE_PRIVATE = 1, MEMORY_DEVICE_FS_DAX = 2, MEMORY_DEVICE_GENERIC = 3 };
            struct page { int _refcount; int in_use; };
            struct page page0;
            int PGMAP_TYPE;
            int CONFIG_DEBUG_VM;
            void wake_up_var(int *key) { __wake(key); }
            int page_ref_dec_return(struct page *page) { return __add_return(&page->_refcount, -1); }
            void set_page_count(struct page *page, int v) { page->_refcount = v; }
            void init_device_page(struct page *page)
            {
            	set_page_count(page, 1);
            }
            void put_page(struct page *page)
            {
            	int count = page_ref_dec_return(page);

            	if (count == 1)
            		wake_up_var(&page->_refcount);
            	if (count == 0)
            		page->in_use = 0;
            }
            int reset_page(struct page *page)
            {
            	return page_ref_dec_return(page);
            }
            void wait_for_idle(struct page *page)
            {
            	___wait_var_event(&page->_refcount, page->_refcount == 1, 0, 0, 0, schedule());
            }
            """;

    private static final String WAIT = """
            /* scenario: T01 a waiter and the last reference
             * asks: is the waiter woken?
             * types: FS_DAX, GENERIC
             * threads: user, waiter
             */
            void setup(void) { init_device_page(&page0); __add_return(&page0._refcount, 1); }
            void user(void) { put_page(&page0); }
            void waiter(void) { if (PGMAP_TYPE == MEMORY_DEVICE_FS_DAX) wait_for_idle(&page0); }
            """;

    private static final String COUNT = """
            /* scenario: T02 the count at first
             * asks: what is it?
             * types: FS_DAX, PRIVATE, COHERENT
             * threads: nobody
             * when first_count becomes 0: init-at-0 "{type} pages start at {after} (were at {before})"
             * when first_count ceases 1: fix stale-state "no {type} page starts at 1"
             */
            void setup(void) { init_device_page(&page0); }
            void nobody(void)
            {
                __observe("first_count", page0._refcount);
                __check(PGMAP_TYPE != 4 || page0._refcount == 0, "premature-free", "nobody has a page of the fourth type at first");
            }
            """;

    private Tiny() {
    }

    /** The library of this kernel, which exists at 6.0 and 6.1. */
    static ModelLibrary library() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("kernel/baselines.tsv", "6.0\tE1\t2022-10-02\n6.1\tE2\t2022-12-11\n");
        texts.put("kernel/types.tsv", "FS_DAX\t4.5\t\nGENERIC\t4.5\t\nPRIVATE\t4.14\t\n");
        texts.put("kernel/lexicon.txt",
                "set_page_count\nput_page\nwake_up_var\n_refcount\npage_ref_*\nget_mystery\nMEMORY_DEVICE_*\n");
        texts.put("kernel/mm/swap.c", MODEL);
        texts.put("scenarios/T01-wait.c", WAIT);
        texts.put("scenarios/T02-count.c", COUNT);
        return ModelLibrary.of(texts);
    }

    /** Reviews a patch or mbox with the usual options. */
    static Review reviewed(String text) {
        return reviewed(text, ReviewOptions.defaults());
    }

    static Review reviewed(String text, ReviewOptions options) {
        return new Reviewer(library()).review(PatchReader.read("test.patch", text.getBytes(StandardCharsets.UTF_8)),
                options);
    }

    /** A hunk of put_page() with these lines in place of the wake. */
    static String put(String... lines) {
        return diff("@@ -14,8 +14,8 @@ void put_page(struct page *page)\n {\n"
                + " \tint count = page_ref_dec_return(page);\n \n",
                " \tif (count == 0)\n \t\tpage->in_use = 0;\n }\n", lines);
    }

    /** A hunk of init_device_page() with these lines as its body. */
    static String init(String... lines) {
        return diff("@@ -9,4 +9,4 @@\n void init_device_page(struct page *page)\n {\n", " }\n", lines);
    }

    /** A diff of mm/swap.c; hunk headers are counted anew. */
    static String diff(String before, String after, String... lines) {
        String body = before.substring(before.indexOf('\n') + 1) + String.join("\n", lines) + "\n" + after;
        long old = body.lines().filter(l -> !l.startsWith("+")).count();
        long now = body.lines().filter(l -> !l.startsWith("-")).count();
        String head = before.substring(0, before.indexOf('\n'))
                .replaceFirst("(-\\d+),\\d+ (\\+\\d+),\\d+", "$1," + old + " $2," + now);
        return "diff --git a/mm/swap.c b/mm/swap.c\n--- a/mm/swap.c\n+++ b/mm/swap.c\n" + head + "\n" + body;
    }

    /** Two diffs as mails of a series. */
    static String series(String first, String second) {
        return mail(1, first) + mail(2, second);
    }

    private static String mail(int number, String diff) {
        return "From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: A <a@example.org>\nSubject: [PATCH " + number
                + "/2] mm: change\n"
                + "Date: Tue, 1 Nov 2022 10:00:00 +0000\nMessage-ID: <" + number + "@example.org>\n\nText.\n---\n"
                + diff + "-- \n2.30\n\n";
    }
}
