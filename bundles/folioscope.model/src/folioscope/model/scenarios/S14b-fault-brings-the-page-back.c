/* scenario: S14b the CPU touches a page of the device
 * asks: does the page come back to RAM?
 * types: PRIVATE
 * kernels: 5.3..
 * params: DRIVER = DRIVER_TEST_HMM, DRIVER_NOUVEAU
 * threads: toucher
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	if (DRIVER == DRIVER_NOUVEAU)
		pgmap.ops = &nouveau_dmem_pagemap_ops;
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
	good_path = 1;
}

void toucher(void)
{
	handle_pte_fault(&vma, 0);
	__check(pte_present(mm.pte[0]), "migrate-fail", "a page that nobody else holds comes back to RAM");
	__check(callbacks == 1, "leak", "the driver gets back the page that has been left");
}
