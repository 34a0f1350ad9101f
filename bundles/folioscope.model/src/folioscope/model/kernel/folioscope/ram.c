/*
 * The two pages of ordinary memory.
 */
int ram_taken[2];

/* source: mm/page_alloc.c v4.5..v7.3, the shortest form: a page with a count of 1, or none */
struct page *alloc_page(gfp_t gfp)
{
	int i;
	struct page *page;

	for (i = 0; i < 2; i++) {
		if (__xchg(&ram_taken[i], 1) == 0) {
			page = &pages[NR_DEVICE_PAGES + i];
			page->_mapcount.counter = -1;
			page->_refcount.counter = 1;
			return page;
		}
	}
	return NULL;
}
