/* scenario: S34 the blocks of two files are exchanged while pages of both are pinned
 * asks: are both files locked against faults, and all their pages idle, when the blocks change hands?
 * types: FS_DAX
 * kernels: 6.0..
 * params: FS = FS_XFS; SAME = 0, 1
 * threads: gup_user, exchange
 */

/* Whether both are one file, whose blocks change their order. */
int SAME;

struct inode other;
struct file other_file;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(0);
	if (SAME)
		return;
	inode.i_block[1] = 0;
	other.i_mapping = &other.i_data;
	other.i_data.host = &other;
	other.i_sb = &super;
	other.i_flags = S_DAX;
	other.i_size = 1;
	other.i_block[0] = 2;
	other.i_data.i_mmap = 1;
	other_file.f_inode = &other;
	other_file.f_mapping = &other.i_data;
	mmap_file(&child_vma, &child_mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	inode.i_data.i_mmap = 1;
	child_vma.vm_file = &other_file;
	__fault_file(&child_vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(1);
}

/* One transfer ends, the process touches its page again and gives it up; the same with the other file. */
void gup_user(void)
{
	release_page(0);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	zap_page_range_single(&vma, 0, 1);
	if (SAME)
		return;
	release_page(1);
	filemap_invalidate_lock(&other.i_data);
	__fault_file(&child_vma, 0, FAULT_FLAG_WRITE, 0);
	filemap_invalidate_unlock(&other.i_data);
	zap_page_range_single(&child_vma, 0, 1);
}

void exchange(void)
{
	int error = xfs_mmaplock_two_inodes_and_break_dax_layout(XFS_I(&inode), XFS_I(SAME ? &inode : &other));

	__check(!error, "", "nothing but a busy page is in the way of an exchange");
	__check(!dma_active[0] && !dma_active[1], "early-idle", "blocks change hands while a device still transfers to their pages");
	if (!SAME)
		xfs_iunlock(XFS_I(&other), XFS_MMAPLOCK_EXCL);
	xfs_iunlock(XFS_I(&inode), XFS_MMAPLOCK_EXCL);
}
