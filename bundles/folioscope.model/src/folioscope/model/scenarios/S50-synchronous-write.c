/* scenario: S50 a process writes to a file that it maps synchronously, while memory failure looks at the page
 * asks: is the page mapped by the entry that the fault has left, and by no other?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4; ORDER = 0, 1
 * threads: writer, failure
 */
int ORDER;
int count;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED | VM_SYNC);
	count = page_ref_count(&pages[ORDER ? 0 : 1]);
	good_path = 1;
}

void writer(void)
{
	fault_file(&vma, 1, FAULT_FLAG_WRITE, ORDER);
}

void failure(void)
{
	memory_failure_looks(&pages[ORDER ? 0 : 1]);
}

void end(void)
{
	__check(ORDER ? mm.pmd != 0 : pte_pfn(mm.pte[1]) == 1, "", "the page is mapped when its write fault is over");
	unmap_region(&vma);
	truncate_file();
	__check(page_ref_count(&pages[ORDER ? 0 : 1]) == count, "leak", "a page that no file has is used by nobody");
}
