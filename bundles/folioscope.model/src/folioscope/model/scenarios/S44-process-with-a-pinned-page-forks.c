/* scenario: S44 a process forks while one of its pages is pinned
 * asks: does the pinned page stay the parent's alone, with as many references as before?
 * types: NORMAL
 * kernels: 5.19..
 * threads: parent
 */
struct page *page;
struct page *got[1];

void setup(void)
{
	mmap_anonymous(&vma, &mm, 2);
	page = map_ram_page(&vma, 1);
	good_path = 1;
}

void parent(void)
{
	pin_user_pages(1, 1, FOLL_WRITE, got);
	dup_mmap(&child_vma, &vma, &child_mm);
	__check(pte_none(child_mm.pte[1]), "", "a pinned page is not shared with a child");
	__check(pte_write(mm.pte[1]), "", "a pinned page stays writable where it is mapped");
	__check(page_mapcount(page) == 1, "", "a page counts its mappings");
	unpin_user_page(got[0]);
	__check(page_ref_count(page) == 1, "leak", "what is taken is given back");
	copy_page_range(&child_vma, &vma);
	__check(page_ref_count(page) == 2, "underflow", "a page has a reference for each entry, and no other");
	unmap_region(&vma);
	unmap_region(&child_vma);
	__check(page_ref_count(page) == 0, "leak", "a page that nobody maps any more goes back to the page allocator");
}
