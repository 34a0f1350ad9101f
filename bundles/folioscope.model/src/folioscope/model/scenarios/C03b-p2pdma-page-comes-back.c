/* scenario: C03b the pool of a PCI device gets its page back
 * asks: at which count does the free callback run, and with which count does the page lie in the pool?
 * types: PCI_P2PDMA
 * kernels: 4.20..
 * threads: user
 * when freed_at becomes 0: free-at-1to0 "the free callback of {type} pages runs when the count goes from 1 to 0"
 * when freed_at becomes 1: free-at-2to1 "the free callback of {type} pages runs when the count goes from 2 to 1"
 * when free_count becomes 0: free-count-0 "a free {type} page has a count of 0 (was {before})"
 * when reset_to becomes 1: free-count-1 "the core sets the count of a {type} page to 1 when the last reference is gone"
 */
int count_at_rest;
int refs_at_rest;
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	count_at_rest = page_ref_count(&pages[0]);
	refs_at_rest = pgmap_refs(&pgmap);
	mapped = p2pdma_get_page();
	record_puts = 1;
	misuse = !mapped;
}

/* The process unmaps the page. Where none can: somebody takes and drops references beside those that the pool knows of. */
void user(void)
{
	int count;

	if (!mapped) {
		page_ref_inc(&pages[0]);
		put_page(&pages[0]);
		if (!callbacks)
			put_page(&pages[0]);
		return;
	}
	p2pdma_put_page(mapped);
	count = page_ref_count(&pages[0]);
	__check(callbacks == 1, "leak", "the pool gets a page back that nobody holds any more");
	if (count == last_put)
		__observe("free_count", count);
	else
		__observe("reset_to", count);
	__check(count == count_at_rest, "count-not-reset", "a page lies in the pool with the count it had there before");
	__check(pgmap_refs(&pgmap) >= refs_at_rest, "underflow", "a page lets go of no more pgmap references than it had");
	__check(pgmap_refs(&pgmap) <= refs_at_rest, "pgmap-ref-leak", "a free page lets go of the pgmap");
}
