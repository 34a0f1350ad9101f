/*
 * Device memory until v5.2: getting its pages, giving them up, and what happens when one of them is free.
 * source: kernel/memremap.c v4.5..v5.2; from v5.3 on mm/memremap.c
 */
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)

/* Which pgmap a page frame belongs to. source: pgmap_radix until v4.19 */
struct xarray pgmap_array;

static int pfn_first(struct dev_pagemap *pgmap)
{
	return pgmap->res.start;
}

static int pfn_end(struct dev_pagemap *pgmap)
{
	return pgmap->res.start + range_len(&pgmap->res);
}

static void pgmap_array_delete(struct range *res)
{
	int pfn;

	for (pfn = res->start; pfn <= res->end; pfn++)
		pgmap_array.entry[pfn] = 0;
	synchronize_rcu();
}

static void dev_pagemap_percpu_release(struct percpu_ref *ref)
{
	struct dev_pagemap *pgmap =
		container_of(ref, struct dev_pagemap, internal_ref);

	complete(&pgmap->done);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
/* How many pgmaps have pages that are looked at on each put. source: device_private_key v4.14, devmap_managed_key v4.18.. */
static void dev_pagemap_put_ops(void)
{
	static_branch_dec(&devmap_managed_key);
}

static int dev_pagemap_get_ops(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_PRIVATE ||
	    pgmap->type == MEMORY_DEVICE_PUBLIC)
		static_branch_inc(&devmap_managed_key);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	if (pgmap->type == MEMORY_DEVICE_FS_DAX)
		static_branch_inc(&devmap_managed_key);
#endif
	return 0;
}
#endif

/* The driver's kill and wait; the core does not do them before v5.0 and v5.2. source: the drivers, v4.5..v5.2 */
static void dev_pagemap_kill(struct dev_pagemap *pgmap)
{
	percpu_ref_kill(pgmap->ref);
}

static void dev_pagemap_cleanup(struct dev_pagemap *pgmap)
{
	wait_for_completion(&pgmap->done);
	percpu_ref_exit(pgmap->ref);
}

/*
 * Gives the pages up. v5.2: waits until the last page is let go, then removes the memmap. v4.12..v5.1: drops the
 * references of the pages and removes the memmap at once; the driver waits afterwards. Until v4.11 the driver has
 * waited before. HMM's PRIVATE and PUBLIC memory waits for nothing that pages hold until v4.20.
 * source: devm_memremap_pages_release, kernel/memremap.c v4.5..v5.2, commits 71389703839e, 50f44ee7248a
 */
static void devm_memremap_pages_release(struct dev_pagemap *pgmap)
{
	struct range *res = &pgmap->res;
	int pfn;

	dev_pagemap_kill(pgmap);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	for_each_device_pfn(pfn, pgmap)
		put_page(pfn_to_page(pfn));
	dev_pagemap_cleanup(pgmap);

	remove_pfn_range_from_zone(res->start, range_len(res));
	pgmap_array_delete(res);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 12, 0)
	if (__pages_hold_pgmap(pgmap))
		for_each_device_pfn(pfn, pgmap)
			put_page(pfn_to_page(pfn));

	remove_pfn_range_from_zone(res->start, range_len(res));
	pgmap_array_delete(res);
	dev_pagemap_cleanup(pgmap);
#else
	dev_pagemap_cleanup(pgmap);

	remove_pfn_range_from_zone(res->start, range_len(res));
	pgmap_array_delete(res);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
	dev_pagemap_put_ops();
#endif
}

/* HMM's own pages do not hold their pgmap. source: mm/hmm.c v4.14..v4.20 */
static bool __pages_hold_pgmap(struct dev_pagemap *pgmap)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
	return pgmap->type != MEMORY_DEVICE_PRIVATE &&
		pgmap->type != MEMORY_DEVICE_PUBLIC;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 12, 0)
	return true;
#else
	return false;
#endif
}

/*
 * Makes pages for device memory. From v4.12 on each holds the pgmap until its count comes to 0.
 * source: kernel/memremap.c v4.5..v5.2; commit 71389703839e
 */
void *devm_memremap_pages(struct device *dev, struct dev_pagemap *pgmap)
{
	struct range *res = &pgmap->res;
	struct percpu_ref *ref;
	int pfn;

	init_completion(&pgmap->done);
	percpu_ref_init(&pgmap->internal_ref, dev_pagemap_percpu_release, 0, GFP_KERNEL);
	ref = &pgmap->internal_ref;
	pgmap->ref = ref;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
	dev_pagemap_get_ops(pgmap);
#endif
	for (pfn = res->start; pfn <= res->end; pfn++)
		pgmap_array.entry[pfn] = pgmap;

	move_pfn_range_to_zone(res->start, range_len(res));
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 20, 0)
	memmap_init_zone_device(NULL, res->start, range_len(res), pgmap);
	if (__pages_hold_pgmap(pgmap))
		percpu_ref_get_many(pgmap->ref, pfn_end(pgmap) - pfn_first(pgmap));
#else
	for (pfn = pfn_first(pgmap); pfn < pfn_end(pgmap); pfn++) {
		struct page *page = pfn_to_page(pfn);

		__init_single_page(page, pfn, ZONE_DEVICE, 0);
		page->pgmap = pgmap;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 12, 0)
		if (__pages_hold_pgmap(pgmap))
			percpu_ref_get(ref);
#endif
	}
#endif
	return pfn_to_page(res->start);
}

/* source: HMM's own until v4.20 (hmm_devmem_pages_create), then the same */
void *memremap_pages(struct dev_pagemap *pgmap, int nid)
{
	return devm_memremap_pages(NULL, pgmap);
}

void devm_memunmap_pages(struct device *dev, struct dev_pagemap *pgmap)
{
	devm_memremap_pages_release(pgmap);
}

/* Finds the pgmap of a page frame and holds it, unless it is being torn down. source: v4.5..v5.2 */
struct dev_pagemap *get_dev_pagemap(int pfn,
		struct dev_pagemap *pgmap)
{
	if (pgmap) {
		if (pfn >= pgmap->res.start && pfn <= pgmap->res.end)
			return pgmap;
		put_dev_pagemap(pgmap);
	}

	rcu_read_lock();
	pgmap = xa_load(&pgmap_array, pfn);
	if (pgmap && !percpu_ref_tryget_live(pgmap->ref))
		pgmap = NULL;
	rcu_read_unlock();

	return pgmap;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
/*
 * One reference less of a page that is free, or idle, at a count of 1: then its owner's callback runs. v4.18 forgets
 * the mapping of every such page, later releases of none.
 * source: kernel/memremap.c v4.18..v5.2, commits e76384884344, 2fa147bdbf67
 */
void __put_devmap_managed_page(struct page *page)
{
	int count = page_ref_dec_return(page);

	if (count == 1) {
		__ClearPageActive(page);
		__ClearPageWaiters(page);

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
		page->mapping = NULL;
#endif
		mem_cgroup_uncharge(page);

		page->pgmap->page_free(page, page->pgmap->data);
	} else if (!count)
		__put_page(page);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
/*
 * One reference less of a page that is free at a count of 1.
 * source: kernel/memremap.c v4.14..v4.17
 */
void put_zone_device_private_or_public_page(struct page *page)
{
	int count = page_ref_dec_return(page);

	if (count == 1) {
		__ClearPageActive(page);
		__ClearPageWaiters(page);

		page->mapping = NULL;
		mem_cgroup_uncharge(page);

		page->pgmap->page_free(page, page->pgmap->data);
	} else if (!count)
		__put_page(page);
}
#endif

#endif
