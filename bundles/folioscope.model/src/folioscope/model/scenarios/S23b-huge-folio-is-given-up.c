/* scenario: S23b a file gives up a huge page
 * asks: are single pages left that remember nothing?
 * types: FS_DAX
 * kernels: 4.19..
 * params: FS = FS_EXT4
 * threads: process
 */
void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, PMD_ORDER);
	good_path = 1;
}

void process(void)
{
	int i;

	truncate_file();
	for (i = 0; i < 2; i++) {
		__check(pages[i].mapping == NULL, "stale-state", "a page that no file has belongs to no file");
		__check(pages[i]._order == 0, "stale-state", "what was a huge page is single pages again");
		__check(pages[i].pgmap == &pgmap && !PageTail(&pages[i]), "stale-state", "each single page knows its pgmap");
	}
}
