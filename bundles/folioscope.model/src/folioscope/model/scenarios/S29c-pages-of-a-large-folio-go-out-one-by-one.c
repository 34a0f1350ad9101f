/* scenario: S29c a driver hands the pages of a large folio that it has back out one by one
 * asks: does a page that was the tail or the head of a large folio become a page of its own?
 * types: PRIVATE
 * kernels: 6.19..
 * params: WHICH = 0, 1
 * threads: process
 */
int WHICH;
struct drm_pagemap_zdd *owner;

void setup(void)
{
	struct page *large;

	pgmap.range.end = 1;
	pgmap_up();
	drm_pagemap.pagemap = &pgmap;
	owner = drm_pagemap_zdd_alloc(&drm_pagemap);
	large = dmirror_devmem_alloc_page(&dmirror_device, true);
	unlock_page(large);
	put_page(large);
}

void process(void)
{
	struct page *page = &pages[WHICH];

	drm_pagemap_get_devmem_page(page, owner);
	__check(!PageTail(page), "stale-state", "a page that goes out by itself is no tail");
	__check(compound_order(page) == 0, "stale-state", "a page that goes out by itself has no order");
	__check(page_ref_count(page) == 1, "count-not-reset", "a page that goes out has one reference");
	unlock_page(page);
	put_page(page);
	__check(!page_out[WHICH], "leak", "the driver has its page back");
}
