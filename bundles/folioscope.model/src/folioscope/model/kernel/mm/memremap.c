/*
 * Device memory: getting its pages, giving them up, and what happens when one of them is free.
 * source: mm/memremap.c v5.3..v7.3. Before v5.3 the file is kernel/memremap.c.
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)

/* Which pgmap a page frame belongs to. */
struct xarray pgmap_array;

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/* source: v5.3..v5.9 */
atomic_t devmap_managed_enable;

static void devmap_managed_enable_put(void)
{
	if (atomic_dec_and_test(&devmap_managed_enable))
		static_branch_disable(&devmap_managed_key);
}

static int devmap_managed_enable_get(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_PRIVATE &&
	    (!pgmap->ops || !pgmap->ops->page_free)) {
		WARN(1, "Missing page_free method\n");
		return -EINVAL;
	}

	if (atomic_inc_return(&devmap_managed_enable) == 1)
		static_branch_enable(&devmap_managed_key);
	return 0;
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
/* source: v5.10..v5.11 */
static void devmap_managed_enable_put(void)
{
	static_branch_dec(&devmap_managed_key);
}

static int devmap_managed_enable_get(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_PRIVATE &&
	    (!pgmap->ops || !pgmap->ops->page_free)) {
		WARN(1, "Missing page_free method\n");
		return -EINVAL;
	}

	static_branch_inc(&devmap_managed_key);
	return 0;
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
/* source: v5.12..v5.17 */
static void devmap_managed_enable_put(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_PRIVATE ||
	    pgmap->type == MEMORY_DEVICE_FS_DAX)
		static_branch_dec(&devmap_managed_key);
}

static void devmap_managed_enable_get(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_PRIVATE ||
	    pgmap->type == MEMORY_DEVICE_FS_DAX)
		static_branch_inc(&devmap_managed_key);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
/* source: v5.18..v6.16, commit 27674ef6c73f */
static void devmap_managed_enable_put(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_FS_DAX)
		static_branch_dec(&devmap_managed_key);
}

static void devmap_managed_enable_get(struct dev_pagemap *pgmap)
{
	if (pgmap->type == MEMORY_DEVICE_FS_DAX)
		static_branch_inc(&devmap_managed_key);
}
#endif

