/* scenario: S08b a page is pinned and then unmapped, and its file is truncated
 * asks: is a block freed only when nobody can still transfer to it, though no process maps the file any more?
 * types: FS_DAX
 * kernels: 4.5..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: gup_user, truncate
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

void truncate(void)
{
	truncate_file();
}
