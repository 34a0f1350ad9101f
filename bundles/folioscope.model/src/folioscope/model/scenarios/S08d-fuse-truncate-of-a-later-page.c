/* scenario: S08d a file is truncated while a page behind its first one is pinned
 * asks: is the whole file searched for busy pages?
 * types: FS_DAX
 * kernels: 5.10..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: gup_user, truncate
 */
void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	hold_page(1);
}

void gup_user(void)
{
	release_page(1);
}

void truncate(void)
{
	truncate_file();
}
