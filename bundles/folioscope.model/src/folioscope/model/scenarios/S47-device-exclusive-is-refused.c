/* scenario: S47 a device wants a page of a process for itself that it may not have
 * asks: does it go away from the page as it found it, locked by nobody and not held?
 * types: NORMAL
 * kernels: 5.14..
 * params: UNMAPS = 0, 1
 * threads: driver, process
 */
/* Whether the process, which works on the page, unmaps it as well. */
int UNMAPS;
struct page *page;
int got;

void setup(void)
{
	mmap_anonymous(&vma, &mm, 2);
	page = map_ram_page(&vma, 1);
	misuse = 1;
}

static int ask(void)
{
	int has;

	__lock(&mm.mmap_lock);
	has = device_exclusive_page(1);
	__unlock(&mm.mmap_lock);
	return has;
}

static void give_back(void)
{
	unlock_page(page);
	put_page(page);
}

void driver(void)
{
	got = ask();
	__observe("exclusive", got);
	if (got)
		give_back();
}

void process(void)
{
	lock_page(page);
	if (UNMAPS)
		zap_page_range_single(&vma, 1, 1);
	unlock_page(page);
}

void end(void)
{
	__check(!PageLocked(page), "", "nobody has the page locked any more");
	__check(page_ref_count(page) == !pte_none(mm.pte[1]), "leak", "a page has a reference for each entry, and no other");
	if (UNMAPS) {
		__check(!ask(), "", "a page that is not mapped is nobody's");
		return;
	}
	handle_pte_fault(&vma, 1);
	__observe("entry", mm.pte[1]);
	__observe("mappings", page_mapcount(page));
	mm.pte[1] = pte_wrprotect(mm.pte[1]);
	__check(!ask(), "", "a page that is not writable is not given to a device");
	mm.pte[1] = pte_mkwrite(mm.pte[1], &vma);
	page->mapping = &inode.i_data;
	__check(!ask(), "", "a page of a file is not given to a device");
	__check(page_ref_count(page) == 1 && !PageLocked(page), "leak", "who is refused keeps nothing");
	page->mapping = PAGE_MAPPING_ANON;
	if (ask()) {
		__observe("entry_while_exclusive", mm.pte[1]);
		give_back();
	}
	unmap_region(&vma);
	__check(page_ref_count(page) == 0, "leak", "a page that nobody maps any more goes back to the page allocator");
}
