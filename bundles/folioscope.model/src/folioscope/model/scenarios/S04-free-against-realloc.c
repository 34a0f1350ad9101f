/* scenario: S04 a page is freed and handed out again at once
 * asks: does the core leave a page alone once its driver has it back?
 * types: PRIVATE, COHERENT
 * kernels: 4.14..
 * threads: unmapper, migrator
 */
struct page *second;
int refs_of_a_mapping;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	unlock_page(driver_alloc_page());
	refs_of_a_mapping = page_ref_count(&pages[0]);
}

/* The last mapping goes. */
void unmapper(void)
{
	put_page(&pages[0]);
}

/* Another process gets the page: allocated, mapped, and the allocation's own reference dropped. */
void migrator(void)
{
	second = driver_alloc_page();
	if (second) {
		get_page(second);
		second->mapping = PAGE_MAPPING_ANON;
		unlock_page(second);
		put_page(second);
	}
}

void end(void)
{
	if (second) {
		__check(page_out[0], "use-after-free-callback", "a page that a process maps is not on the free list");
		__check(page_ref_count(&pages[0]) == refs_of_a_mapping, "use-after-free-callback",
			"the count of a page handed out again is its new users' alone");
		__check(pages[0].mapping == PAGE_MAPPING_ANON, "use-after-free-callback",
			"what a page handed out again is mapped by is its new users' alone");
	}
}
