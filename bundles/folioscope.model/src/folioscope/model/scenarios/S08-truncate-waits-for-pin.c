/* scenario: S08 a file is truncated while one of its mapped pages is pinned for a transfer
 * asks: is a block freed only when nobody can still transfer to it?
 * types: FS_DAX
 * kernels: 4.5..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: gup_user, truncate
 */
struct page *pinned[1];

void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
}

void gup_user(void)
{
	if (get_user_pages_fast(0, 1, FOLL_WRITE, pinned) != 1)
		return;
	dma_active[0] = 1;
	__check(!block_free[0], "early-idle", "a page that can still be pinned does not have its block freed");
	__label("pinned");
	dma_active[0] = 0;
	put_page(pinned[0]);
}

void truncate(void)
{
	truncate_file();
}
