/*
 * The driver of PRIVATE and COHERENT pages (PUBLIC until v5.2): a free list of device pages, threaded through
 * zone_device_data. It stands for every driver of its kind.
 * source: lib/test_hmm.c v5.8..v7.3; before, drivers/gpu/drm/nouveau/nouveau_dmem.c v5.1..v5.7
 */
struct dmirror_device {
	int lock;
	int calloc;
	int cfree;
	int remove;
	struct page *free_pages;
	struct dev_pagemap *pagemap;
};

/* The one device, whose pgmap is the shared one. */
struct dmirror_device dmirror_device;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* The folio is free: it goes to the driver's free list. source: v6.19.. */
static void dmirror_devmem_free(struct folio *folio)
{
	struct page *page = &folio->page;
	struct dmirror_device *mdevice = &dmirror_device;

	page_handed_back(page);
	spin_lock(&mdevice->lock);

	if (!mdevice->remove) {
		mdevice->cfree++;
		page->zone_device_data = mdevice->free_pages;
		mdevice->free_pages = page;
	}
	spin_unlock(&mdevice->lock);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
/* The page is free: it goes to the driver's free list. source: v5.8..v6.18 */
static void dmirror_devmem_free(struct page *page)
{
	struct dmirror_device *mdevice = &dmirror_device;

	page_handed_back(page);
	spin_lock(&mdevice->lock);

	if (!mdevice->remove) {
		mdevice->cfree++;
		page->zone_device_data = mdevice->free_pages;
		mdevice->free_pages = page;
	}
	spin_unlock(&mdevice->lock);
}
#else
/* source: hmm_devmem_free and the driver's free, v4.14..v5.2 */
static void dmirror_devmem_free(struct page *page, void *data)
{
	struct dmirror_device *mdevice = &dmirror_device;

	page_handed_back(page);
	spin_lock(&mdevice->lock);
	mdevice->cfree++;
	page->zone_device_data = mdevice->free_pages;
	mdevice->free_pages = page;
	spin_unlock(&mdevice->lock);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* The folio falls apart: a piece needs what its head had. Without a piece, it is done. source: v6.19..v7.3 */
static void dmirror_devmem_folio_split(struct folio *head, struct folio *tail)
{
	if (tail == NULL)
		return;

	tail->page.zone_device_data = head->page.zone_device_data;
	tail->pgmap = head->pgmap;
	tail->page.mapping = head->page.mapping;
	page_split_off(&tail->page);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
static const struct dev_pagemap_ops dmirror_devmem_ops = {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	.folio_free	= dmirror_devmem_free,
	.folio_split	= dmirror_devmem_folio_split,
#else
	.page_free	= dmirror_devmem_free,
#endif
	.migrate_to_ram	= dmirror_devmem_fault,
};
#endif

/* The device's pages come up, all of them free. source: v5.8..v7.3 */
static int dmirror_allocate_chunk(struct dmirror_device *mdevice,
				   struct page **ppage)
{
	int pfn_first;
	int pfn_last;
	int pfn;
	void *ptr;

	ptr = memremap_pages(mdevice->pagemap, 0);
	if (IS_ERR_OR_NULL(ptr))
		return -ENOMEM;

	pfn_first = mdevice->pagemap->range.start;
	pfn_last = pfn_first + range_len(&mdevice->pagemap->range);

	spin_lock(&mdevice->lock);
	for (pfn = pfn_first; pfn < pfn_last; pfn++) {
		struct page *page = pfn_to_page(pfn);

		page->zone_device_data = mdevice->free_pages;
		mdevice->free_pages = page;
	}
	spin_unlock(&mdevice->lock);

	return 0;
}

/* Probing: the pgmap is filled in and a first chunk allocated. */
int dmirror_pgmap_up(void)
{
	struct dmirror_device *mdevice = &dmirror_device;

	mdevice->pagemap = &pgmap;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
	pgmap.owner = mdevice;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
	pgmap.ops = &dmirror_devmem_ops;
#else
	pgmap.page_free = dmirror_devmem_free;
	pgmap.data = mdevice;
#endif
	return dmirror_allocate_chunk(mdevice, NULL);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* A page for a process, or the first two as one large folio, locked. source: v6.19.. */
static struct page *dmirror_devmem_alloc_page(struct dmirror_device *mdevice, bool is_large)
{
	int order = is_large ? PMD_ORDER : 0;
	struct page *dpage = NULL;
	struct page *rpage = NULL;

	spin_lock(&mdevice->lock);

	if (is_large) {
		dpage = pfn_to_page(mdevice->pagemap->range.start);
		mdevice->free_pages = NULL;
		mdevice->calloc += 1 << order;
		spin_unlock(&mdevice->lock);
	} else if (mdevice->free_pages) {
		dpage = mdevice->free_pages;
		mdevice->free_pages = dpage->zone_device_data;
		mdevice->calloc++;
		spin_unlock(&mdevice->lock);
	} else {
		spin_unlock(&mdevice->lock);
		return NULL;
	}

	page_handed_out(dpage);
	zone_device_folio_init((struct folio *)dpage, mdevice->pagemap, order);
	dpage->zone_device_data = rpage;
	return dpage;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
/* A page for a process, locked. source: v6.1..v6.18 */
static struct page *dmirror_devmem_alloc_page(struct dmirror_device *mdevice)
{
	struct page *dpage = NULL;
	struct page *rpage = NULL;

	spin_lock(&mdevice->lock);

	if (mdevice->free_pages) {
		dpage = mdevice->free_pages;
		mdevice->free_pages = dpage->zone_device_data;
		mdevice->calloc++;
		spin_unlock(&mdevice->lock);
	} else {
		spin_unlock(&mdevice->lock);
		return NULL;
	}

	page_handed_out(dpage);
	zone_device_page_init(dpage);
	dpage->zone_device_data = rpage;
	return dpage;
}
#else
/*
 * A page for a process, locked. Until v5.17 the driver takes a reference beside the one that a free page has; then the
 * one of a free page is the driver's.
 * source: v5.8..v6.0, commit 27674ef6c73f
 */
static struct page *dmirror_devmem_alloc_page(struct dmirror_device *mdevice)
{
	struct page *dpage = NULL;
	struct page *rpage = NULL;

	spin_lock(&mdevice->lock);

	if (mdevice->free_pages) {
		dpage = mdevice->free_pages;
		mdevice->free_pages = dpage->zone_device_data;
		mdevice->calloc++;
		spin_unlock(&mdevice->lock);
	} else {
		spin_unlock(&mdevice->lock);
		return NULL;
	}

	page_handed_out(dpage);
	dpage->zone_device_data = rpage;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	get_page(dpage);
#endif
	lock_page(dpage);
	return dpage;
}
#endif

/* The new home of what the CPU touches: a page of RAM for each device page. source: v5.8..v7.3 */
static int dmirror_devmem_fault_alloc_and_copy(struct migrate_vma *args,
					       struct dmirror_device *dmirror)
{
	unsigned long *src = args->src;
	unsigned long *dst = args->dst;
	unsigned long start = args->start;
	unsigned long end = args->end;
	unsigned long addr;

	for (addr = start; addr < end; addr += PAGE_SIZE,
				       src++, dst++) {
		struct page *dpage, *spage;

		spage = migrate_pfn_to_page(*src);
		if (!spage || !(*src & MIGRATE_PFN_MIGRATE))
			continue;

		dpage = alloc_page(GFP_HIGHUSER_MOVABLE);
		if (!dpage)
			continue;

		lock_page(dpage);
		*dst = migrate_pfn(page_to_pfn(dpage));
		if (*src & MIGRATE_PFN_WRITE)
			*dst |= MIGRATE_PFN_WRITE;
	}
	return 0;
}

/* Set by a scenario that wants to know whether the fault callback gets a page that nobody uses. */
int check_faults;

/* The CPU touches a device-private page. source: v5.8..v7.3; fault_page from v6.1 on, commit 16ce101db85d */
static int dmirror_devmem_fault(struct vm_fault *vmf)
{
	struct migrate_vma args = { 0 };
	struct migrate_pfns pfns;
	struct dmirror_device *dmirror = &dmirror_device;
	vm_fault_t ret;

	if (check_faults)
		__check(page_out[page_to_pfn(vmf->page)], "premature-free",
			"migrate_to_ram() is called for a page that is in use");

	args.vma = vmf->vma;
	args.start = vmf->address;
	args.end = args.start + PAGE_SIZE;
	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	args.pgmap_owner = dmirror;
	args.flags = MIGRATE_VMA_SELECT_DEVICE_PRIVATE;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
	args.src_owner = dmirror;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	args.fault_page = vmf->page;
#endif

	if (migrate_vma_setup(&args))
		return VM_FAULT_SIGBUS;

	ret = dmirror_devmem_fault_alloc_and_copy(&args, dmirror);
	if (ret)
		return ret;
	migrate_vma_pages(&args);
	migrate_vma_finalize(&args);
	return 0;
}

/* A device page for each virtual one. source: v5.8..v7.3 */
static void dmirror_migrate_alloc_and_copy(struct migrate_vma *args,
					   struct dmirror_device *mdevice)
{
	unsigned long *src = args->src;
	unsigned long *dst = args->dst;
	unsigned long addr;

	for (addr = args->start; addr < args->end; addr += PAGE_SIZE,
						   src++, dst++) {
		struct page *dpage;

		if (!(*src & MIGRATE_PFN_MIGRATE))
			continue;

		dpage = driver_alloc_page();
		if (!dpage)
			continue;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
		*dst = migrate_pfn(page_to_pfn(dpage));
#else
		*dst = migrate_pfn(page_to_pfn(dpage)) | MIGRATE_PFN_LOCKED;
#endif
		if (*src & MIGRATE_PFN_WRITE)
			*dst |= MIGRATE_PFN_WRITE;
	}
}

/* A range moves to the device. source: v5.8..v7.3 */
int dmirror_migrate_to_device(struct vm_area_struct *vma, unsigned long start, unsigned long end)
{
	struct migrate_vma args = { 0 };
	struct migrate_pfns pfns;
	int ret;

	args.vma = vma;
	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
	args.start = start;
	args.end = end;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	args.pgmap_owner = &dmirror_device;
	args.flags = MIGRATE_VMA_SELECT_SYSTEM;
#endif
	ret = migrate_vma_setup(&args);
	if (ret)
		return ret;

	dmirror_migrate_alloc_and_copy(&args, &dmirror_device);
	migrate_vma_pages(&args);
	migrate_vma_finalize(&args);
	return 0;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* Both pages of an area get one large folio of the device. source: v6.19..v7.3 */
int dmirror_migrate_huge_to_device(struct vm_area_struct *vma)
{
	struct migrate_vma args = { 0 };
	struct migrate_pfns pfns;
	struct page *dpage = dmirror_devmem_alloc_page(&dmirror_device, true);

	args.vma = vma;
	pfns.src[0] = MIGRATE_PFN_MIGRATE;
	migrate_vma_insert_huge_pmd_page(&args, vma->vm_start, dpage, &pfns.src[0], &vma->vm_mm->pmd);

	unlock_page(dpage);
	put_page(dpage);
	return 0;
}
#endif

/* A range moves back to RAM without a fault, as the driver wishes. source: v5.14..v7.3 dmirror_migrate_to_system */
int dmirror_migrate_to_system(struct vm_area_struct *vma, unsigned long start, unsigned long end)
{
	struct migrate_vma args = { 0 };
	struct migrate_pfns pfns;
	int ret;

	args.vma = vma;
	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
	args.start = start;
	args.end = end;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	args.pgmap_owner = &dmirror_device;
	args.flags = PGMAP_TYPE == MEMORY_DEVICE_COHERENT ? MIGRATE_VMA_SELECT_DEVICE_COHERENT :
			MIGRATE_VMA_SELECT_DEVICE_PRIVATE;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
	args.src_owner = &dmirror_device;
#endif
	ret = migrate_vma_setup(&args);
	if (ret)
		return ret;

	dmirror_devmem_fault_alloc_and_copy(&args, &dmirror_device);
	migrate_vma_pages(&args);
	migrate_vma_finalize(&args);
	return 0;
}
