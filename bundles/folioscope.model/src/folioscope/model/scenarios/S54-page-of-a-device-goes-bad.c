/* scenario: S54 a page of a device goes bad, with and without a file, and with devices whose memory only they can handle
 * asks: is its entry locked while the processes that map it are found, and unlocked whatever comes of it?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4
 * threads: failure
 */
void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
}

/* The page frame goes bad: 0, or why nothing can be done. Memory of the kernel's own types is asked about in turn. */
static int goes_bad(int pfn, int type)
{
	int was = pgmap.type;
	int rc;

	pgmap.type = type;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	rc = mf_generic_kill_procs(pfn, 0, &pgmap);
#else
	rc = memory_failure_dev_pagemap(pfn, 0, &pgmap);
#endif
	pgmap.type = was;
	__check(!dax_is_locked(inode.i_data.i_pages.entry[1]), "", "an entry is unlocked when a failure has been dealt with");
	return rc;
}

void failure(void)
{
	__observe("of_a_file", goes_bad(1, MEMORY_DEVICE_FS_DAX));
	__observe("of_no_file", goes_bad(0, MEMORY_DEVICE_FS_DAX));
	__observe("private", goes_bad(1, MEMORY_DEVICE_PRIVATE));
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	__observe("coherent", goes_bad(1, MEMORY_DEVICE_COHERENT));
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
	__observe("public", goes_bad(1, MEMORY_DEVICE_PUBLIC));
#endif
	__observe("shift_of_a_page", dev_pagemap_mapping_shift(&vma, 1));
	__observe("shift_of_nothing", dev_pagemap_mapping_shift(&vma, 0));
	mm.pmd = pmd_mkhuge(pfn_pmd(0, _PAGE_RW));
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0)
	mm.pmd = pmd_mkdevmap(mm.pmd);
#endif
	__observe("shift_of_a_huge_page", dev_pagemap_mapping_shift(&vma, 0));
	mm.pud = pud_mkhuge(pfn_pud(0, _PAGE_RW));
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0)
	mm.pud = pud_mkdevmap(mm.pud);
#endif
	__observe("shift_of_a_giant_page", dev_pagemap_mapping_shift(&vma, 0));
	mm.pud = 0;
	mm.pmd = 0;
	truncate_file();
	__check(!inode.i_data.i_pages.entry[1], "", "a truncated file has no entries");
}
