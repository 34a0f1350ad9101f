/* scenario: S50b a synchronous write fault has waited for the disk, and its entry has gone or has another size
 * asks: is nothing mapped then, so that the process touches the page again?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_EXT4
 * threads: process
 */
static int finish(int order)
{
	struct vm_fault vmf;

	vmf.vma = &vma;
	vmf.address = 1;
	vmf.pgoff = 1;
	vmf.flags = FAULT_FLAG_WRITE;
	vmf.pmd = &mm.pmd;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	return dax_finish_sync_fault(&vmf, order, order ? 0 : 1);
#else
	return dax_finish_sync_fault(&vmf, order, pfn_to_pfn_t(order ? 0 : 1));
#endif
}

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	good_path = 1;
}

void process(void)
{
	__check(finish(0) == VM_FAULT_NOPAGE && pte_none(mm.pte[1]), "", "nothing is mapped where the file has no entry");
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	zap_page_range_single(&vma, 0, 2);
	__check(finish(PMD_ORDER) == VM_FAULT_NOPAGE && !mm.pmd, "", "no huge page is mapped by the entry of a small one");
	truncate_file();
	setup_inode(0, 2);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, PMD_ORDER);
	zap_page_range_single(&vma, 0, 2);
	__check(finish(0) == VM_FAULT_NOPAGE && pte_none(mm.pte[1]), "", "no small page is mapped by the entry of a huge one");
	truncate_file();
}
