/*
 * How nouveau hands out a page; everything else of it is as in lib/test_hmm.c.
 * source: drivers/gpu/drm/nouveau/nouveau_dmem.c v5.1..v7.3
 */
struct nouveau_drm {
	struct page *free_pages;
};

struct nouveau_drm nouveau_drm;

/* A page for a process, locked. source: v5.1..v7.3; get_page until v5.17, commits 27674ef6c73f, ef233450898f */
static struct page *
nouveau_dmem_page_alloc_locked(struct nouveau_drm *drm)
{
	struct page *page = &pages[0];
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	struct folio *folio;
	unsigned int order = 0;
#endif

	page_handed_out(page);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	folio = page_folio(page);
	zone_device_folio_init(folio, page_pgmap(folio_page(folio, 0)), order);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	zone_device_page_init(page);
#else
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	get_page(page);
#endif
	lock_page(page);
#endif
	return page;
}

/* The CPU touches a page of the device. source: v5.1..v7.3; fault_page from v6.1 on, commit 97061d441110 */
static vm_fault_t nouveau_dmem_migrate_to_ram(struct vm_fault *vmf)
{
	struct page *spage, *dpage;
	struct migrate_pfns pfns;
	vm_fault_t ret = 0;
	struct migrate_vma args = {
		.vma		= vmf->vma,
		.start		= vmf->address,
		.end		= vmf->address + PAGE_SIZE,
		.src		= &pfns.src[0],
		.dst		= &pfns.dst[0],
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
		.pgmap_owner	= &dmirror_device,
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
		.src_owner	= &dmirror_device,
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
		.fault_page	= vmf->page,
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
		.flags		= MIGRATE_VMA_SELECT_DEVICE_PRIVATE,
#endif
	};

	if (migrate_vma_setup(&args) < 0)
		return VM_FAULT_SIGBUS;
	if (!args.cpages)
		return 0;

	spage = migrate_pfn_to_page(pfns.src[0]);
	if (!spage || !(pfns.src[0] & MIGRATE_PFN_MIGRATE))
		goto done;

	dpage = alloc_page(GFP_HIGHUSER_MOVABLE);
	if (!dpage)
		goto done;

	lock_page(dpage);
	pfns.dst[0] = migrate_pfn(page_to_pfn(dpage));
	migrate_vma_pages(&args);
done:
	migrate_vma_finalize(&args);
	return ret;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
static const struct dev_pagemap_ops nouveau_dmem_pagemap_ops = {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	.folio_free		= dmirror_devmem_free,
#else
	.page_free		= dmirror_devmem_free,
#endif
	.migrate_to_ram		= nouveau_dmem_migrate_to_ram,
};
#endif
