/* scenario: S07c the driver goes while somebody looks its pgmap up
 * asks: does a pgmap that can still be found have a live reference count?
 * types: PRIVATE, COHERENT, FS_DAX, GENERIC, PCI_P2PDMA
 * kernels: 5.3..
 * threads: looker, teardown
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
}

void looker(void)
{
	struct dev_pagemap *found;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 18, 0)
	found = get_dev_pagemap(0);
#else
	found = get_dev_pagemap(0, NULL);
#endif
	if (found) {
		__check(memmap_present, "pgmap-uaf", "a pgmap that somebody holds has a memmap");
		put_dev_pagemap(found);
	}
}

void teardown(void)
{
	pgmap_down();
}
