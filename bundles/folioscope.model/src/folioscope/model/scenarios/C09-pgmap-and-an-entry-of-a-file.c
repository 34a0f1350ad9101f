/* scenario: C09 a page gets an entry in a file and loses it again
 * asks: does the entry hold the pgmap?
 * types: FS_DAX
 * kernels: 4.18..
 * params: ORDER = 0, 1
 * threads: process
 * when pgmap_refs_of_an_entry becomes 1: pgmap-ref-on-entry "an entry of a file holds a reference to the pgmap of its {type} page"
 * when pgmap_refs_of_an_entry becomes 2: pgmap-ref-on-entry "an entry of a file holds a reference to the pgmap for each of its {type} pages"
 */
int ORDER;

void setup(void)
{
	FS = FS_EXT4;
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
}

void process(void)
{
	int refs = pgmap_refs(&pgmap);

	fault_file(&vma, 0, FAULT_FLAG_WRITE, ORDER);
	__observe("pgmap_refs_of_an_entry", pgmap_refs(&pgmap) - refs);
	truncate_file();
	if (pgmap_refs(&pgmap) > refs)
		__check(0, "pgmap-ref-leak", "a file without entries does not hold the pgmap");
	__check(pgmap_refs(&pgmap) == refs, "underflow", "an entry lets go of no more pgmap references than it had");
}
