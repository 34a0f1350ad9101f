/* scenario: S38 a driver hands out pages for an area until it has none
 * asks: is each page locked and without its former user's data, and does each get the rights of the page that it replaces?
 * types: PRIVATE
 * kernels: 5.8..
 * params: DRIVER = DRIVER_TEST_HMM, DRIVER_NOUVEAU, DRIVER_AMDKFD, DRIVER_UVMEM
 * threads: driver
 */
struct migrate_vma args;
struct migrate_pfns pfns;
struct dmirror_device former_user;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	good_path = 1;
	args.vma = &vma;
	args.end = 2;
}

static void copy_to_device(int first, int second)
{
	pfns.src[0] = first;
	pfns.src[1] = second;
	pfns.dst[0] = 0;
	pfns.dst[1] = 0;
	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
	dmirror_migrate_alloc_and_copy(&args, &dmirror_device);
}

void driver(void)
{
	struct page *page;

	svm_range.svm_bo = &svm_range;
	if (DRIVER != DRIVER_TEST_HMM)
		pages[0].zone_device_data = &former_user;
	copy_to_device(0, MIGRATE_PFN_MIGRATE | MIGRATE_PFN_WRITE);
	page = migrate_pfn_to_page(pfns.dst[1]);
	__check(page == &pages[0] && !pfns.dst[0], "", "a page is handed out for what is to move, and for nothing else");
	__check(PageLocked(page), "", "a page is locked when it is handed out");
	__observe("data", page->zone_device_data == &former_user ? 2 : page->zone_device_data != NULL);
	__check(pfns.dst[1] & MIGRATE_PFN_WRITE, "", "what replaces a writable page is writable");
	if (DRIVER == DRIVER_TEST_HMM) {
		copy_to_device(MIGRATE_PFN_MIGRATE, 0);
		__check(!pfns.dst[0], "", "a driver without a page hands out none");
	}
	pfns.src[1] = migrate_pfn(0) | MIGRATE_PFN_MIGRATE;
	pfns.src[0] = migrate_pfn(0) | MIGRATE_PFN_MIGRATE | MIGRATE_PFN_WRITE;
	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
	dmirror_devmem_fault_alloc_and_copy(&args, &dmirror_device);
	__check(pfns.dst[0] & MIGRATE_PFN_WRITE, "", "what replaces a writable page is writable");
	__check(!(pfns.dst[1] & MIGRATE_PFN_WRITE), "", "what replaces a page that is not writable is not");
	unlock_page(page);
	put_page(page);
	__check(!page_out[0], "leak", "the driver gets its page back");
}
