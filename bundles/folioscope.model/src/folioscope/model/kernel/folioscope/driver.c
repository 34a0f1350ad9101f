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
		return dmirror_devmem_alloc_page(&dmirror_device);
	}
}

/* The driver takes all its pages away, whoever still uses them. */
void pgmap_down(void)
{
	devm_memunmap_pages(NULL, &pgmap);
}

/* A VMA of a device file over pages[0]. */
void map_device_file(void)
{
	inode.i_mapping = &inode.i_data;
	inode.i_data.host = &inode;
	inode.i_flags = S_DAX;
	file.f_inode = &inode;
	file.f_mapping = &inode.i_data;
	vma.vm_start = 0;
	vma.vm_end = 1;
	vma.vm_mm = &mm;
	vma.vm_file = &file;
	vma.vm_flags = VM_READ | VM_WRITE | VM_SHARED;
	inode.i_data.i_mmap += 1;
}

/* A process touches the device file. */
static void fault_device_file(int flags)
{
	struct vm_fault vmf;

	vmf.vma = &vma;
	vmf.address = 0;
	vmf.pgoff = 0;
	vmf.flags = flags;
	vmf.pmd = &mm.pmd;
	vmf.pud = &mm.pud;
	vmf.pte = &mm.pte[0];
	dev_dax_huge_fault(&vmf, 0);
}

/* A page of the pool: mapped by a process where that is possible, else for the kernel's own use; says whether. */
int p2pdma_get_page(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	return p2pmem_alloc_mmap(NULL, NULL, NULL, &vma) == 0;
#else
	return pci_alloc_p2pmem(&pci_dev, 1) != 0;
#endif
}

/* And back. */
void p2pdma_put_page(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	mm.pte[0] = 0;
	put_page(&pages[0]);
#else
	pci_free_p2pmem(&pci_dev, page_to_virt(&pages[0]), 1);
#endif
}

/* The pgmap comes up, and pages[0] is mapped at address 0 the way pages of the type are; says whether it is. */
int pgmap_up_and_map(void)
{
	struct page *page;

	if (PGMAP_TYPE == MEMORY_DEVICE_FS_DAX) {
		FS = FS_EXT4;
		setup_file(0, 1);
		mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
		fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
		return pte_present(mm.pte[0]) != 0;
	}
	pgmap_up();
	if (PGMAP_TYPE == MEMORY_DEVICE_GENERIC) {
		map_device_file();
		fault_device_file(FAULT_FLAG_WRITE);
		return pte_present(mm.pte[0]) != 0;
	}
	if (PGMAP_TYPE == MEMORY_DEVICE_PCI_P2PDMA) {
		map_device_file();
		return p2pdma_get_page() && pte_present(mm.pte[0]);
	}
	page = driver_alloc_page();
	if (!page)
		return 0;
	page->_mapcount.counter = 0;
	page->mapping = PAGE_MAPPING_ANON;
	if (PGMAP_TYPE == MEMORY_DEVICE_PRIVATE)
		mm.pte[0] = make_writable_device_private_entry(page_to_pfn(page));
	else
		mm.pte[0] = mk_pte(page, 0) | _PAGE_RW;
	unlock_page(page);
	vma.vm_mm = &mm;
	vma.vm_end = 1;
	vma.vm_flags = VM_READ | VM_WRITE;
	vma.anon_vma = &vma;
	return 1;
}
