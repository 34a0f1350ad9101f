/*
 * xe: pieces of the card's own memory, of one page here, for ranges of a process.
 * source: drivers/gpu/drm/xe/xe_svm.c v6.15..v7.3
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)

/* Set by a scenario in which the card cannot copy to its memory. */
int xe_copy_fails;

/* Set by a scenario in which it has no memory left, or cannot copy from it. */
int xe_memory_fails;
int xe_copy_back_fails;

/* What has been copied, there and back. */
int xe_copied;
int xe_copied_back;

/* How many pieces have come back. */
int xe_pieces_back;

/* A piece comes back, when no page of it is out any more. source: v6.15..v7.3 */
static void xe_svm_devmem_release(struct drm_pagemap_devmem *devmem_allocation)
{
	__check(!page_out[0], "premature-free", "device memory comes back while a page of it is in use");
	xe_pieces_back++;
}

/* Which pages a piece has. source: v6.15..v7.3 */
static int xe_svm_populate_devmem_pfn(struct drm_pagemap_devmem *devmem_allocation,
				      unsigned long npages, unsigned long *pfn)
{
	struct dev_pagemap *pagemap = devmem_allocation->dpagemap->pagemap;
	unsigned long i;

	if (xe_memory_fails)
		return -ENOMEM;

	for (i = 0; i < npages; ++i)
		pfn[i] = pagemap->range.start + i;

	return 0;
}

static int xe_svm_copy_to_devmem(struct page **pages, unsigned long npages)
{
	unsigned long i;

	for (i = 0; i < npages; ++i)
		xe_copied += page_out[page_to_pfn(pages[i])];
	return xe_copy_fails ? -EIO : 0;
}

static int xe_svm_copy_to_ram(struct page **pages, unsigned long npages)
{
	unsigned long i;

	for (i = 0; i < npages; ++i) {
		if (pages[i])
			xe_copied_back += page_out[page_to_pfn(pages[i])];
	}
	return xe_copy_back_fails ? -EIO : 0;
}

static const struct drm_pagemap_devmem_ops dpagemap_devmem_ops = {
	.devmem_release = xe_svm_devmem_release,
	.populate_devmem_pfn = xe_svm_populate_devmem_pfn,
	.copy_to_devmem = xe_svm_copy_to_devmem,
	.copy_to_ram = xe_svm_copy_to_ram,
};

/* The card's memory gets pages. source: xe_devm_add v6.15..v6.19, xe_pagemap_create later */
int xe_devm_add(void)
{
	struct dev_pagemap *pagemap = __the_pgmap();
	void *addr;

	pagemap->type = MEMORY_DEVICE_PRIVATE;
	pagemap->nr_range = 1;
	pagemap->owner = &drm_pagemap;
	pagemap->ops = drm_pagemap_pagemap_ops_get();
	addr = devm_memremap_pages(NULL, pagemap);
	if (IS_ERR(addr))
		return PTR_ERR(addr);

	drm_pagemap.pagemap = pagemap;
	return 0;
}

/* A range moves to the card, which takes a piece of its memory for it, and takes it back if that comes to nothing. */
int xe_drm_pagemap_populate_mm(struct drm_pagemap *dpagemap, struct vm_area_struct *vas,
			       unsigned long start, unsigned long end)
{
	int err;

	drm_pagemap_devmem_init(&drm_pagemap_devmem, &dpagemap_devmem_ops, dpagemap, end - start);
	err = drm_pagemap_migrate_to_devmem(&drm_pagemap_devmem, vas, start, end);
	if (err) {
		__check(!page_out[0], "leak",
			"a page that nothing was moved to stays out when its piece of device memory comes back");
		xe_svm_devmem_release(&drm_pagemap_devmem);
	}
	return err;
}

#endif
