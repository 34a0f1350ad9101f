/* scenario: S36 memory failure looks at a page, and so does the removal of its device, while the file is truncated
 * asks: does each of them wait for the entry's lock, and do the lookers notice that the page has left the file?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4; ORDER = 0, 1
 * threads: failure, removal, truncate
 */
int ORDER;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, ORDER);
}

void failure(void)
{
	memory_failure_looks(&pages[ORDER ? 0 : 1]);
}

void removal(void)
{
	memory_failure_looks(&pages[ORDER ? 0 : 1]);
}

void truncate(void)
{
	truncate_file();
}

void end(void)
{
	__check(!inode.i_data.i_pages.entry[0] && !inode.i_data.i_pages.entry[1], "", "a truncated file has no entries");
	__check(inode.i_data.nrpages == 0, "", "a file without entries counts none");
}
