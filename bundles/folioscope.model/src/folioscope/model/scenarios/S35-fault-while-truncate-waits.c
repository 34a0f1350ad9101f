/* scenario: S35 a process touches a file again while truncate waits for one of its pages
 * asks: does a fault get a page only before the blocks are freed?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: gup_user, toucher, truncate
 */
void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(0);
}

void gup_user(void)
{
	release_page(0);
}

/* Truncation may have to wait until this process gives the page up again. */
void toucher(void)
{
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	__atomic_begin();
	__check(!block_free[0] || pte_none(mm.pte[0]), "early-idle", "a page is mapped whose block is free");
	__atomic_end();
	zap_page_range_single(&vma, 0, 1);
}

void truncate(void)
{
	truncate_file();
}
