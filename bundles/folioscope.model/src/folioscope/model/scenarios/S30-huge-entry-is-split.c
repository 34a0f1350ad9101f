/* scenario: S30 a part of a huge page of a file is unmapped
 * asks: are the reference and the mapping of the huge entry dropped exactly once?
 * types: FS_DAX
 * kernels: 4.8..
 * params: FS = FS_EXT4
 * threads: process
 */
int before;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	before = page_ref_count(&pages[0]);
	good_path = 1;
	fault_file(&vma, 0, FAULT_FLAG_WRITE, PMD_ORDER);
}

void process(void)
{
	zap_page_range_single(&vma, 1, 1);
	__check(!mm.pmd, "", "a huge entry of a file is dropped when a part of it goes");
	if (page_ref_count(&pages[0]) > before)
		__check(0, "leak", "a page that is no longer mapped has the count it had before");
	__check(page_ref_count(&pages[0]) == before, "underflow", "a page that is no longer mapped has the count it had before");
	__check(pages[0]._mapcount.counter == -1, "", "a page that is no longer mapped has no mappings");
}
