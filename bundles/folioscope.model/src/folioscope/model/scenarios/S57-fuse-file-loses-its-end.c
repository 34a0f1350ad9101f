/* scenario: S57 a file of fuse is opened to be truncated, or its end becomes a hole, while a page of it is pinned
 * asks: is the whole range searched for busy pages before the server gives its blocks away?
 * types: FS_DAX
 * kernels: 5.10..
 * params: FS = FS_FUSE; WAY = WAY_OPEN, WAY_HOLE; PINNED = 0, 1
 * threads: gup_user, loser
 */
enum { WAY_OPEN = 0, WAY_HOLE = 1 };

/* How the file loses its blocks, and which page of it is pinned. */
int WAY;
int PINNED;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, PINNED, FAULT_FLAG_WRITE, 0);
	hold_page(PINNED);
}

/* The process uses the other page of the file as well: it may fault while the range is searched, and not while it goes. */
void gup_user(void)
{
	fault_file(&vma, 1 - PINNED, FAULT_FLAG_WRITE, 0);
	release_page(PINNED);
}

void loser(void)
{
	if (WAY == WAY_OPEN)
		__check(!fuse_open(&inode, &file), "", "a file can be opened to be truncated");
	else
		__check(!fuse_file_fallocate(&inode, 0, PINNED, 2 - PINNED), "", "a file can get a hole");
	__check(!inode.i_data.i_pages.entry[PINNED], "", "a range that is gone has no entries");
}

void end(void)
{
	__check(inode.i_data.invalidate_lock == 0, "", "nobody keeps faults out for ever");
	__check(pte_none(mm.pte[PINNED]), "", "a range that is gone is mapped by nobody");
}
