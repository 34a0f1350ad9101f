/* scenario: S37 a file is written to where it has a hole, while two processes read there through their mappings
 * asks: do the write and the faults wait for each other's lock of the entry, and is each entry counted once?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_XFS
 * threads: writer, reader, other_reader
 */
void setup(void)
{
	setup_file(0, 2);
	inode.i_block[0] = 0;
	inode.i_block[1] = 0;
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	mmap_file(&child_vma, &child_mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	__fault_file(&vma, 0, 0, 0);
	good_path = 1;
}

/* The new blocks are those of a copy: readers do not see them before the write is over. */
void writer(void)
{
	write_file(0, 1);
}

void reader(void)
{
	__fault_file(&vma, 1, 0, 0);
}

void other_reader(void)
{
	__fault_file(&child_vma, 1, 0, 0);
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
	__observe("entries", entries);
}
