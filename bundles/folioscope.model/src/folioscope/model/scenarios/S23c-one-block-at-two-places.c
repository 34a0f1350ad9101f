/* scenario: S23c a block of a file gets shared by two more places, and all of them lose it
 * asks: does the page know how many places it has, and forget the last one?
 * types: FS_DAX
 * kernels: 6.0..
 * params: FS = FS_XFS
 * threads: process
 */
void setup(void)
{
	setup_file(0, 2);
	inode.i_block[0] = 2;
	inode.i_block[1] = 2;
	inode.i_block[2] = 2;
	inode.i_size = 3;
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	mmap_file(&child_vma, &child_mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	child_vma.vm_pgoff = 2;
	good_path = 1;
}

void process(void)
{
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	__observe("file_of_one_place", pages[1].mapping == &inode.i_data);
	inode.i_flags |= S_REFLINK;
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	__observe("share_of_two_places", pages[1].share);
	__observe("file_of_two_places", pages[1].mapping != NULL);
	fault_file(&child_vma, 0, FAULT_FLAG_WRITE, 0);
	__observe("share_of_three_places", pages[1].share);
	unmap_region(&vma);
	unmap_region(&child_vma);
	dax_delete_mapping_entry(&inode.i_data, 2);
	__observe("share_after_one_is_gone", pages[1].share);
	truncate_file();
	__check(!pages[1].mapping, "stale-state", "a page that no file has belongs to no file");
	__observe("share_in_the_end", pages[1].share);
}
