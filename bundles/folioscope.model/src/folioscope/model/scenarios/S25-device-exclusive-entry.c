/* scenario: S25 a device gets a page of a process for itself, while the process forks and touches it
 * asks: do the entries, whatever kind they are, hold one reference each?
 * types: NORMAL
 * kernels: 5.14..
 * threads: driver, process, cpu
 */
struct page *page;
int got;

void setup(void)
{
	mmap_anonymous(&vma, &mm, 1);
	page = map_ram_page(&vma, 0);
	good_path = 1;
}

/* The driver sets up its device with the page locked; then the CPU may have it back. */
void driver(void)
{
	__lock(&mm.mmap_lock);
	got = device_exclusive_page(0);
	__unlock(&mm.mmap_lock);
	if (!got)
		return;
	__observe("mappings_while_exclusive", page_mapcount(page));
	unlock_page(page);
	put_page(page);
}

void process(void)
{
	__lock(&mm.mmap_lock);
	dup_mmap(&child_vma, &vma, &child_mm);
	__unlock(&mm.mmap_lock);
	if (child_mm.pte[0])
		__observe("forked", 1);
}

/* Another thread of the process. */
void cpu(void)
{
	handle_pte_fault(&vma, 0);
}

static int entries(void)
{
	return !pte_none(mm.pte[0]) + !pte_none(child_mm.pte[0]);
}

void end(void)
{
	if (page_ref_count(page) > entries())
		__check(0, "leak", "a page has a reference for each entry, and no other");
	__check(page_ref_count(page) == entries(), "underflow", "a page has a reference for each entry, and no other");
	if (pte_present(mm.pte[0]))
		__check(page_mapcount(page) == entries(), "", "a page that is mapped again counts its mappings");
	unmap_region(&vma);
	if (!pte_none(child_mm.pte[0]))
		unmap_region(&child_vma);
	__check(page_ref_count(page) == 0, "leak", "a page that nobody maps any more goes back to the page allocator");
	__check(page->_mapcount.counter == -1, "", "a page that is no longer mapped has no mappings");
}
