/* scenario: S56 the entries of a file are written back, while somebody else works on them
 * asks: does writeback leave no entry locked, and nobody asleep who waits for it?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4; RIVAL = RIVAL_FAULT, RIVAL_TRUNCATE, RIVAL_SYNC
 * threads: writeback, rival
 */
enum { RIVAL_FAULT = 0, RIVAL_TRUNCATE = 1, RIVAL_SYNC = 2 };

/* Who else works on the entries: a process that faults, truncation, or a second fsync(). */
int RIVAL;
int entry;

void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	mmap_file(&child_vma, &child_mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	entry = inode.i_data.i_pages.entry[0];
	good_path = 1;
}

void writeback(void)
{
	__check(!sync_file(0, 1), "", "what is dirty and what is gone can be written back");
}

void rival(void)
{
	if (RIVAL == RIVAL_FAULT)
		fault_file(&child_vma, 0, FAULT_FLAG_WRITE, 0);
	else if (RIVAL == RIVAL_TRUNCATE)
		truncate_file();
	else
		__check(!sync_file(0, 1), "", "what is dirty and what is gone can be written back");
}

void end(void)
{
	int index;
	int entries = 0;

	for (index = 0; index < 2; index++) {
		if (inode.i_data.i_pages.entry[index]) {
			entries++;
			__check(!dax_is_locked(inode.i_data.i_pages.entry[index]), "", "an entry is locked only while somebody works on it");
		}
	}
	__check(inode.i_data.nrpages == entries, "", "each entry is counted once");
	__check(entries == (RIVAL == RIVAL_TRUNCATE ? 0 : 2), "", "writeback takes no entry away and brings none back");
	if (RIVAL != RIVAL_TRUNCATE)
		__check(inode.i_data.i_pages.entry[0] == entry, "", "an entry is what it was when writeback is done with it");
}
