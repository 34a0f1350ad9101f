/* scenario: C03 the driver gets its page back
 * asks: at which count does the free callback run, and with which count does the page lie on the free list?
 * types: PRIVATE, PUBLIC, COHERENT
 * kernels: 4.14..
 * params: DRIVER = DRIVER_TEST_HMM, DRIVER_NOUVEAU, DRIVER_AMDKFD, DRIVER_UVMEM
 * threads: user
 * when freed_at becomes 0: free-at-1to0 "the free callback of {type} pages runs when the count goes from 1 to 0"
 * when freed_at becomes 1: free-at-2to1 "the free callback of {type} pages runs when the count goes from 2 to 1"
 * when free_count becomes 0: free-count-0 "a free {type} page has a count of 0 (was {before})"
 * when free_count becomes 1: free-count-1 "a free {type} page has a count of 1 (was {before})"
 * when reset_to becomes 1: free-count-1 "the core sets the count of a {type} page to 1 when the last reference is gone"
 * when pgmap_ref_per_alloc becomes 1: pgmap-ref-per-alloc "each allocated {type} page holds a reference on its pgmap"
 */
int count_at_rest;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	count_at_rest = page_ref_count(&pages[0]);
	record_puts = 1;
}

void user(void)
{
	struct page *page;
	int refs = pgmap_refs(&pgmap);
	int count;

	page = driver_alloc_page();
	__observe("pgmap_ref_per_alloc", pgmap_refs(&pgmap) - refs);
	unlock_page(page);
	page->mapping = PAGE_MAPPING_ANON;
	put_page(page);

	count = page_ref_count(&pages[0]);
	__check(callbacks == 1, "leak", "the driver gets a page back that nobody holds any more");
	if (count == last_put)
		__observe("free_count", count);
	else
		__observe("reset_to", count);
	__check(count == count_at_rest, "count-not-reset", "a page lies on the free list with the count it had there before");
	__check(pgmap_refs(&pgmap) >= refs, "underflow", "a page lets go of no more pgmap references than it had");
	__check(pgmap_refs(&pgmap) <= refs, "pgmap-ref-leak", "a free page lets go of the pgmap");
	__check(!page->mapping, "stale-state", "a free page has forgotten its mapping");

	page = driver_alloc_page();
	unlock_page(page);
	put_page(page);
	__check(callbacks == 2, "leak", "the driver gets a page back again that it has handed out again");
}
