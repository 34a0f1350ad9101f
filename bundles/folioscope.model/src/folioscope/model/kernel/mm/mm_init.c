/*
 * How a page begins.
 * source: mm/mm_init.c v6.4..v7.3; before, mm/page_alloc.c
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 4, 0)

/* A page as nobody has used it before: count 1, not mapped. source: v6.4..v7.3 */
static void __init_single_page(struct page *page, int pfn, int zone, int nid)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 18, 0)
	page->flags.f = 0;
#else
	page->flags = 0;
#endif
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


/*
 * A device page: reserved, tied to its pgmap. Its count starts at 0 where the allocator or the fault sets it: PRIVATE,
 * COHERENT, from v6.15 on also PCI_P2PDMA and FS_DAX; GENERIC starts at 1.
 * source: v6.4..v7.3, commits ef233450898f, b7e282378773, 38607c62b34b
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

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	switch (pgmap->type) {
	case MEMORY_DEVICE_FS_DAX:
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
	case MEMORY_DEVICE_PCI_P2PDMA:
		set_page_count(page, 0);
		break;

	case MEMORY_DEVICE_GENERIC:
		break;
	}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 210)
	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
	case MEMORY_DEVICE_PCI_P2PDMA:
		set_page_count(page, 0);
		break;

	case MEMORY_DEVICE_FS_DAX:
	case MEMORY_DEVICE_GENERIC:
		break;
	}
#else
	if (pgmap->type == MEMORY_DEVICE_PRIVATE ||
	    pgmap->type == MEMORY_DEVICE_COHERENT)
		set_page_count(page, 0);
#endif
}

/* source: v6.4..v7.3 */
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

/* source: v6.4..v7.3 */
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

#endif
