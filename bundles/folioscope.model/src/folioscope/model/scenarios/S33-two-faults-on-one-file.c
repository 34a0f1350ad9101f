/* scenario: S33 two processes touch the same pages of a file at once
 * asks: do their faults agree on one entry, whatever it is an entry of, and does nothing of it remain?
 * types: FS_DAX
 * kernels: 4.15..
 * params: FS = FS_EXT4; PLACE = PLACE_BLOCKS, PLACE_MISALIGNED, PLACE_HOLE, PLACE_HUGE_HOLE
 * threads: first, second
 */
enum { PLACE_BLOCKS = 0, PLACE_MISALIGNED = 1, PLACE_HOLE = 2, PLACE_HUGE_HOLE = 3 };

/* What is at the place: blocks that make a huge page, blocks that make none, or a hole that gets one block or both meanwhile. */
int PLACE;
int refs;
int count;

void setup(void)
{
	setup_file(PLACE == PLACE_MISALIGNED, 2);
	if (PLACE >= PLACE_HOLE) {
		inode.i_block[0] = 0;
		inode.i_block[1] = 0;
	}
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	mmap_file(&child_vma, &child_mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	refs = pgmap_refs(&pgmap);
	count = page_ref_count(&pages[1]);
	good_path = 1;
}

/* Faults do not keep each other out: both hold the lock that only truncation wants for itself. */
static void touch(struct vm_area_struct *area, int flags)
{
	if (__fault_file(area, 1, flags, PMD_ORDER) == VM_FAULT_FALLBACK)
		__fault_file(area, 1, flags, 0);
}

void first(void)
{
	touch(&vma, PLACE >= PLACE_HOLE ? 0 : FAULT_FLAG_WRITE);
}

void second(void)
{
	if (PLACE == PLACE_HUGE_HOLE)
		inode.i_block[0] = 1;
	if (PLACE >= PLACE_HOLE)
		inode.i_block[1] = 2;
	if (PLACE == PLACE_MISALIGNED || PLACE == PLACE_HUGE_HOLE)
		touch(&child_vma, FAULT_FLAG_WRITE);
	else
		__fault_file(&child_vma, 1, FAULT_FLAG_WRITE, 0);
	if (PLACE == PLACE_BLOCKS)
		__fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
}

void end(void)
{
	if (PLACE >= PLACE_HOLE)
		__check(!is_zero_pfn(pte_pfn(mm.pte[1])), "", "nobody maps the zero page where a block is");
	__observe("entries", inode.i_data.nrpages);
	__observe("huge_mappings", (mm.pmd != 0) + (child_mm.pmd != 0));
	unmap_region(&vma);
	unmap_region(&child_vma);
	truncate_file();
	__check(inode.i_data.nrpages == 0, "", "a file without entries counts none");
	__check(page_ref_count(&pages[1]) == count, "leak", "a page that no file has is used by nobody");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a page that no file has does not hold the pgmap");
}
