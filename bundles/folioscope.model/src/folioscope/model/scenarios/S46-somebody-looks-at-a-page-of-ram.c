/* scenario: S46 same-page merging, move_pages() and others look at a page of RAM, and at what has no page
 * asks: do they give back the reference they took to look, and take none where nothing is?
 * types: NORMAL
 * kernels: 5.12..6.1
 * threads: looker
 */
struct page *page;

void setup(void)
{
	mmap_anonymous(&vma, &mm, 2);
	page = map_ram_page(&vma, 1);
	misuse = 1;
}

/* Nothing is mapped at the first address, or the zero page; the page at the second. */
static void look(void)
{
	struct rmap_item item;
	struct page *found;

	break_ksm(&vma, 0);
	break_ksm(&vma, 1);
	__observe("count", page_ref_count(page));
	item.address = 0;
	get_mergeable_page(&item);
	item.address = 1;
	found = get_mergeable_page(&item);
	__observe("mergeable", found == page);
	__observe("count_of_mergeable", page_ref_count(page));
	if (found)
		put_page(found);
	add_page_for_migration(&mm, 0, 1);
	add_page_for_migration(&mm, 1, 1);
	add_page_for_migration(&mm, 1, 0);
	__observe("count", page_ref_count(page));
	do_pages_stat_array(&mm, 2);
	__observe("count", page_ref_count(page));
	split_huge_pages_pid(1, 0, 2);
	__check(page_ref_count(page) == 1, "leak", "who looks at a page gives back the reference he took for it");
}

void looker(void)
{
	look();
	mm.pte[0] = pte_mkspecial(pfn_pte(6, 0));
	look();
	mm.pte[0] = 0;
	page->mapping = &inode.i_data;
	look();
}
