/* scenario: S21b device-dax is touched in its second half, by faults of every size
 * asks: is each fault that does not fit the device's alignment turned away, and does the other one map the pages it is for?
 * types: GENERIC
 * kernels: 4.11..
 * params: ALIGN = PAGE_SIZE, PMD_SIZE, PUD_SIZE
 * threads: process
 */
int ALIGN;

void setup(void)
{
	pgmap.range.end = 3;
	pgmap.nr_range = 1;
	dev_dax_device.align = ALIGN;
	dev_dax_probe(&dev_dax_device);
	mmap_device(&vma, &mm, 2);
	vma.vm_pgoff = ALIGN == PUD_SIZE ? 0 : 2;
}

void process(void)
{
	int order;
	int ret;
	int i;

	for (order = 2; order >= 0; order--) {
		ret = fault_file(&vma, 1, FAULT_FLAG_WRITE, order == 2 ? PUD_ORDER : order);
		__check(!(ret & (VM_FAULT_FALLBACK | VM_FAULT_SIGBUS)) == (ALIGN == (order == 2 ? PUD_SIZE : order == 1 ? PMD_SIZE : PAGE_SIZE)), "",
			"only a fault of the size of the device's alignment is served");
		__observe("sigbus", ret & VM_FAULT_SIGBUS ? order : -1);
		__observe("served", ret & (VM_FAULT_FALLBACK | VM_FAULT_SIGBUS) ? -1 : order);
	}
	for (i = 0; i < 4; i++) {
		if (pages[i].mapping)
			__observe("page_of_the_file", i);
		if (page_ref_count(&pages[i]) > 1)
			__observe("page_in_use", i);
	}
	if (ALIGN == PAGE_SIZE)
		__observe("pfn", pte_pfn(mm.pte[1]));
	unmap_region(&vma);
}
