/* scenario: S27 a filesystem truncates a file and does not wait for its pages
 * asks: is that noticed?
 * types: FS_DAX
 * kernels: 4.5..
 * params: FS = FS_EXT4
 * threads: truncate
 */
void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(0);
}

void truncate(void)
{
	filemap_invalidate_lock(inode.i_mapping);
	truncate_pagecache(&inode, 0);
	fs_free_blocks(&inode, 0);
	filemap_invalidate_unlock(inode.i_mapping);
}
