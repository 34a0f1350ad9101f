/* scenario: S19 a driver hands out a page while its memory is being taken away
 * asks: what becomes of the page's hold on the pgmap?
 * types: PRIVATE, COHERENT
 * kernels: 5.18..
 * threads: driver, teardown
 */
struct page *first;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap_up();
	first = driver_alloc_page();
	unlock_page(first);
	misuse = 1;
}

void driver(void)
{
	struct page *page;

	page = driver_alloc_page();
	unlock_page(page);
	put_page(page);
	put_page(first);
}

void teardown(void)
{
	pgmap_down();
}
