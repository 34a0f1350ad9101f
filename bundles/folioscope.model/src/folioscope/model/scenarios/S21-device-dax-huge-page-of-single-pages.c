/* scenario: S21 a huge fault on a device whose pages are not compound
 * asks: is it refused, or accounted for?
 * types: GENERIC
 * kernels: 4.7..
 * threads: process
 */
int ret;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap.nr_range = 1;
	dev_dax_device.align = PAGE_SIZE;
	dev_dax_probe(&dev_dax_device);
	mmap_device(&vma, &mm, 2);
	dev_dax_device.align = PMD_SIZE;
}

void process(void)
{
	int count = page_ref_count(&pages[0]);

	ret = fault_file(&vma, 0, FAULT_FLAG_WRITE, PMD_ORDER);
	unmap_region(&vma);
	__check(page_ref_count(&pages[0]) == count, "leak", "a page that is no longer mapped has the count it had before");
}
