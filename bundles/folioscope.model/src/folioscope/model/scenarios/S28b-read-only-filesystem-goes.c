/* scenario: S28b a read-only filesystem is unmounted, maybe while a page of one of its files is pinned
 * asks: does it leave nothing behind, and does it wait until no device transfers from the image any more?
 * types: FS_DAX
 * kernels: 5.15..
 * params: PINNED = 0, 1
 * threads: gup_user, unmount
 * when evicted_while_pinned ceases 1: wait-added "evicting an inode now waits until nobody uses the pages of its file"
 */
int PINNED;

void setup(void)
{
	FS = FS_EROFS;
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_SHARED);
	fault_file(&vma, 0, 0, 0);
	if (PINNED)
		hold_page(0);
	unmap_region(&vma);
	good_path = !PINNED;
}

void gup_user(void)
{
	if (PINNED)
		release_page(0);
}

void unmount(void)
{
	generic_shutdown_super(&super);
	if (PINNED)
		__observe("evicted_while_pinned", dma_active[0]);
	__check(!dma_active[0], "early-idle", "an image that is given away has no page that a device transfers from");
	__check(inode.i_data.nrpages == 0, "leak", "an inode that goes away has no entries");
}
