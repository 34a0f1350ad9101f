/* scenario: S58b amdkfd takes a page that the CPU can use where it is back to RAM
 * asks: does it come back once, and is no page taken that belongs to another device?
 * types: COHERENT
 * kernels: 6.0..
 * params: FOREIGN = 0, 1
 * threads: taker
 */
/* Whether the page belongs to another device than the one that takes its pages back. */
int FOREIGN;
int before;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	svm_range.svm_bo = &svm_range;
	if (!FOREIGN)
		pgmap.owner = svm_range.svm_bo;
	DRIVER = DRIVER_AMDKFD;
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
	before = mm.pte[0];
	good_path = 1;
}

void taker(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	svm_migrate_vma_to_ram(&svm_range, &vma, 0, 1, 0, NULL);
#else
	svm_migrate_vma_to_ram(&svm_range, &vma, 0, 1, 0);
#endif
	__check((mm.pte[0] == before) == FOREIGN, "migrate-fail", "a driver moves its own pages, and no others");
	__check(page_out[0] == FOREIGN, "leak", "the driver gets a page back that nobody holds any more");
	__check(!PageLocked(&pages[0]) && !PageLocked(&pages[4]), "", "nobody keeps a page locked");
}

void end(void)
{
	unmap_region(&vma);
	__check(!page_out[0], "leak", "the driver gets a page back that nobody holds any more");
	__check(pages[4]._refcount.counter == 0, "leak",
		"a page of RAM that nobody maps any more goes back to the page allocator");
}
