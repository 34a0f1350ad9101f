/* scenario: S48 a range is to move of which not every page can, or for which the driver offers what does not do
 * asks: does each page move or stay whole, with as many references as before and locked by nobody?
 * types: PRIVATE, PUBLIC, COHERENT
 * kernels: 4.14..
 * params: PAGES = SINGLE, LARGE
 * threads: driver
 */
enum { SINGLE = 0, LARGE = 1 };

/* Whether the process has single pages of RAM, or a large folio that two PTEs map. */
int PAGES;
struct page *ram;
struct page *other_ram;
int refs_at_rest;

/* The last device page is one of another device, which a process maps by its file. */
void setup(void)
{
	int i;

	pgmap.range.end = 2;
	pgmap.nr_range = 1;
	pgmap_up();
	pages[3].zone = ZONE_DEVICE;
	pages[3].pgmap = &other_pgmap;
	pages[3].mapping = NULL;
	other_pgmap.type = MEMORY_DEVICE_GENERIC;
	set_page_count(&pages[3], 2);
	for (i = 0; i < 7; i++)
		pages[i]._mapcount.counter = -1;
	refs_at_rest = pgmap_refs(&pgmap);
	misuse = 1;
	mmap_anonymous(&vma, &mm, 2);
	ram = map_ram_page(&vma, 0);
	if (PAGES == LARGE) {
		other_ram = alloc_page(GFP_KERNEL);
		prep_compound_page(ram, PMD_ORDER);
		ram->_mapcount.counter = 1;
		set_page_count(ram, 2);
		set_page_count(other_ram, 0);
		mm.pte[1] = mk_pte(other_ram, _PAGE_RW);
	}
}

/* A new home, as the driver has it: locked and held. */
static struct page *ram_home(struct page *page)
{
	set_page_count(page, 1);
	page->_mapcount.counter = -1;
	lock_page(page);
	return page;
}

static void offer(unsigned long *dst, unsigned long src, struct page *page)
{
	*dst = 0;
	if (!page)
		return;
	if (src & MIGRATE_PFN_MIGRATE) {
		*dst = migrate_pfn(page_to_pfn(page));
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 16, 0)
		*dst |= MIGRATE_PFN_LOCKED;
#endif
		return;
	}
	unlock_page(page);
	put_page(page);
}

/* Both addresses, for each of which the driver has a page or none. */
static void move(int flags, struct page *first, struct page *second)
{
	struct migrate_vma args = { 0 };
	struct migrate_pfns pfns;

	args.vma = &vma;
	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
	args.start = 0;
	args.end = 2;
	args.cpages = 7;
	args.pgmap_owner = &dmirror_device;
	args.flags = flags;
	migrate_vma_setup(&args);
	__observe("collected", args.cpages);
	__observe("source", pfns.src[0]);
	__observe("other_source", pfns.src[1]);
	offer(&pfns.dst[0], pfns.src[0], first);
	offer(&pfns.dst[1], pfns.src[1], second);
	migrate_vma_pages(&args);
	__observe("moves", pfns.src[0] & MIGRATE_PFN_MIGRATE);
	__observe("other_moves", pfns.src[1] & MIGRATE_PFN_MIGRATE);
	migrate_vma_finalize(&args);
	__observe("entry", mm.pte[0]);
	__observe("other_entry", mm.pte[1]);
}

/* To the device. */
static void out(struct page *first, struct page *second)
{
	move(MIGRATE_VMA_SELECT_SYSTEM, first, second);
}

/* And back. */
static void back(struct page *first, struct page *second)
{
	move(PGMAP_TYPE == MEMORY_DEVICE_COHERENT ? MIGRATE_VMA_SELECT_DEVICE_COHERENT : MIGRATE_VMA_SELECT_DEVICE_PRIVATE,
		first, second);
}

static void single(void)
{
	void *owner = pgmap.owner;

	/* Somebody holds the page, and nothing is mapped beside it; then somebody has it locked. */
	get_page(ram);
	out(driver_alloc_page(), driver_alloc_page());
	put_page(ram);
	lock_page(ram);
	out(NULL, NULL);
	unlock_page(ram);
	/* Only what is on the device is to come back; not to another driver. */
	pgmap.owner = &other_pgmap;
	back(NULL, NULL);
	pgmap.owner = owner;
	other_ram = alloc_page(GFP_KERNEL);
	lock_page(other_ram);
	back(NULL, other_ram);
	/* Of two pages one is held, then the other. */
	get_page(ram);
	out(NULL, driver_alloc_page());
	put_page(ram);
	get_page(&pages[pte_pfn(mm.pte[1])]);
	out(driver_alloc_page(), NULL);
	put_page(&pages[pte_pfn(mm.pte[1])]);
	zap_page_range_single(&vma, 0, 2);
	/* Nothing is mapped: what is offered is a page of another device, or one for an area that is only read. */
	lock_page(&pages[3]);
	out(&pages[3], NULL);
	__observe("count_of_another_device", page_ref_count(&pages[3]));
	vma.vm_flags = VM_READ;
	out(ram_home(ram), driver_alloc_page());
	zap_page_range_single(&vma, 1, 1);
	vma.vm_flags = VM_READ | VM_WRITE | VM_MAYWRITE;
	out(NULL, ram_home(other_ram));
	/* A page that is mapped does not go to another device, nor one of a file to any. */
	set_page_count(&pages[3], 2);
	lock_page(&pages[3]);
	out(&pages[3], NULL);
	set_page_count(&pages[3], 1);
	other_ram->mapping = &inode.i_data;
	get_page(other_ram);
	out(NULL, driver_alloc_page());
	put_page(other_ram);
	zap_page_range_single(&vma, 1, 1);
	mm.pte[1] = pte_mkspecial(pfn_pte(6, 0));
	out(NULL, NULL);
	mm.pte[1] = 0;
}

void driver(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	struct migrate_vma args = { 0 };

	args.fault_page = ram;
	migrate_vma_setup(&args);
#endif
	if (PAGES == SINGLE) {
		single();
	} else {
		get_page(ram);
		out(driver_alloc_page(), driver_alloc_page());
		put_page(ram);
		out(driver_alloc_page(), driver_alloc_page());
		__observe("order", ram->_order);
	}
	unmap_region(&vma);
	__check(!PageLocked(ram) && !PageLocked(other_ram), "", "nobody has a page locked any more");
	__check(page_ref_count(ram) == 0 && page_ref_count(other_ram) == 0, "leak",
		"a page that nobody maps any more goes back to the page allocator");
	__check(!page_out[0] && !page_out[1] && !page_out[2], "leak", "the driver gets back what is not used");
	__check(pgmap_refs(&pgmap) == refs_at_rest, "pgmap-ref-leak", "a free page does not hold the pgmap");
}
