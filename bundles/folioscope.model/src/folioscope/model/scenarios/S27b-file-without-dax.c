/* scenario: S27b a file of a DAX device that is not used by DAX is truncated, and goes
 * asks: is it left alone by all that waits for pages of DAX?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_EXT4
 * threads: process
 */
void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	inode.i_flags = 0;
	/* Somebody else has the page. */
	hold_page(0);
	dma_active[0] = 0;
	good_path = 1;
}

void process(void)
{
	__check(truncate_file() == 0, "", "nothing is in the way of the truncation of an ordinary file");
	evict(&inode);
	__check(inode.i_state, "", "an inode that has gone is clear");
	release_page(0);
}
