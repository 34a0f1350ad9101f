/* scenario: S43b a large folio of RAM falls apart while its second page is pinned without a lock
 * asks: does a pin that came upon the old head give it back there and go to the page itself?
 * types: NORMAL
 * kernels: 5.18..
 * params: PIN = 0, 1
 * threads: user, splitter
 */
int PIN;
struct page *head;
struct page *got[2];

void setup(void)
{
	misuse = 1;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	/* A device is up whose pages are looked at as they are put. */
	static_branch_inc(&devmap_managed_key);
#endif
	head = alloc_page(GFP_KERNEL);
	alloc_page(GFP_KERNEL);
	prep_compound_page(head, PMD_ORDER);
	mmap_anonymous(&vma, &mm, 2);
	head->mapping = PAGE_MAPPING_ANON;
	head->_mapcount.counter = 1;
	set_page_count(head, 2);
	set_page_count(head + 1, 0);
	mm.pte[0] = mk_pte(head, _PAGE_RW);
	mm.pte[1] = mk_pte(head + 1, _PAGE_RW);
}

void user(void)
{
	if (PIN && pin_user_pages_fast(1, 1, FOLL_FAST_ONLY, got) == 1) {
		__observe("pinned", 1);
		unpin_user_page(got[0]);
	} else if (!PIN && get_user_pages_fast(1, 1, FOLL_FAST_ONLY, got) == 1) {
		__observe("got", 1);
		put_page(got[0]);
	}
}

/* Nobody else has it: each page gets the reference of its own entry. */
void splitter(void)
{
	if (!page_ref_freeze(head, 2))
		return;
	__observe("split", 1);
	ClearPageHead(head);
	head->_order = 0;
	clear_compound_head(head + 1);
	(head + 1)->_order = 0;
	page_ref_unfreeze(head, 1);
	page_ref_unfreeze(head + 1, 1);
}

void end(void)
{
	if (PageHead(head))
		__check(page_ref_count(head) == 2, "leak", "what is taken is given back");
	else
		__check(page_ref_count(head) == 1 && page_ref_count(head + 1) == 1, "leak",
			"what is taken is given back where it was taken");
	__check(head->_pincount.counter == 0, "leak", "what is pinned is given back");
}