/* Nobody finds the pgmap by page frame any more; waits for those who are just looking. */
static void pgmap_array_delete(struct range *range)
{
	int pfn;

	for (pfn = range->start; pfn <= range->end; pfn++)
		pgmap_array.entry[pfn] = 0;
	synchronize_rcu();
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/* The one range of a pgmap. source: v5.3..v5.9 */
static int pfn_first(struct dev_pagemap *pgmap)
{
	return pgmap->res.start;
}

static int pfn_end(struct dev_pagemap *pgmap)
{
	struct range *res = &pgmap->res;

	return res->start + range_len(res);
}
#else
static int pfn_first(struct dev_pagemap *pgmap, int range_id)
{
	struct range *range = &pgmap->ranges[range_id];

	return range->start;
}

static int pfn_end(struct dev_pagemap *pgmap, int range_id)
{
	struct range *range = &pgmap->ranges[range_id];

	return range->start + range_len(range);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
/* How many references the pages of the range are worth: one per compound page. source: v5.17.. */
static int pfn_len(struct dev_pagemap *pgmap, int range_id)
{
	return (pfn_end(pgmap, range_id) -
		pfn_first(pgmap, range_id)) >> pgmap->vmemmap_shift;
}
#endif
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
/* source: v5.3..v5.16 */
static int pfn_next(int pfn)
{
	return pfn + 1;
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
/* source: v5.17 */
static int pfn_next(struct dev_pagemap *pgmap, int pfn)
{
	return pfn + pgmap_vmemmap_nr(pgmap);
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
/* source: v5.3..v5.16 */
static void dev_pagemap_kill(struct dev_pagemap *pgmap)
{
	if (pgmap->ops && pgmap->ops->kill)
		pgmap->ops->kill(pgmap);
	else
		percpu_ref_kill(pgmap->ref);
}

/* Waits until the last reference is gone. source: v5.3..v5.16 */
static void dev_pagemap_cleanup(struct dev_pagemap *pgmap)
{
	if (pgmap->ops && pgmap->ops->cleanup) {
		pgmap->ops->cleanup(pgmap);
	} else {
		wait_for_completion(&pgmap->done);
		percpu_ref_exit(pgmap->ref);
	}
	if (pgmap->ref == &pgmap->internal_ref)
		pgmap->ref = NULL;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
/* The memmap goes away: whoever touches one of these pages from here on touches freed memory. */
static void pageunmap_range(struct dev_pagemap *pgmap, int range_id)
{
	struct range *range = &pgmap->ranges[range_id];

	remove_pfn_range_from_zone(range->start, range_len(range));
	pgmap_array_delete(range);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
/*
 * Gives the pages up: waits for whoever holds the pgmap, then removes the memmap.
 * source: v6.1.., commit 0dc45ca1ce18
 */
void memunmap_pages(struct dev_pagemap *pgmap)
{
	int i;

	percpu_ref_kill(&pgmap->ref);
	if (pgmap->type != MEMORY_DEVICE_PRIVATE &&
	    pgmap->type != MEMORY_DEVICE_COHERENT)
		for (i = 0; i < pgmap->nr_range; i++)
			percpu_ref_put_many(&pgmap->ref, pfn_len(pgmap, i));

	wait_for_completion(&pgmap->done);

	for (i = 0; i < pgmap->nr_range; i++)
		pageunmap_range(pgmap, i);
	percpu_ref_exit(&pgmap->ref);

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	devmap_managed_enable_put(pgmap);
#endif
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/*
 * Takes the references of all pages away at once, whatever their counts are.
 * source: v5.18..v6.0, commit 27674ef6c73f; the percpu_ref leaves last since v6.0, commit 1e57ffb6e3fd
 */
void memunmap_pages(struct dev_pagemap *pgmap)
{
	int i;

	percpu_ref_kill(&pgmap->ref);
	for (i = 0; i < pgmap->nr_range; i++)
		percpu_ref_put_many(&pgmap->ref, pfn_len(pgmap, i));
	wait_for_completion(&pgmap->done);
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 0, 0)
	percpu_ref_exit(&pgmap->ref);
#endif

	for (i = 0; i < pgmap->nr_range; i++)
		pageunmap_range(pgmap, i);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	percpu_ref_exit(&pgmap->ref);
#endif

	devmap_managed_enable_put(pgmap);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
/*
 * Drops the reference that each page was born with; the pgmap goes when the last page goes.
 * source: v5.17, commit b80892ca022e
 */
void memunmap_pages(struct dev_pagemap *pgmap)
{
	int pfn;
	int i;

	percpu_ref_kill(&pgmap->ref);
	for (i = 0; i < pgmap->nr_range; i++)
		for_each_device_pfn(pfn, pgmap, i)
			put_page(pfn_to_page(pfn));
	wait_for_completion(&pgmap->done);
	percpu_ref_exit(&pgmap->ref);

	for (i = 0; i < pgmap->nr_range; i++)
		pageunmap_range(pgmap, i);

	devmap_managed_enable_put(pgmap);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
/* source: v5.10..v5.16 */
void memunmap_pages(struct dev_pagemap *pgmap)
{
	int pfn;
	int i;

	dev_pagemap_kill(pgmap);
	for (i = 0; i < pgmap->nr_range; i++)
		for_each_device_pfn(pfn, pgmap, i)
			put_page(pfn_to_page(pfn));
	dev_pagemap_cleanup(pgmap);

	for (i = 0; i < pgmap->nr_range; i++)
		pageunmap_range(pgmap, i);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
	devmap_managed_enable_put(pgmap);
#else
	devmap_managed_enable_put();
#endif
}
#else
/* source: v5.4..v5.9 (v5.3: devm_memremap_pages_release, the same steps) */
void memunmap_pages(struct dev_pagemap *pgmap)
{
	struct range *res = &pgmap->res;
	int pfn;

	dev_pagemap_kill(pgmap);
	for_each_device_pfn(pfn, pgmap)
		put_page(pfn_to_page(pfn));
	dev_pagemap_cleanup(pgmap);

	remove_pfn_range_from_zone(res->start, range_len(res));
	pgmap_array_delete(res);
	devmap_managed_enable_put();
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
static void dev_pagemap_percpu_release(struct percpu_ref *ref)
{
	struct dev_pagemap *pgmap = container_of(ref, struct dev_pagemap, ref);

	complete(&pgmap->done);
}
#else
static void dev_pagemap_percpu_release(struct percpu_ref *ref)
{
	struct dev_pagemap *pgmap =
		container_of(ref, struct dev_pagemap, internal_ref);

	complete(&pgmap->done);
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/*
 * Makes pages for device memory, each of which holds the pgmap.
 * source: v5.4..v5.9 (v5.3: devm_memremap_pages)
 */
void *memremap_pages(struct dev_pagemap *pgmap, int nid)
{
	struct range *res = &pgmap->res;
	int error, pfn;
	bool need_devmap_managed = true;

	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
		if (!pgmap->ops || !pgmap->ops->migrate_to_ram) {
			WARN(1, "Missing migrate_to_ram method\n");
			return ERR_PTR(-EINVAL);
		}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
		if (!pgmap->owner) {
			WARN(1, "Missing owner\n");
			return ERR_PTR(-EINVAL);
		}
#endif
		break;
	case MEMORY_DEVICE_FS_DAX:
		break;
	case MEMORY_DEVICE_GENERIC:
		need_devmap_managed = false;
		break;
	case MEMORY_DEVICE_PCI_P2PDMA:
		need_devmap_managed = false;
		break;
	default:
		WARN(1, "Invalid pgmap type %d\n");
		break;
	}

	if (!pgmap->ref) {
		if (pgmap->ops && (pgmap->ops->kill || pgmap->ops->cleanup))
			return ERR_PTR(-EINVAL);

		init_completion(&pgmap->done);
		error = percpu_ref_init(&pgmap->internal_ref,
				dev_pagemap_percpu_release, 0, GFP_KERNEL);
		if (error)
			return ERR_PTR(error);
		pgmap->ref = &pgmap->internal_ref;
	} else {
		if (!pgmap->ops || !pgmap->ops->kill || !pgmap->ops->cleanup) {
			WARN(1, "Missing reference count teardown definition\n");
			return ERR_PTR(-EINVAL);
		}
	}

	if (need_devmap_managed) {
		error = devmap_managed_enable_get(pgmap);
		if (error)
			return ERR_PTR(error);
	}

	for (pfn = res->start; pfn <= res->end; pfn++)
		pgmap_array.entry[pfn] = pgmap;

	error = add_pages(nid, res->start, range_len(res), NULL);
	if (error)
		goto err_add_memory;

	move_pfn_range_to_zone(res->start, range_len(res));
	memmap_init_zone_device(NULL, res->start, range_len(res), pgmap);
	percpu_ref_get_many(pgmap->ref, pfn_end(pgmap) - pfn_first(pgmap));
	return pfn_to_page(res->start);

 err_add_memory:
	pgmap_array_delete(res);
	dev_pagemap_kill(pgmap);
	dev_pagemap_cleanup(pgmap);
	devmap_managed_enable_put();
	return ERR_PTR(error);
}
#else
/* One range of the pgmap: it can be looked up, has a memmap, and its pages hold the pgmap. source: v5.10.. */
static int pagemap_range(struct dev_pagemap *pgmap, void *params,
		int range_id, int nid)
{
	struct range *range = &pgmap->ranges[range_id];
	int pfn;

	for (pfn = range->start; pfn <= range->end; pfn++)
		pgmap_array.entry[pfn] = pgmap;

	move_pfn_range_to_zone(range->start, range_len(range));
	memmap_init_zone_device(0, range->start, range_len(range), pgmap);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (pgmap->type != MEMORY_DEVICE_PRIVATE &&
	    pgmap->type != MEMORY_DEVICE_COHERENT)
		percpu_ref_get_many(&pgmap->ref, pfn_len(pgmap, range_id));
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_get_many(&pgmap->ref, pfn_len(pgmap, range_id));
#else
	percpu_ref_get_many(pgmap->ref, pfn_end(pgmap, range_id)
			- pfn_first(pgmap, range_id));
#endif
	return 0;
}

/*
 * Makes pages for device memory.
 * source: v5.10..
 */
void *memremap_pages(struct dev_pagemap *pgmap, int nid)
{
	const int nr_range = pgmap->nr_range;
	void *params = NULL;
	int error, i;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
	bool need_devmap_managed = true;
#endif

	if (WARN_ONCE(!nr_range, "nr_range must be specified\n"))
		return ERR_PTR(-EINVAL);

	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
		if (!pgmap->ops || !pgmap->ops->migrate_to_ram) {
			WARN(1, "Missing migrate_to_ram method\n");
			return ERR_PTR(-EINVAL);
		}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
		if (!pgmap->ops->folio_free) {
			WARN(1, "Missing folio_free method\n");
			return ERR_PTR(-EINVAL);
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
		if (!pgmap->ops->page_free) {
			WARN(1, "Missing page_free method\n");
			return ERR_PTR(-EINVAL);
		}
#endif
		if (!pgmap->owner) {
			WARN(1, "Missing owner\n");
			return ERR_PTR(-EINVAL);
		}
		break;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	case MEMORY_DEVICE_COHERENT:
		if (!pgmap->ops->folio_free) {
			WARN(1, "Missing folio_free method\n");
			return ERR_PTR(-EINVAL);
		}
		if (!pgmap->owner) {
			WARN(1, "Missing owner\n");
			return ERR_PTR(-EINVAL);
		}
		break;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	case MEMORY_DEVICE_COHERENT:
		if (!pgmap->ops->page_free) {
			WARN(1, "Missing page_free method\n");
			return ERR_PTR(-EINVAL);
		}
		if (!pgmap->owner) {
			WARN(1, "Missing owner\n");
			return ERR_PTR(-EINVAL);
		}
		break;
#endif
	case MEMORY_DEVICE_FS_DAX:
		break;
	case MEMORY_DEVICE_GENERIC:
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
		need_devmap_managed = false;
#endif
		break;
	case MEMORY_DEVICE_PCI_P2PDMA:
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
		need_devmap_managed = false;
#endif
		break;
	default:
		WARN(1, "Invalid pgmap type %d\n");
		break;
	}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	init_completion(&pgmap->done);
	error = percpu_ref_init(&pgmap->ref, dev_pagemap_percpu_release, 0,
				GFP_KERNEL);
	if (error)
		return ERR_PTR(error);
#else
	if (!pgmap->ref) {
		if (pgmap->ops && (pgmap->ops->kill || pgmap->ops->cleanup))
			return ERR_PTR(-EINVAL);

		init_completion(&pgmap->done);
		error = percpu_ref_init(&pgmap->internal_ref,
				dev_pagemap_percpu_release, 0, GFP_KERNEL);
		if (error)
			return ERR_PTR(error);
		pgmap->ref = &pgmap->internal_ref;
	} else {
		if (!pgmap->ops || !pgmap->ops->kill || !pgmap->ops->cleanup) {
			WARN(1, "Missing reference count teardown definition\n");
			return ERR_PTR(-EINVAL);
		}
	}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
	if (need_devmap_managed) {
		error = devmap_managed_enable_get(pgmap);
		if (error)
			return ERR_PTR(error);
	}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	devmap_managed_enable_get(pgmap);
#endif

	pgmap->nr_range = 0;
	error = 0;
	for (i = 0; i < nr_range; i++) {
		error = pagemap_range(pgmap, params, i, nid);
		if (error)
			break;
		pgmap->nr_range++;
	}

	return pfn_to_page(pgmap->ranges[0].start);
}

#endif

void *devm_memremap_pages(struct device *dev, struct dev_pagemap *pgmap)
{
	return memremap_pages(pgmap, 0);
}

void devm_memunmap_pages(struct device *dev, struct dev_pagemap *pgmap)
{
	memunmap_pages(pgmap);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 18, 0)
/* Finds the pgmap of a page frame and holds it, unless it is being torn down. source: v6.18.. */
struct dev_pagemap *get_dev_pagemap(int pfn)
{
	struct dev_pagemap *pgmap;

	rcu_read_lock();
	pgmap = xa_load(&pgmap_array, pfn);
	if (pgmap && !percpu_ref_tryget_live_rcu(&pgmap->ref))
		pgmap = NULL;
	rcu_read_unlock();

	return pgmap;
}
#else
/*
 * Finds the pgmap of a page frame and holds it, unless it is being torn down. One that is handed in is held already
 * and comes back as it is when it covers the page frame.
 * source: v5.3..v6.17
 */
struct dev_pagemap *get_dev_pagemap(int pfn,
		struct dev_pagemap *pgmap)
{
	if (pgmap) {
		if (pfn >= pgmap->range.start && pfn <= pgmap->range.end)
			return pgmap;
		put_dev_pagemap(pgmap);
	}

	rcu_read_lock();
	pgmap = xa_load(&pgmap_array, pfn);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (pgmap && !percpu_ref_tryget_live_rcu(&pgmap->ref))
		pgmap = NULL;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	if (pgmap && !percpu_ref_tryget_live(&pgmap->ref))
		pgmap = NULL;
#else
	if (pgmap && !percpu_ref_tryget_live(pgmap->ref))
		pgmap = NULL;
#endif
	rcu_read_unlock();

	return pgmap;
}
#endif

/* ---- What happens to a page that nobody holds any more. ---- */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 5, 0)
/*
 * One reference less of a managed page: at 1 it is free and its owner gets it back; 0 only comes at teardown.
 * The FS_DAX owner's callback wakes whoever waits.
 * source: v5.3..v5.4, commits 50f44ee7248a, 7ab0ad0e74f8
 */
void __put_devmap_managed_page(struct page *page)
{
	int count = page_ref_dec_return(page);

	if (count == 1) {
		__ClearPageActive(page);
		__ClearPageWaiters(page);

		mem_cgroup_uncharge(page);

		if (is_device_private_page(page))
			page->mapping = NULL;

		page->pgmap->ops->page_free(page);
	} else if (!count)
		__put_page(page);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 6, 0)
/*
 * As before, with the waking of FS_DAX waiters in the core. No release has quite this: it is the tree on the way
 * from v5.5 to v5.6, on which patches were written.
 * source: commit 429589d647f7
 */
void __put_devmap_managed_page(struct page *page)
{
	int count = page_ref_dec_return(page);

	/* still busy */
	if (count > 1)
		return;

	/* only triggered by the dev_pagemap shutdown path */
	if (count == 0) {
		__put_page(page);
		return;
	}

	/* notify page idle for dax */
	if (!is_device_private_page(page)) {
		wake_up_var(&page->_refcount);
		return;
	}

	/* Clear Active bit in case of parallel mark_page_accessed */
	__ClearPageActive(page);
	__ClearPageWaiters(page);

	mem_cgroup_uncharge(page);
	page->mapping = NULL;
	page->pgmap->ops->page_free(page);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
/*
 * A managed page has come down to 1. FS_DAX: wakes whoever waits for that. PRIVATE: the driver gets it back.
 * source: v5.6..v5.17, commit 07d802699528
 */
void free_devmap_managed_page(struct page *page)
{
	/* notify page idle for dax */
	if (!is_device_private_page(page)) {
		wake_up_var(&page->_refcount);
		return;
	}

	__ClearPageWaiters(page);

	mem_cgroup_uncharge(page);

	page->mapping = NULL;
	page->pgmap->ops->page_free(page);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
/*
 * One reference less of a page that is free, or idle, at a count of 1; says whether it was one. v5.17 itself has
 * page_is_devmap_managed() and put_devmap_managed_page() still, which do the same together; this is their shape in the
 * tree on the way to v5.18.
 * source: v5.17..v5.18-rc1
 */
bool __put_devmap_managed_page(struct page *page)
{
	if (page->pgmap->type != MEMORY_DEVICE_PRIVATE &&
	    page->pgmap->type != MEMORY_DEVICE_FS_DAX)
		return false;

	switch (page_ref_dec_return(page)) {
	case 1:
		free_devmap_managed_page(page);
		break;
	case 0:
		__put_page(page);
		break;
	}
	return true;
}
#endif
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 1, 0)
/*
 * The last reference is gone: the driver gets the page back, then the count is 1 again. A type without callback is
 * not expected here and stays at 0.
 * source: v5.18..v6.0, commit 27674ef6c73f
 */
void free_zone_device_page(struct page *page)
{
	if (WARN_ON_ONCE(!page->pgmap->ops || !page->pgmap->ops->page_free))
		return;

	mem_cgroup_uncharge(page_folio(page));

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	VM_BUG_ON_PAGE(PageAnon(page) && PageCompound(page), page);
	if (PageAnon(page))
		__ClearPageAnonExclusive(page);
#endif

	page->mapping = NULL;
	page->pgmap->ops->page_free(page);

	set_page_count(page, 1);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
/*
 * The last reference is gone: the driver gets the page back. PRIVATE and COHERENT stay at 0 and let go of the pgmap,
 * the others are at 1 again.
 * source: v6.1..v6.9, commits ef233450898f, 0dc45ca1ce18
 */
void free_zone_device_page(struct page *page)
{
	if (WARN_ON_ONCE(!page->pgmap->ops || !page->pgmap->ops->page_free))
		return;

	mem_cgroup_uncharge(page_folio(page));

	VM_BUG_ON_PAGE(PageAnon(page) && PageCompound(page), page);
	if (PageAnon(page))
		__ClearPageAnonExclusive(page);

	page->mapping = NULL;
	page->pgmap->ops->page_free(page);

	if (page->pgmap->type != MEMORY_DEVICE_PRIVATE &&
	    page->pgmap->type != MEMORY_DEVICE_COHERENT)
		set_page_count(page, 1);
	else
		put_dev_pagemap(page->pgmap);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 210)
/* source: v6.10..v6.14 */
void free_zone_device_folio(struct folio *folio)
{
	if (WARN_ON_ONCE(!folio->page.pgmap->ops ||
			!folio->page.pgmap->ops->page_free))
		return;

	mem_cgroup_uncharge(folio);

	if (folio_test_anon(folio)) {
		VM_BUG_ON_FOLIO(folio_test_large(folio), folio);
		__ClearPageAnonExclusive(folio_page(folio, 0));
	}

	folio->mapping = NULL;
	folio->page.pgmap->ops->page_free(folio_page(folio, 0));

	if (folio->page.pgmap->type != MEMORY_DEVICE_PRIVATE &&
	    folio->page.pgmap->type != MEMORY_DEVICE_COHERENT)
		folio_set_count(folio, 1);
	else
		put_dev_pagemap(folio->page.pgmap);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
/*
 * The last reference is gone; P2PDMA stays at 0 as well.
 * source: on the way to v6.15, commits b7e282378773, 7b2ae3c47f65's series
 */
void free_zone_device_folio(struct folio *folio)
{
	if (WARN_ON_ONCE(!folio->pgmap->ops ||
			!folio->pgmap->ops->page_free))
		return;

	mem_cgroup_uncharge(folio);

	if (folio_test_anon(folio)) {
		VM_BUG_ON_FOLIO(folio_test_large(folio), folio);
		__ClearPageAnonExclusive(folio_page(folio, 0));
	}

	folio->mapping = NULL;
	folio->pgmap->ops->page_free(folio_page(folio, 0));

	switch (folio->pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
		put_dev_pagemap(folio->pgmap);
		break;

	case MEMORY_DEVICE_FS_DAX:
	case MEMORY_DEVICE_GENERIC:
		folio_set_count(folio, 1);
		break;

	case MEMORY_DEVICE_PCI_P2PDMA:
		break;
	}
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0)
/*
 * The last reference is gone. FS_DAX: wakes whoever waits; the count stays 0. GENERIC: back to 1.
 * source: on the way to v6.15, commit 38607c62b34b
 */
void free_zone_device_folio(struct folio *folio)
{
	struct dev_pagemap *pgmap = folio->pgmap;

	if (WARN_ON_ONCE(!pgmap->ops))
		return;

	if (WARN_ON_ONCE(pgmap->type != MEMORY_DEVICE_FS_DAX &&
			 !pgmap->ops->page_free))
		return;

	mem_cgroup_uncharge(folio);

	if (folio_test_anon(folio)) {
		VM_BUG_ON_FOLIO(folio_test_large(folio), folio);
		__ClearPageAnonExclusive(folio_page(folio, 0));
	}

	if (pgmap->type != MEMORY_DEVICE_FS_DAX)
		folio->mapping = NULL;

	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
		pgmap->ops->page_free(folio_page(folio, 0));
		put_dev_pagemap(pgmap);
		break;

	case MEMORY_DEVICE_GENERIC:
		pgmap->ops->page_free(folio_page(folio, 0));
		folio_set_count(folio, 1);
		break;

	case MEMORY_DEVICE_FS_DAX:
		wake_up_var(&folio->page);
		break;

	case MEMORY_DEVICE_PCI_P2PDMA:
		pgmap->ops->page_free(folio_page(folio, 0));
		break;
	}
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 19, 0)
/*
 * The last reference is gone. FS_DAX: wakes whoever waits; the count stays 0. GENERIC: back to 1.
 * source: v6.15..v6.18, commits 38607c62b34b, aed877c2b425
 */
void free_zone_device_folio(struct folio *folio)
{
	struct dev_pagemap *pgmap = folio->pgmap;

	if (WARN_ON_ONCE(!pgmap))
		return;

	mem_cgroup_uncharge(folio);

	if (folio_test_anon(folio)) {
		VM_BUG_ON_FOLIO(folio_test_large(folio), folio);
		__ClearPageAnonExclusive(folio_page(folio, 0));
	}

	if (pgmap->type != MEMORY_DEVICE_FS_DAX &&
	    pgmap->type != MEMORY_DEVICE_GENERIC)
		folio->mapping = NULL;

	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
		if (WARN_ON_ONCE(!pgmap->ops || !pgmap->ops->page_free))
			break;
		pgmap->ops->page_free(folio_page(folio, 0));
		put_dev_pagemap(pgmap);
		break;

	case MEMORY_DEVICE_GENERIC:
		folio_set_count(folio, 1);
		break;

	case MEMORY_DEVICE_FS_DAX:
		wake_up_var(&folio->page);
		break;

	case MEMORY_DEVICE_PCI_P2PDMA:
		if (WARN_ON_ONCE(!pgmap->ops || !pgmap->ops->page_free))
			break;
		pgmap->ops->page_free(folio_page(folio, 0));
		break;
	}
}
#else
/*
 * As before, for folios of any order; the driver gets the folio. Until v7.0 the pgmap is read from the folio after the
 * driver has it back.
 * source: v6.19.., commits 3a5a06554566, d245f9b4ab80
 */
void free_zone_device_folio(struct folio *folio)
{
	struct dev_pagemap *pgmap = folio->pgmap;
	int nr = folio_nr_pages(folio);
	int i;

	if (WARN_ON_ONCE(!pgmap))
		return;

	mem_cgroup_uncharge(folio);

	if (folio_test_anon(folio)) {
		for (i = 0; i < nr; i++)
			__ClearPageAnonExclusive(folio_page(folio, i));
	}

	if (pgmap->type != MEMORY_DEVICE_FS_DAX &&
	    pgmap->type != MEMORY_DEVICE_GENERIC)
		folio->mapping = NULL;

	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
		if (WARN_ON_ONCE(!pgmap->ops || !pgmap->ops->folio_free))
			break;
		pgmap->ops->folio_free(folio);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 1, 0)
		percpu_ref_put_many(&pgmap->ref, nr);
#else
		percpu_ref_put_many(&folio->pgmap->ref, nr);
#endif
		break;

	case MEMORY_DEVICE_GENERIC:
		folio_set_count(folio, 1);
		break;

	case MEMORY_DEVICE_FS_DAX:
		wake_up_var(&folio->page);
		break;

	case MEMORY_DEVICE_PCI_P2PDMA:
		if (WARN_ON_ONCE(!pgmap->ops || !pgmap->ops->folio_free))
			break;
		pgmap->ops->folio_free(folio);
		break;
	}
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/*
 * The driver hands out a page, or 2^order of them as one: they hold the pgmap from now on, the count is 1, the lock is
 * held. What the previous life left in the pages goes.
 * source: v6.19.., commits d245f9b4ab80, 12b2285bf3d1
 */
void zone_device_page_init(struct page *page, struct dev_pagemap *pgmap, int order)
{
	struct page *new_page = page;
	int i;

	for (i = 0; i < (1 << order); ++i, ++new_page) {
		struct folio *new_folio = (struct folio *)new_page;

		new_page->flags.f &= ~0xffUL;
		((struct folio *)(new_page - 1))->_nr_pages = 0;
		new_folio->mapping = NULL;
		new_folio->pgmap = pgmap;
		new_folio->share = 0;
		VM_WARN_ON_FOLIO(folio_ref_count(new_folio), new_folio);
		VM_WARN_ON_FOLIO(!folio_is_zone_device(new_folio), new_folio);
	}

	WARN_ON_ONCE(!percpu_ref_tryget_many(&page_pgmap(page)->ref, 1 << order));
	set_page_count(page, 1);
	lock_page(page);

	if (order)
		prep_compound_page(page, order);
}

static inline void zone_device_folio_init(struct folio *folio,
					  struct dev_pagemap *pgmap, int order)
{
	zone_device_page_init(&folio->page, pgmap, order);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
/* source: v6.15..v6.18 */
void zone_device_page_init(struct page *page)
{
	WARN_ON_ONCE(!percpu_ref_tryget_live(&page_pgmap(page)->ref));
	set_page_count(page, 1);
	lock_page(page);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
/*
 * The driver hands out a page: it holds the pgmap from now on, the count is 1, the lock is held.
 * source: v6.1..v6.14, commits ef233450898f, 0dc45ca1ce18
 */
void zone_device_page_init(struct page *page)
{
	WARN_ON_ONCE(!percpu_ref_tryget_live(&page->pgmap->ref));
	set_page_count(page, 1);
	lock_page(page);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
/*
 * One reference less of an FS_DAX page: at 1 it is idle. Says whether it was one.
 * source: v5.18, commit 27674ef6c73f
 */
bool __put_devmap_managed_page(struct page *page)
{
	if (page->pgmap->type != MEMORY_DEVICE_FS_DAX)
		return false;

	if (page_ref_dec_return(page) == 1)
		wake_up_var(&page->_refcount);
	return true;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
/* source: v5.19..v6.9, commit f4f451a16dd1 */
bool __put_devmap_managed_page_refs(struct page *page, int refs)
{
	if (page->pgmap->type != MEMORY_DEVICE_FS_DAX)
		return false;

	if (page_ref_sub_return(page, refs) == 1)
		wake_up_var(&page->_refcount);
	return true;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
/* source: v6.10..v6.14; on the way to v6.15 with the key that the waiters have then */
bool __put_devmap_managed_folio_refs(struct folio *folio, int refs)
{
	if (folio->page.pgmap->type != MEMORY_DEVICE_FS_DAX)
		return false;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 204)
	if (folio_ref_sub_return(folio, refs) == 1)
		wake_up_var(&folio->page);
#else
	if (folio_ref_sub_return(folio, refs) == 1)
		wake_up_var(&folio->_refcount);
#endif
	return true;
}
#endif

#endif
