/*
 * How amdkfd hands out a page; everything else of it is as in lib/test_hmm.c.
 * source: drivers/gpu/drm/amd/amdkfd/kfd_migrate.c v5.14..v7.3
 */
struct svm_range {
	void *svm_bo;
};

struct svm_range svm_range;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
/* A page for a process, locked. source: v5.14..v7.3; get_page until v5.17, commits 27674ef6c73f, ef233450898f */
static void
svm_migrate_get_vram_page(struct svm_range *prange, unsigned long pfn)
{
	struct page *page;

	page = pfn_to_page(pfn);
	page_handed_out(page);
	page->zone_device_data = prange->svm_bo;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	zone_device_page_init(page, page_pgmap(page), 0);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	zone_device_page_init(page);
#else
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	get_page(page);
#endif
	lock_page(page);
#endif
}

/*
 * Pages come back to RAM: the CPU touches one, or the driver wants its memory back. What goes where is as in the test driver.
 * source: v5.14..v7.3; coherent pages from v6.0 on; fault_page from v6.1 on, commit 16ce101db85d
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static long
svm_migrate_vma_to_ram(struct svm_range *prange, struct vm_area_struct *vma,
		       uint64_t start, uint64_t end,
		       uint32_t trigger, struct page *fault_page)
#else
static long
svm_migrate_vma_to_ram(struct svm_range *prange, struct vm_area_struct *vma,
		       uint64_t start, uint64_t end, uint32_t trigger)
#endif
{
	int r;
	struct migrate_vma migrate = { 0 };
	struct migrate_pfns pfns;

	migrate.vma = vma;
	migrate.start = start;
	migrate.end = end;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	migrate.pgmap_owner = prange->svm_bo;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (PGMAP_TYPE == MEMORY_DEVICE_COHERENT)
		migrate.flags = MIGRATE_VMA_SELECT_DEVICE_COHERENT;
	else
		migrate.flags = MIGRATE_VMA_SELECT_DEVICE_PRIVATE;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	migrate.flags = MIGRATE_VMA_SELECT_DEVICE_PRIVATE;
#endif
	migrate.src = &pfns.src[0];
	migrate.dst = &pfns.dst[0];
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	migrate.fault_page = fault_page;
#endif
	r = migrate_vma_setup(&migrate);
	if (r)
		return r;
	if (!migrate.cpages)
		return -EBUSY;

	r = dmirror_devmem_fault_alloc_and_copy(&migrate, NULL);
	migrate_vma_pages(&migrate);
	migrate_vma_finalize(&migrate);
	return r;
}
#endif
