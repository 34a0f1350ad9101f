/* scenario: S14c the CPU touches a page of the device, and there is no memory for it, or somebody else holds it
 * asks: does it stay where it is, or move if only somebody holds it, with nothing lost?
 * types: PRIVATE
 * kernels: 5.3..
 * params: DRIVER = DRIVER_TEST_HMM, DRIVER_NOUVEAU; HELD = 0, 1, 2
 * threads: toucher
 */
/* How many references somebody else has; without any, there is no memory. */
int HELD;
int count;
int before;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	if (DRIVER == DRIVER_NOUVEAU)
		pgmap.ops = &nouveau_dmem_pagemap_ops;
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
	before = mm.pte[0];
	if (HELD)
		page_ref_add(&pages[0], HELD);
	else
		ram_taken[0] = ram_taken[1] = 1;
	count = page_ref_count(&pages[0]);
	good_path = 1;
}

void toucher(void)
{
	int i;
	int moved;

	handle_pte_fault(&vma, 0);
	moved = HELD && pte_present(mm.pte[0]);
	if (!moved)
		__check(mm.pte[0] == before, "migrate-fail", "a page that cannot move stays mapped as it was");
	__check(page_ref_count(&pages[0]) == count - moved, "leak", "an attempt to move a page takes nothing with it");
	__check(!PageLocked(&pages[0]), "", "nobody keeps the page locked");
	__check(callbacks == 0, "premature-free", "a page that somebody holds is not handed back");
	for (i = 0; i < HELD; i++)
		put_page(&pages[0]);
	__check(callbacks == moved, "leak", "the driver gets back the page that has been left");
}
