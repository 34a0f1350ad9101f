/*
 * A device of device-dax for file systems: the same memory, of type FS_DAX, in single pages.
 * source: drivers/dax/fsdev.c v7.1..v7.3
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 1, 0)

/*
 * What device-dax has left in the pages goes. The pgmap of a static device is the one that device-dax had, and it still
 * says how large its pages were, so they have come up as huge ones again; file systems want single pages.
 */
static void fsdev_clear_folio_state(struct dev_dax *dev_dax)
{
	struct range *range = &dev_dax->pgmap->range;
	unsigned long pfn = range->start;
	unsigned long end_pfn = range->end + 1;

	while (pfn < end_pfn) {
		struct folio *folio = pfn_folio(pfn);
		int order = dax_folio_reset_order(folio);

		pfn += 1UL << order;
	}
}

/* source: v7.1..v7.3 */
static int fsdev_dax_probe(struct dev_dax *dev_dax)
{
	struct dev_pagemap *pgmap = dev_dax->pgmap;
	void *addr;

	pgmap->type = MEMORY_DEVICE_FS_DAX;

	addr = devm_memremap_pages(NULL, pgmap);
	if (IS_ERR(addr))
		return PTR_ERR(addr);

	fsdev_clear_folio_state(dev_dax);
	return 0;
}

#endif
