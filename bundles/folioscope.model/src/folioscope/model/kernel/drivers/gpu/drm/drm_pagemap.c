/*
 * What drivers of GPUs share that move ranges of a process to their memory and back (xe is one): a piece of device memory
 * is held by the pages that are out of it, through their zone_device_data.
 * source: drivers/gpu/drm/drm_gpusvm.c v6.15..v6.16 (the functions are named drm_gpusvm_ there), drivers/gpu/drm/drm_pagemap.c
 * v6.17..v7.3
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)

struct drm_pagemap_devmem;

struct drm_pagemap {
	struct dev_pagemap *pagemap;
};

/* What a driver does with a piece of its memory. */
struct drm_pagemap_devmem_ops {
	void (*devmem_release)(struct drm_pagemap_devmem *devmem_allocation);
	int (*populate_devmem_pfn)(struct drm_pagemap_devmem *devmem_allocation,
				   unsigned long npages, unsigned long *pfn);
	int (*copy_to_devmem)(struct page **pages, unsigned long npages);
	int (*copy_to_ram)(struct page **pages, unsigned long npages);
};

/* A piece of device memory. */
struct drm_pagemap_devmem {
	struct drm_pagemap *dpagemap;
	const struct drm_pagemap_devmem_ops *ops;
	struct completion detached;
	int size;
};

/* What the pages of a piece have in common; the last of them gives the piece back. */
struct drm_pagemap_zdd {
	int refcount;
	struct drm_pagemap_devmem *devmem_allocation;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	struct drm_pagemap *dpagemap;
#endif
};

/* The pages of one move. */
struct drm_pagemap_buf {
	struct page *pages[2];
};

struct drm_pagemap drm_pagemap;
struct drm_pagemap_devmem drm_pagemap_devmem;
struct drm_pagemap_zdd drm_pagemap_zdds[1];

static struct drm_pagemap_zdd *drm_pagemap_zdd_alloc(struct drm_pagemap *dpagemap)
{
	struct drm_pagemap_zdd *zdd = &drm_pagemap_zdds[0];

	zdd->refcount = 1;
	zdd->devmem_allocation = NULL;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	zdd->dpagemap = dpagemap;
#endif
	return zdd;
}

static struct drm_pagemap_zdd *drm_pagemap_zdd_get(struct drm_pagemap_zdd *zdd)
{
	__add_return(&zdd->refcount, 1);
	return zdd;
}

/* Nobody looks at it any more: the piece goes back to the driver. source: v6.15..v7.3 */
static void drm_pagemap_zdd_destroy(struct drm_pagemap_zdd *zdd)
{
	struct drm_pagemap_devmem *devmem = zdd->devmem_allocation;

	if (devmem) {
		complete(&devmem->detached);
		if (devmem->ops->devmem_release)
			devmem->ops->devmem_release(devmem);
	}
	__poison(&drm_pagemap_zdds[0]);
}

static void drm_pagemap_zdd_put(struct drm_pagemap_zdd *zdd)
{
	if (__add_return(&zdd->refcount, -1) == 0)
		drm_pagemap_zdd_destroy(zdd);
}

static void drm_pagemap_migration_unlock_put_page(struct page *page)
{
	unlock_page(page);
	put_page(page);
}

/* What was to move, but does not: the new pages go back where they came from. source: v6.15..v7.3 */
static void drm_pagemap_migration_unlock_put_pages(unsigned long npages,
						   unsigned long *migrate_pfn)
{
	unsigned long i;

	for (i = 0; i < npages; ++i) {
		struct page *page;

		if (!migrate_pfn[i])
			continue;

		page = migrate_pfn_to_page(migrate_pfn[i]);
		drm_pagemap_migration_unlock_put_page(page);
		migrate_pfn[i] = 0;
	}
}

/* A page of the piece for a process, locked: it holds the piece and the pgmap. source: v6.15..v7.3 */
static void drm_pagemap_get_devmem_page(struct page *page,
					struct drm_pagemap_zdd *zdd)
{
	page_handed_out(page);
	page->zone_device_data = drm_pagemap_zdd_get(zdd);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	zone_device_page_init(page, page_pgmap(page), 0);
#else
	zone_device_page_init(page);
#endif
}

static unsigned long npages_in_range(unsigned long start, unsigned long end)
{
	return (end - start) / PAGE_SIZE;
}

/*
 * A range of a process moves to the device, all of it or nothing. Each new page has one reference of the driver's, which
 * migrate_vma_finalize() drops, or who finds out that it does not come to that.
 * source: v6.15..v7.3
 */
