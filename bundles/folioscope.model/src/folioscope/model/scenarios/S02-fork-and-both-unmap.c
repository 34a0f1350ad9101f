/* scenario: S02 a process that maps a page of the device forks, and both unmap it
 * asks: do parent and child give back what they took?
 * types: FS_DAX, GENERIC
 * kernels: 4.5..
 * params: FS = FS_EXT4, FS_FUSE
 * threads: parent, child
 */
int before;

void setup(void)
{
	if (PGMAP_TYPE == MEMORY_DEVICE_GENERIC) {
		pgmap.range.end = 0;
		pgmap.nr_range = 1;
		dev_dax_device.align = PAGE_SIZE;
		dev_dax_probe(&dev_dax_device);
		mmap_device(&vma, &mm, 1);
	} else {
		setup_file(0, 1);
		mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	}
	before = page_ref_count(&pages[0]);
	good_path = 1;
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	dup_mmap(&child_vma, &vma, &child_mm);
}

void parent(void)
{
	unmap_region(&vma);
}

void child(void)
{
	if (pte_none(child_mm.pte[0]))
		fault_file(&child_vma, 0, 0, 0);
	unmap_region(&child_vma);
}

void end(void)
{
	if (page_ref_count(&pages[0]) > before)
		__check(0, "leak", "a page that is no longer mapped has the count it had before");
	__check(page_ref_count(&pages[0]) == before, "underflow", "a page that is no longer mapped has the count it had before");
	__check(pages[0]._mapcount.counter == -1, "", "a page that is no longer mapped has no mappings");
}
