/* scenario: S28 a filesystem is unmounted while a page of one of its files is pinned, and mounted again
 * asks: can a block be given away while a device still transfers to it?
 * types: FS_DAX
 * kernels: 4.5..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: gup_user, unmount
 * when evicted_while_pinned ceases 1: wait-added "evicting an inode now waits until nobody uses the pages of its file"
 */
void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(0);
	unmap_region(&vma);
}

void gup_user(void)
{
	release_page(0);
}

void unmount(void)
{
	generic_shutdown_super(&super);
	__observe("evicted_while_pinned", dma_active[0]);
	fs_free_blocks(&inode, 0);
}
