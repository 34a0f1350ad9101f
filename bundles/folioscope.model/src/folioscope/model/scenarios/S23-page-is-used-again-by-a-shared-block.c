/* scenario: S23 a page that one file has given up becomes a shared block of another one
 * asks: does the page remember its former life?
 * types: FS_DAX
 * kernels: 6.0..
 * params: FS = FS_XFS
 * threads: process
 */
void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	truncate_file();
}

void process(void)
{
	inode.i_size = 1;
	inode.i_block[0] = 2;
	inode.i_flags |= S_REFLINK;
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	__check(pages[1].share <= 1, "", "a page that no file had counts as one file's");
}
