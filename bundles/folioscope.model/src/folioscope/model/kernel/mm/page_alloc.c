/*
 * How a page begins.
 * source: mm/page_alloc.c v4.5..v6.3; from v6.4 on mm/mm_init.c
 */
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 4, 0)

/* A page as nobody has used it before: count 1, not mapped. source: v4.5..v6.3 */
static void __init_single_page(struct page *page, int pfn, int zone, int nid)
{
	page->flags = 0;
	page->zone = zone;
	page->compound_head = NULL;
	page->_order = 0;
	page->mapping = NULL;
	page->index = 0;
	init_page_count(page);
	page_mapcount_reset(page);
}

/* The pages of a huge page become its tails; only the head counts. source: v5.17.. */
static void prep_compound_tail(struct page *head, int tail_idx)
{
	struct page *p = head + tail_idx;

	p->mapping = TAIL_MAPPING;
	set_compound_head(p, head);
}

static void prep_compound_head(struct page *page, int order)
{
	page->_order = order;
	page->_pincount.counter = 0;
}

/* source: mm/page_alloc.c v4.5.. */
void prep_compound_page(struct page *page, int order)
{
	int i;
	int nr_pages = 1 << order;

	__SetPageHead(page);
	for (i = 1; i < nr_pages; i++)
		prep_compound_tail(page, i);
	prep_compound_head(page, order);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)

/*
 * A device page: reserved, tied to its pgmap. From v6.1 on PRIVATE and COHERENT pages start at 0, as the driver's allocator sets 1.
 * source: v5.17..v6.3, commit ef233450898f (in v5.16 part of memmap_init_zone_device)
 */
static void __init_zone_device_page(struct page *page, int pfn,
					  int zone_idx, int nid,
					  struct dev_pagemap *pgmap)
{
	__init_single_page(page, pfn, zone_idx, nid);

	__SetPageReserved(page);

	page->pgmap = pgmap;
	page->zone_device_data = NULL;

	set_pageblock_migratetype(page, MIGRATE_MOVABLE);
	cond_resched();

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (pgmap->type == MEMORY_DEVICE_PRIVATE ||
	    pgmap->type == MEMORY_DEVICE_COHERENT)
		set_page_count(page, 0);
#endif
}

#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
/* source: v5.17..v6.3 */
static void memmap_init_compound(struct page *head, int head_pfn,
				       int zone_idx, int nid,
				       struct dev_pagemap *pgmap,
				       int nr_pages)
{
	int pfn, end_pfn = head_pfn + nr_pages;
	int order = pgmap->vmemmap_shift;

	__SetPageHead(head);
	for (pfn = head_pfn + 1; pfn < end_pfn; pfn++) {
		struct page *page = pfn_to_page(pfn);

		__init_zone_device_page(page, pfn, zone_idx, nid, pgmap);
		prep_compound_tail(head, pfn - head_pfn);
		set_page_count(page, 0);
	}
	prep_compound_head(head, order);
}

/* source: v5.17..v6.3 */
void memmap_init_zone_device(struct zone *zone,
				   int start_pfn,
				   int nr_pages,
				   struct dev_pagemap *pgmap)
{
	int pfn, end_pfn = start_pfn + nr_pages;
	int pfns_per_compound = pgmap_vmemmap_nr(pgmap);
	int zone_idx = ZONE_DEVICE;
	int nid = 0;

	for (pfn = start_pfn; pfn < end_pfn; pfn += pfns_per_compound) {
		struct page *page = pfn_to_page(pfn);

		__init_zone_device_page(page, pfn, zone_idx, nid, pgmap);

		if (pfns_per_compound == 1)
			continue;

		memmap_init_compound(page, pfn, zone_idx, nid, pgmap,
				     pgmap_vmemmap_nr(pgmap));
	}
}

#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
/* source: v5.16 */
void memmap_init_zone_device(struct zone *zone,
				   int start_pfn,
				   int nr_pages,
				   struct dev_pagemap *pgmap)
{
	int pfn, end_pfn = start_pfn + nr_pages;
	int zone_idx = ZONE_DEVICE;
	int nid = 0;

	for (pfn = start_pfn; pfn < end_pfn; pfn++) {
		struct page *page = pfn_to_page(pfn);

		__init_zone_device_page(page, pfn, zone_idx, nid, pgmap);
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 20, 0)
/*
 * The pages of a device: reserved, tied to their pgmap, count 1.
 * source: v4.20..v5.15
 */
void memmap_init_zone_device(struct zone *zone,
				   int start_pfn,
				   int nr_pages,
				   struct dev_pagemap *pgmap)
{
	int pfn, end_pfn = start_pfn + nr_pages;
	int zone_idx = ZONE_DEVICE;
	int nid = 0;

	for (pfn = start_pfn; pfn < end_pfn; pfn++) {
		struct page *page = pfn_to_page(pfn);

		__init_single_page(page, pfn, zone_idx, nid);

		__SetPageReserved(page);

		page->pgmap = pgmap;
		page->zone_device_data = NULL;
	}
}
#endif

#endif
