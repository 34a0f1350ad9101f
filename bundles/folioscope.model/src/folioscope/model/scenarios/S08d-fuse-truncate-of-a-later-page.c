/* scenario: S08d a file is truncated while a page behind its first one is pinned
 * asks: is the whole file searched for busy pages?
 * types: FS_DAX
 * kernels: 5.10..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: gup_user, truncate
 */
struct page *pinned[1];
int got;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	got = get_user_pages_fast(1, 1, FOLL_WRITE, pinned);
	if (got == 1)
		dma_active[1] = 1;
}

void gup_user(void)
{
	if (got != 1)
		return;
	dma_active[1] = 0;
	put_page(pinned[0]);
}

void truncate(void)
{
	truncate_file();
}
