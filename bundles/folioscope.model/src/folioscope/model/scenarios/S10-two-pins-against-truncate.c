/* scenario: S10 truncate, and two pins go one after the other
 * asks: do the test for a busy page, the wait for an idle one and the wake mean the same count?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE; PINS = 1, 2
 * threads: gup_user, truncate
 */
int PINS;
struct page *pinned[1];
int got;

void setup(void)
{
	if (!fs_has_dax())
		return;
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	for (; got < PINS; got++) {
		/* Where GUP refuses the page, who transfers has come by it in another way. */
		if (get_user_pages_fast(0, 1, FOLL_WRITE, pinned) != 1)
			page_ref_inc(&pages[0]);
		dma_active[0]++;
	}
}

void gup_user(void)
{
	int i;

	for (i = 0; i < got; i++) {
		__add_return(&dma_active[0], -1);
		put_page(&pages[0]);
	}
}

void truncate(void)
{
	if (fs_has_dax())
		truncate_file();
}
