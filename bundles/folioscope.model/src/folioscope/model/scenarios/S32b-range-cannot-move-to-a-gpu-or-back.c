/* scenario: S32b a range of two pages moves to a GPU and back, and something is missing for it
 * asks: does all of the range stay where it is when not all of it can move, with no page left locked, held or out?
 * types: PRIVATE
 * kernels: 6.15..
 * params: LACK = LACK_NOTHING, LACK_RAM, LACK_COPY, LACK_DEVICE, LACK_ONE, LACK_BOTH; EVICT = 0, 1
 * threads: process
 */
enum { LACK_NOTHING = 0, LACK_RAM = 1, LACK_COPY = 2, LACK_DEVICE = 3, LACK_ONE = 4, LACK_BOTH = 5 };

/*
 * What is missing: a page of RAM or the copy on the way back, or, on the way there, memory of the device or pages that
 * nobody else holds. EVICT: the driver wants its memory back, instead of a process that touches its page.
 */
int LACK;
int EVICT;
int moved;
int before;

void setup(void)
{
	pgmap.range.end = 1;
	xe_devm_add();
	mmap_anonymous(&vma, &mm, 2);
	map_ram_page(&vma, 0);
	map_ram_page(&vma, 1);
	before = mm.pte[0];
	good_path = 1;
	if (LACK >= LACK_ONE)
		page_ref_inc(&pages[5]);
	if (LACK == LACK_BOTH)
		page_ref_inc(&pages[4]);
	xe_memory_fails = LACK == LACK_DEVICE;
	moved = !xe_drm_pagemap_populate_mm(&drm_pagemap, &vma, 0, 2);
	xe_memory_fails = 0;
	__check(moved == (LACK < LACK_DEVICE), "migrate-fail", "a range moves to the device if, and only if, all of it can");
	if (LACK >= LACK_ONE)
		put_page(&pages[5]);
	if (LACK == LACK_BOTH)
		put_page(&pages[4]);
	if (!moved) {
		__check(mm.pte[0] == before, "migrate-fail", "a range that does not move stays mapped as it was");
		return;
	}
	__check(xe_copied == 2, "", "what moves is copied");
	__check(pages[0].mapping && pages[1].mapping, "migrate-fail", "the pages that are mapped now belong to the area");
	__check(page_ref_count(&pages[4]) == 0 && page_ref_count(&pages[5]) == 0, "leak",
		"a page of RAM that nobody maps any more goes back to the page allocator");
	ram_taken[0] = 0;
	ram_taken[1] = LACK == LACK_RAM;
	xe_copy_back_fails = LACK == LACK_COPY;
	before = mm.pte[0];
}

void process(void)
{
	int i;

	if (moved && EVICT)
		__observe("not_empty", drm_pagemap_evict_to_ram(&drm_pagemap_devmem) != 0);
	else
		__observe("fault", handle_pte_fault(&vma, 0));
	if (LACK == LACK_NOTHING) {
		__check(pte_present(mm.pte[0]) && pte_present(mm.pte[1]), "migrate-fail", "what nobody else holds comes back to RAM");
		__check(xe_copied_back == 2, "", "what moves is copied");
	} else if (moved) {
		__check(mm.pte[0] == before && !pte_present(mm.pte[1]), "migrate-fail",
			"a range that does not move stays mapped as it was");
	}
	for (i = 0; i < 2; i++)
		__check(!PageLocked(&pages[i]) && !PageLocked(&pages[4 + i]), "", "nobody keeps a page locked");
}

void end(void)
{
	unmap_region(&vma);
	__check(!page_out[0] && !page_out[1], "leak", "the driver gets a page back that nobody holds any more");
	__check(xe_pieces_back == 1, "leak", "device memory comes back with its last page");
	__check(pages[4]._refcount.counter == 0 && pages[5]._refcount.counter == 0, "leak",
		"a page of RAM that nobody maps any more goes back to the page allocator");
}
