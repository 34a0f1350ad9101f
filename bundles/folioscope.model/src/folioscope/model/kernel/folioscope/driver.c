/*
 * What a driver that hands out pages knows of them, whatever driver it is. Its allocation calls page_handed_out(), its
 * free callback page_handed_back().
 */

/* page_out[pfn]: the driver has handed the page out and not got it back. */
int page_out[4];

/* How often a free callback has run. */
int callbacks;

void page_handed_out(struct page *page)
{
	int pfn = page_to_pfn(page);

	__check(!page_out[pfn], "premature-free", "a page is handed out that is in use");
	page_out[pfn] = 1;
}

void page_handed_back(struct page *page)
{
	int pfn = page_to_pfn(page);

	if (record_puts)
		__observe("freed_at", last_put);
	callbacks++;
	if (misuse)
		__check(page_out[pfn], "", "the driver gets a page back that is free already");
	else
		__check(page_out[pfn], "premature-free", "the driver gets a page back that is free already");
	page_out[pfn] = 0;
}

/* A page of a large folio that the driver has handed out becomes one of its own. */
void page_split_off(struct page *page)
{
	page_out[page_to_pfn(page)] = 1;
}

/*
 * The pgmap of a run's type comes up the way its driver does it: pages[range.start..range.end] are its pages.
 */
void pgmap_up(void)
{
	pgmap.type = PGMAP_TYPE;
	pgmap.nr_range = 1;
	switch (PGMAP_TYPE) {
	case MEMORY_DEVICE_FS_DAX:
		pmem_attach_disk(NULL);
		break;
	case MEMORY_DEVICE_GENERIC:
		dev_dax_device.align = pgmap.vmemmap_shift ? PMD_SIZE : PAGE_SIZE;
		dev_dax_probe(&dev_dax_device);
		break;
	case MEMORY_DEVICE_PCI_P2PDMA:
		pci_p2pdma_add_resource(NULL, 0, 1, 0);
		break;
	default:
		dmirror_pgmap_up();
		break;
	}
}

/* Which driver hands out pages: a parameter of a run, 0 is the test driver. */
enum { DRIVER_TEST_HMM = 0, DRIVER_NOUVEAU = 1, DRIVER_AMDKFD = 2, DRIVER_UVMEM = 3 };

int DRIVER;

/* A page of the run's driver, locked as its users want it; NULL if there is none. */
struct page *driver_alloc_page(void)
{
	switch (DRIVER) {
	case DRIVER_NOUVEAU:
		return nouveau_dmem_page_alloc_locked(&nouveau_drm);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
	case DRIVER_AMDKFD:
		svm_migrate_get_vram_page(&svm_range, 0);
		return &pages[0];
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 5, 0)
	case DRIVER_UVMEM:
		return kvmppc_uvmem_get_page(0, &kvm);
#endif
	default:
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
		return dmirror_devmem_alloc_page(&dmirror_device, false);
#else
		return dmirror_devmem_alloc_page(&dmirror_device);
#endif
	}
}

/* Somebody else has the pgmap as well, so that nothing runs out of references to it. */
void pgmap_held_by_others(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	pgmap.ref.count += 2;
#else
	pgmap.internal_ref.count += 2;
#endif
}

/* The driver takes all its pages away, whoever still uses them. */
void pgmap_down(void)
{
	devm_memunmap_pages(NULL, &pgmap);
}

/*
 * A page of a PCI device's pool gets a user: a process that maps it where the driver lets it, else the kernel. Says
 * whether a process maps it.
 */
int p2pdma_get_page(void)
{
	if (map_device_page())
		return 1;
	pci_alloc_p2pmem(&pci_dev, 1);
	return 0;
}

/* And back. */
void p2pdma_put_page(int mapped)
{
	if (mapped)
		unmap_device_page();
	else
		pci_free_p2pmem(&pci_dev, page_to_virt(&pages[0]), 1);
}

/* Whether the run's file system knows DAX: fuse does from v5.10 on, ext4 and xfs always did. */
int fs_has_dax(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	return FS != FS_FUSE;
#else
	return 1;
#endif
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
/* A driver asks for a page of the first process for its device alone; says whether it has it, locked and held. */
int device_exclusive_page(unsigned long addr)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	struct folio *folio;
	struct page *page;

	page = make_device_exclusive(&mm, addr, NULL, &folio);
	return !IS_ERR(page);
#else
	struct page *pages[1];

	pages[0] = NULL;
	return make_device_exclusive_range(&mm, addr, addr + 1, pages, NULL) == 1 && pages[0];
#endif
}
#endif
