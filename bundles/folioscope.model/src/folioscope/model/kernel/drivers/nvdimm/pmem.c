/*
 * Persistent memory: the pgmap of a DAX filesystem on a block device.
 * source: drivers/nvdimm/pmem.c v4.18..v7.3
 */
struct pmem_device {
	int phys_addr;
	int data_offset;
	int pfn_flags;
	struct dev_pagemap *pgmap;
};

/* The one device, whose pgmap is the shared one. */
struct pmem_device pmem_device;

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
/* source: v4.18..v5.2, e76384884344 */
static void fsdax_pagefree(struct page *page, void *data)
{
	wake_up_var(&page->_refcount);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 5, 0)
/* source: v5.3..v5.4 */
static void pmem_pagemap_page_free(struct page *page)
{
	wake_up_var(&page->_refcount);
}

static const struct dev_pagemap_ops fsdax_pagemap_ops = {
	.page_free		= pmem_pagemap_page_free,
};
#else
/* Nothing of it is about single pages. source: v5.5..v7.3 */
static int pmem_pagemap_memory_failure(struct dev_pagemap *pgmap,
		unsigned long pfn, unsigned long nr_pages, int mf_flags)
{
	return -EOPNOTSUPP;
}

static const struct dev_pagemap_ops fsdax_pagemap_ops = {
	.memory_failure		= pmem_pagemap_memory_failure,
};
#endif

/* Whether the namespace keeps its memmap on the device; here it does not. */
static bool is_nd_pfn(struct device *dev)
{
	return false;
}

/* The pages come up. source: v4.18..v7.3; neither PFN_DEV nor PFN_MAP from v6.15 on, commit 38607c62b34b */
static int pmem_attach_disk(struct device *dev)
{
	struct pmem_device *pmem = &pmem_device;
	void *addr;

	pmem->pgmap = &pgmap;
	pmem->pgmap->owner = pmem;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	pmem->pgmap->type = MEMORY_DEVICE_FS_DAX;
	pmem->pgmap->ops = &fsdax_pagemap_ops;
	addr = devm_memremap_pages(dev, pmem->pgmap);
#else
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	pmem->pfn_flags = 0;
#else
	pmem->pfn_flags = PFN_DEV;
#endif
	if (is_nd_pfn(dev)) {
		pmem->pgmap->type = MEMORY_DEVICE_FS_DAX;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
		pmem->pgmap->ops = &fsdax_pagemap_ops;
#endif
		addr = devm_memremap_pages(dev, pmem->pgmap);
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
		pmem->pfn_flags |= PFN_MAP;
#endif
	} else {
		pmem->pgmap->type = MEMORY_DEVICE_FS_DAX;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
		pmem->pgmap->ops = &fsdax_pagemap_ops;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
		pmem->pgmap->page_free = fsdax_pagefree;
#endif
		addr = devm_memremap_pages(dev, pmem->pgmap);
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
		pmem->pfn_flags |= PFN_MAP;
#endif
	}
#endif
	return 0;
}

/* source: v4.18..v7.3; a plain page frame number from v6.17 on, commit 21aa65bf82a7 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static long pmem_dax_direct_access(unsigned long offset, long nr_pages, unsigned long *pfn)
{
	struct pmem_device *pmem = &pmem_device;

	*pfn = PHYS_PFN(pmem->phys_addr + offset);
	return nr_pages;
}
#else
static long __pmem_direct_access(unsigned long offset, long nr_pages, pfn_t *pfn)
{
	struct pmem_device *pmem = &pmem_device;

	if (pfn)
		*pfn = phys_to_pfn_t(pmem->phys_addr + offset, pmem->pfn_flags);
	return nr_pages;
}
#endif
