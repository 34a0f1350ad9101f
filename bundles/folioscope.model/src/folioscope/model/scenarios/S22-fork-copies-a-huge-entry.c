/* scenario: S22 a process that maps a huge page of a file forks, and the child exits
 * asks: does the page still count the parent's mapping?
 * types: FS_DAX
 * kernels: 5.10..
 * params: FS = FS_EXT4, FS_FUSE
 * threads: child
 */
void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_MAYWRITE);
	vma.anon_vma = &vma;
	fault_file(&vma, 0, 0, PMD_ORDER);
	dup_mmap(&child_vma, &vma, &child_mm);
}

void child(void)
{
	unmap_region(&child_vma);
}

void end(void)
{
	if (pages[0]._mapcount.counter >= 0 && mm.pmd)
		__check(page_ref_count(&pages[0]) > pages[0]._mapcount.counter, "underflow",
			"a page that is mapped has a reference for each mapping");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	if (mm.pmd)
		__check(!dax_page_is_idle(&pages[0]), "early-idle", "a page that is mapped is not idle");
#endif
	unmap_region(&vma);
}
