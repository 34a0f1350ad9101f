/* scenario: S52 a range of a DAX window is taken from a file of fuse, while a page behind it is pinned
 * asks: does only what lies in the range have to wait, and to go?
 * types: FS_DAX
 * kernels: 5.10..
 * params: FS = FS_FUSE
 * threads: gup_user, reclaim
 */
int mapped_behind;

void setup(void)
{
	setup_file(0, 3);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	mmap_file(&child_vma, &child_mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	child_vma.vm_pgoff = 2;
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	fault_file(&child_vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(1);
	hold_page(2);
}

/* The transfer within the range ends, the other one goes on. */
void gup_user(void)
{
	release_page(1);
}

void reclaim(void)
{
	filemap_invalidate_lock(inode.i_mapping);
	fuse_dax_break_layouts(&inode, 1, 1);
	__check(!dma_active[1], "early-idle", "a range is given away while a device still transfers to it");
	filemap_invalidate_unlock(inode.i_mapping);
}

void end(void)
{
	__check(pte_none(mm.pte[1]), "", "nobody maps what is given away");
	__check(!pte_none(mm.pte[0]) && !pte_none(child_mm.pte[0]), "", "what is not given away stays mapped");
}
