/* scenario: S43 a large folio of RAM that PTEs map is taken and pinned by its second page
 * asks: are all references and pins counted at its head, and given back there?
 * types: NORMAL
 * kernels: 5.1..
 * params: COUNT = 2, 0, -1
 * threads: user
 */
/* How often the folio is referenced; less than 2 is an error of somebody else. */
int COUNT;
struct page *head;
struct page *got[2];

void setup(void)
{
	misuse = 1;
	head = alloc_page(GFP_KERNEL);
	alloc_page(GFP_KERNEL);
	prep_compound_page(head, PMD_ORDER);
	mmap_anonymous(&vma, &mm, 2);
	head->mapping = PAGE_MAPPING_ANON;
	head->_mapcount.counter = 1;
	set_page_count(head, COUNT);
	set_page_count(head + 1, 0);
	mm.pte[0] = mk_pte(head, _PAGE_RW);
	mm.pte[1] = mk_pte(head + 1, 0);
}

static void seen(void)
{
	__observe("count", page_ref_count(head));
	__observe("pins", head->_pincount.counter);
	__observe("count_of_tail", page_ref_count(head + 1));
}

static void get(void)
{
	if (get_user_pages(1, 1, 0, got) == 1) {
		__check(got[0] == head + 1, "", "the page is the one that is mapped there");
		seen();
		put_page(got[0]);
	}
	if (get_user_pages_fast(1, 1, FOLL_FAST_ONLY, got) == 1) {
		__check(got[0] == head + 1, "", "the page is the one that is mapped there");
		seen();
		put_page(got[0]);
	}
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
static void pin(void)
{
	if (pin_user_pages(1, 1, 0, got) == 1) {
		seen();
		__observe("pinned", page_maybe_dma_pinned(head + 1));
		unpin_user_page(got[0]);
		seen();
	}
	if (pin_user_pages_fast(1, 1, FOLL_FAST_ONLY, got) == 1) {
		seen();
		unpin_user_page(got[0]);
		seen();
	}
}
#endif

void user(void)
{
	get();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	pin();
#endif
	if (COUNT < 2)
		return;
	/* What it may not have: a page to write to, a page of nobody, what the area does not have, what has no page. */
	get_user_pages(1, 1, FOLL_WRITE, got);
	get_user_pages_fast(1, 1, FOLL_WRITE, got);
	get_user_pages_fast(0, 1, FOLL_WRITE, got);
	put_page(got[0]);
	mm.pte[1] = 0;
	get_user_pages(1, 1, 0, got);
	get_user_pages_fast(1, 1, 0, got);
	get_user_pages_fast(1, 1, FOLL_FAST_ONLY, got);
	mm.pte[1] = pte_mkspecial(pfn_pte(6, 0));
	get_user_pages(1, 1, 0, got);
	get_user_pages_fast(1, 1, FOLL_FAST_ONLY, got);
	vma.vm_flags |= VM_PFNMAP;
	get_user_pages(0, 1, 0, got);
	__check(page_ref_count(head) == COUNT, "leak", "what is taken is given back");
}