int drm_pagemap_migrate_to_devmem(struct drm_pagemap_devmem *devmem_allocation,
				  struct vm_area_struct *vas,
				  unsigned long start, unsigned long end)
{
	const struct drm_pagemap_devmem_ops *ops = devmem_allocation->ops;
	struct drm_pagemap *dpagemap = devmem_allocation->dpagemap;
	struct migrate_vma migrate = {
		.start		= start,
		.end		= end,
		.pgmap_owner	= dpagemap->pagemap->owner,
		.flags		= MIGRATE_VMA_SELECT_SYSTEM,
	};
	struct migrate_pfns pfns;
	struct drm_pagemap_buf buf;
	struct page **pages = &buf.pages[0];
	unsigned long i, npages = npages_in_range(start, end);
	struct drm_pagemap_zdd *zdd;
	int err;

	zdd = drm_pagemap_zdd_alloc(dpagemap);

	migrate.vma = vas;
	migrate.src = &pfns.src[0];
	migrate.dst = &pfns.dst[0];

	err = migrate_vma_setup(&migrate);
	if (err)
		goto err_free;

	if (!migrate.cpages) {
		err = -EFAULT;
		goto err_free;
	}

	if (migrate.cpages != npages) {
		err = -EBUSY;
		goto err_finalize;
	}

	err = ops->populate_devmem_pfn(devmem_allocation, npages, migrate.dst);
	if (err)
		goto err_finalize;

	for (i = 0; i < npages; ++i) {
		struct page *page = pfn_to_page(migrate.dst[i]);

		pages[i] = page;
		migrate.dst[i] = migrate_pfn(migrate.dst[i]);
		drm_pagemap_get_devmem_page(page, zdd);
	}

	err = ops->copy_to_devmem(pages, npages);
	if (err)
		goto err_finalize;

	zdd->devmem_allocation = devmem_allocation;

err_finalize:
	if (err)
		drm_pagemap_migration_unlock_put_pages(npages, migrate.dst);
	migrate_vma_pages(&migrate);
	migrate_vma_finalize(&migrate);
err_free:
	drm_pagemap_zdd_put(zdd);
	return err;
}

/* A page of RAM, locked, for each page that leaves the device. source: v6.15..v7.3 */
static int drm_pagemap_migrate_populate_ram_pfn(struct vm_area_struct *vas,
						struct page *fault_page,
						unsigned long npages,
						unsigned long *mpages,
						unsigned long *src_mpfn,
						unsigned long *mpfn,
						unsigned long addr)
{
	unsigned long i;

	for (i = 0; i < npages; ++i, addr += PAGE_SIZE) {
		struct page *page, *src_page;

		if (!(src_mpfn[i] & MIGRATE_PFN_MIGRATE))
			continue;

		src_page = migrate_pfn_to_page(src_mpfn[i]);
		if (!src_page)
			continue;

		if (fault_page) {
			if (src_page->zone_device_data !=
			    fault_page->zone_device_data)
				continue;
		}

		page = alloc_page(GFP_HIGHUSER_MOVABLE);
		if (!page)
			goto free_pages;

		mpfn[i] = migrate_pfn(page_to_pfn(page));
	}

	for (i = 0; i < npages; ++i) {
		struct page *page = migrate_pfn_to_page(mpfn[i]);

		if (!page)
			continue;

		WARN_ON_ONCE(!trylock_page(page));
		*mpages += 1;
	}

	return 0;

free_pages:
	for (i = 0; i < npages; ++i) {
		struct page *page = migrate_pfn_to_page(mpfn[i]);

		if (!page)
			continue;

		put_page(page);
		mpfn[i] = 0;
	}
	return -ENOMEM;
}

/* A piece is to be empty, whoever maps its pages: no process is asked, the pages are looked at. source: v6.15..v7.3 */
int drm_pagemap_evict_to_ram(struct drm_pagemap_devmem *devmem_allocation)
{
	const struct drm_pagemap_devmem_ops *ops = devmem_allocation->ops;
	unsigned long npages, mpages = 0;
	struct drm_pagemap_buf buf;
	struct page **pages = &buf.pages[0];
	struct migrate_pfns pfns;
	unsigned long *src, *dst;
	int i, err = 0;
	unsigned int retry_count = 2;

	npages = devmem_allocation->size / PAGE_SIZE;

retry:
	src = &pfns.src[0];
	dst = &pfns.dst[0];
	for (i = 0; i < npages; ++i)
		dst[i] = 0;

	err = ops->populate_devmem_pfn(devmem_allocation, npages, src);
	if (err)
		goto err_free;

	err = migrate_device_pfns(src, npages);
	if (err)
		goto err_free;

	err = drm_pagemap_migrate_populate_ram_pfn(NULL, NULL, npages, &mpages,
						   src, dst, 0);
	if (err || !mpages)
		goto err_finalize;

	for (i = 0; i < npages; ++i)
		pages[i] = migrate_pfn_to_page(src[i]);

	err = ops->copy_to_ram(pages, npages);

err_finalize:
	if (err)
		drm_pagemap_migration_unlock_put_pages(npages, dst);
	migrate_device_pages(src, dst, npages);
	migrate_device_finalize(src, dst, npages);

err_free:
	if (completion_done(&devmem_allocation->detached))
		return 0;

	if (retry_count--) {
		cond_resched();
		goto retry;
	}

	return err ? err : -EBUSY;
}

