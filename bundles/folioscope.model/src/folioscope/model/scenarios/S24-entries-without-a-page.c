/* scenario: S24 a file has entries without a page: empty ones and holes
 * asks: is a page made of an entry that has none?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4
 * threads: process
 */
void setup(void)
{
	setup_file(1, 1);
	inode.i_size = 2;
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	/* An empty entry says page frame 0; there is no page there. */
	__poison(&pages[0], "bogus-page-deref");
}

void process(void)
{
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	fault_file(&vma, 1, 0, 0);
	truncate_file();
}
