/* scenario: S01h a process maps a huge page of device-dax and unmaps it again
 * asks: does a mapping hold a reference of its own, and is everything as before when it is gone?
 * types: GENERIC
 * kernels: 6.15..
 * threads: process
 */
int before;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap.nr_range = 1;
	dev_dax_device.align = PMD_SIZE;
	dev_dax_probe(&dev_dax_device);
	mmap_device(&vma, &mm, 2);
	good_path = 1;
}

void process(void)
{
	before = page_ref_count(&pages[0]);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, PMD_ORDER);
	unmap_region(&vma);
}

void end(void)
{
	if (page_ref_count(&pages[0]) > before)
		__check(0, "leak", "a page that is no longer mapped has the count it had before");
	__check(page_ref_count(&pages[0]) == before, "underflow", "a page that is no longer mapped has the count it had before");
	__check(pages[0]._mapcount.counter == -1, "", "a page that is no longer mapped has no mappings");
}
