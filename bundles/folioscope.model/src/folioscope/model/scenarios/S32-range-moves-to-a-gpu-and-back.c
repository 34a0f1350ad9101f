/* scenario: S32 a page of a process moves to a GPU, and back or away
 * asks: does each page and each piece of device memory come back once, and only when nobody uses it?
 * types: PRIVATE
 * kernels: 6.15..
 * params: WAY = WAY_TOUCH, WAY_UNMAP, WAY_EVICT, WAY_STAY
 * threads: process, gpu
 */
enum { WAY_TOUCH = 0, WAY_UNMAP = 1, WAY_EVICT = 2, WAY_STAY = 3 };

int WAY;
int moved;

void setup(void)
{
	pgmap.range.end = 0;
	xe_devm_add();
	mmap_anonymous(&vma, &mm, 1);
	map_ram_page(&vma, 0);
	xe_copy_fails = WAY == WAY_STAY;
	good_path = 1;
	moved = !xe_drm_pagemap_populate_mm(&drm_pagemap, &vma, 0, 1);
	__check(moved || WAY == WAY_STAY, "migrate-fail", "a page that nobody else holds moves to the device");
}

/* The process touches the page, or unmaps it. */
void process(void)
{
	if (WAY == WAY_UNMAP) {
		unmap_region(&vma);
		return;
	}
	handle_pte_fault(&vma, 0);
	if (WAY == WAY_TOUCH)
		__check(pte_present(mm.pte[0]), "migrate-fail", "a page that nobody else holds comes back to RAM");
}

/* The GPU needs its memory for something else. */
void gpu(void)
{
	if (WAY == WAY_EVICT)
		drm_pagemap_evict_to_ram(&drm_pagemap_devmem);
}

void end(void)
{
	if (WAY != WAY_UNMAP)
		unmap_region(&vma);
	__check(!page_out[0], "leak", "the driver gets a page back that nobody holds any more");
	__check(xe_pieces_back == 1, "leak", "device memory comes back with its last page");
	__check(pages[4]._refcount.counter == 0 && pages[5]._refcount.counter == 0, "leak",
		"a page of RAM that nobody maps any more goes back to the page allocator");
}