/* The pages that a fault is about come back to RAM. source: v6.15..v7.3 */
static int __drm_pagemap_migrate_to_ram(struct vm_area_struct *vas,
					struct page *page,
					unsigned long fault_addr,
					unsigned long size)
{
	struct migrate_vma migrate = {
		.vma		= vas,
		.pgmap_owner	= page_pgmap(page)->owner,
		.flags		= MIGRATE_VMA_SELECT_DEVICE_PRIVATE,
		.fault_page	= page,
	};
	struct migrate_pfns pfns;
	struct drm_pagemap_zdd *zdd;
	const struct drm_pagemap_devmem_ops *ops;
	unsigned long npages, mpages = 0;
	struct drm_pagemap_buf buf;
	struct page **pages = &buf.pages[0];
	int i, err = 0;

	zdd = page->zone_device_data;

	migrate.start = fault_addr;
	migrate.end = fault_addr + size;
	npages = npages_in_range(migrate.start, migrate.end);

	migrate.src = &pfns.src[0];
	migrate.dst = &pfns.dst[0];

	err = migrate_vma_setup(&migrate);
	if (err)
		goto err_free;

	if (!migrate.cpages)
		goto err_free;

	ops = zdd->devmem_allocation->ops;

	err = drm_pagemap_migrate_populate_ram_pfn(vas, page, npages, &mpages,
						   migrate.src, migrate.dst,
						   migrate.start);
	if (err)
		goto err_finalize;

	for (i = 0; i < npages; ++i)
		pages[i] = migrate_pfn_to_page(migrate.src[i]);

	err = ops->copy_to_ram(pages, npages);
	if (err)
		goto err_finalize;

err_finalize:
	if (err)
		drm_pagemap_migration_unlock_put_pages(npages, migrate.dst);
	migrate_vma_pages(&migrate);
	migrate_vma_finalize(&migrate);
err_free:
	return err;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* A page is back, and no longer holds the piece. source: v6.19..v7.3 */
static void drm_pagemap_folio_free(struct folio *folio)
{
	page_handed_back(&folio->page);
	drm_pagemap_zdd_put(folio->page.zone_device_data);
}
#else
/* A page is back, and no longer holds the piece. source: v6.15..v6.18 */
static void drm_pagemap_page_free(struct page *page)
{
	page_handed_back(page);
	drm_pagemap_zdd_put(page->zone_device_data);
}
#endif

/* The CPU touches a page of the device. source: v6.15..v7.3 */
static vm_fault_t drm_pagemap_migrate_to_ram(struct vm_fault *vmf)
{
	struct drm_pagemap_zdd *zdd = vmf->page->zone_device_data;
	int err;

	err = __drm_pagemap_migrate_to_ram(vmf->vma,
					   vmf->page, vmf->address,
					   zdd->devmem_allocation->size);

	return err ? VM_FAULT_SIGBUS : 0;
}

static const struct dev_pagemap_ops drm_pagemap_pagemap_ops = {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	.folio_free = drm_pagemap_folio_free,
#else
	.page_free = drm_pagemap_page_free,
#endif
	.migrate_to_ram = drm_pagemap_migrate_to_ram,
};

const struct dev_pagemap_ops *drm_pagemap_pagemap_ops_get(void)
{
	return &drm_pagemap_pagemap_ops;
}

void drm_pagemap_devmem_init(struct drm_pagemap_devmem *devmem_allocation,
			     const struct drm_pagemap_devmem_ops *ops,
			     struct drm_pagemap *dpagemap, size_t size)
{
	init_completion(&devmem_allocation->detached);
	devmem_allocation->ops = ops;
	devmem_allocation->dpagemap = dpagemap;
	devmem_allocation->size = size;
}

#endif
