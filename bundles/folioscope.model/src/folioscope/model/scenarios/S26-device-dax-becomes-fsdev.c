/* scenario: S26 a device that device-dax had in huge pages is bound to fsdev, and a file maps its pages one by one
 * asks: does anything of the huge pages remain?
 * types: GENERIC
 * kernels: 7.1..
 * params: ORDER = 0, 1
 * threads: process
 */
int ORDER;
int order_after_binding;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap.nr_range = 1;
	dev_dax_device.align = PMD_SIZE;
	dev_dax_probe(&dev_dax_device);
	mmap_device(&vma, &mm, 2);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, PMD_ORDER);
	unmap_region(&vma);
	pgmap_down();
	__unpoison(&pages[0]);
	__unpoison(&pages[1]);
	PGMAP_TYPE = MEMORY_DEVICE_FS_DAX;
	fsdev_dax_probe(&dev_dax_device);
	order_after_binding = folio_order(page_folio(&pages[0]));
	setup_inode(0, 2);
	good_path = 1;
}

void process(void)
{
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, ORDER);
	unmap_region(&vma);
	truncate_file();
}

void end(void)
{
	__check(order_after_binding == 0 && !PageCompound(&pages[0]) && !PageTail(&pages[1]), "stale-state",
		"fsdev has single pages");
	__check(page_ref_count(&pages[0]) == 0 && page_ref_count(&pages[1]) == 0, "leak",
		"a page that no file has is used by nobody");
}
