package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How long lifting takes when warm; the limits leave room for a loaded machine. */
class SpeedTest {

    private static final int ROUNDS = 60;

    @Test
    void liftsAMedianFileQuickly(TestReporter reporter) {
        String diff = IntStream.range(0, 2).mapToObj("""
                @@ static int shown%1$d(struct page *page)
                 	struct page *head = compound_head(page);

                 	if (!page_ref_count(head))
                -		return put_page(head);
                +		return folio_put(page_folio(head));
                 	for_each_page(page, head) {
                 		get_page(page);
                 	}
                """::formatted).collect(Collectors.joining());
        report(reporter, "two files of two hunks", 30, () -> {
            Sample.edit(diff);
            Sample.edit(diff);
        });
    }

    @Test
    void readsAModelFileQuickly(TestReporter reporter) {
        String text = IntStream.range(0, 30).mapToObj("""
                /* Takes a reference. */
                void get%1$d(struct page *page)
                {
                	if (page->flags & 1)
                		page = page->head;
                	__add_return(&page->count, 1);
                	while (page->next)
                		page = page->next;
                }

                """::formatted).collect(Collectors.joining());
        report(reporter, "a file of 300 lines", 20, () -> ModelText.read("a.c", text, Map.of()));
    }

    private static void report(TestReporter reporter, String what, int milliseconds, Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        reporter.publishEntry(what, best / 1000 + " us");
        assertTrue(best < milliseconds * 1_000_000L, what + ": " + best / 1000 + " us");
    }
}
