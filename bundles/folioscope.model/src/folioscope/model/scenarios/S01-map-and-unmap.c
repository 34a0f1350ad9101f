/* scenario: S01 a process maps a page of a file and unmaps it again
 * asks: does a mapping hold a reference of its own, and is everything as before when it is gone?
 * types: FS_DAX
 * kernels: 4.5..
 * params: FS = FS_EXT4, FS_FUSE; ORDER = 0, 1
 * threads: process
 * when refs_of_a_mapping becomes 1: mapped-ref-taken "a mapped {type} page now holds a reference for its mapping"
 * when mapped_with_count_0 becomes 1: regression mapped-ref-not-taken "a {type} page is mapped while its count is 0: nothing accounts for the mapping"
 * when entry_is_devmap ceases 1: pte-devmap-cleared "the page table entry of a {type} page is no longer devmap"
 * when special_entry_is_counted becomes 1: regression special-refcounted "a {type} folio that holds a reference for its mapping is mapped as special"
 * when special_entry_is_counted ceases 1: fix special-refcounted "a {type} folio that holds a reference for its mapping is no longer mapped as special"
 */
int ORDER;
int before;

/* The count when the file has the page and nobody maps it: what a mapping takes, it takes in addition. */
int rest;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	good_path = 1;
}

void process(void)
{
	int entry;
	int count;

	before = page_ref_count(&pages[0]);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, ORDER);
	unmap_region(&vma);
	rest = page_ref_count(&pages[0]);

	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, ORDER);
	entry = ORDER ? mm.pmd : mm.pte[0];
	if (entry) {
		count = page_ref_count(&pages[0]);
		__observe("refs_of_a_mapping", count - rest);
		__observe("mapped_with_count_0", count == 0);
		__observe("entry_is_devmap", (entry & _PAGE_DEVMAP) != 0);
		__observe("special_entry_is_counted", count > rest && (entry & _PAGE_SPECIAL) != 0);
	}
	unmap_region(&vma);
}

void end(void)
{
	if (page_ref_count(&pages[0]) > rest)
		__check(0, "leak", "a page that is no longer mapped has the count it had before");
	__check(page_ref_count(&pages[0]) == rest && rest >= before, "underflow",
		"a page that is no longer mapped has the count it had before");
	__check(pages[0]._mapcount.counter == -1, "", "a page that is no longer mapped has no mappings");
}
