/* scenario: C11 references are taken and dropped in every way there is
 * asks: does each way change the count by what it says, and does the last reference free, or wake, whoever drops it?
 * types: FS_DAX, GENERIC
 * kernels: 4.14..
 * params: LAST = 0, 1
 * threads: user
 */
/* Whether the last references are dropped as well. */
int LAST;

struct page *ram;
struct page *both[2];

void setup(void)
{
	setup_file(0, 1);
	if (PGMAP_TYPE == MEMORY_DEVICE_GENERIC)
		pgmap.type = MEMORY_DEVICE_GENERIC;
	ram = alloc_page(GFP_KERNEL);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	/* The device of a file system is up as well. */
	static_branch_inc(&devmap_managed_key);
#endif
	pgmap_held_by_others();
	misuse = 1;
	record_puts = 1;
}

/* Ups and downs that leave a page with 9 references more than before. */
static void count(struct page *page)
{
	struct folio *folio = page_folio(page);
	int before = page_ref_count(page);

	page_ref_add(page, 20);
	folio_ref_add(folio, 7);
	page_ref_inc(page);
	folio_ref_inc(folio);
	page_ref_inc_return(page);
	page_ref_sub(page, 2);
	folio_ref_sub(folio, 3);
	page_ref_dec(page);
	folio_ref_dec(folio);
	page_ref_sub_return(page, 4);
	folio_ref_sub_return(folio, 5);
	page_ref_dec_return(page);
	folio_ref_dec_return(folio);
	page_ref_sub_and_test(page, 2);
	folio_ref_sub_and_test(folio, 2);
	page_ref_dec_and_test(page);
	folio_ref_dec_and_test(folio);
	page_ref_add_unless(page, 1, page_ref_count(page));
	folio_ref_add_unless(folio, 1, 0);
	get_page_unless_zero(page);
	folio_try_get(folio);
	folio_ref_try_add(folio, 2);
	folio_ref_try_add_rcu(folio, 1);
	page_cache_get_speculative(page);
	page_cache_add_speculative(page, 2);
	page_ref_freeze(page, 1000);
	folio_ref_freeze(folio, 1000);
	__check(page_ref_count(page) == before + 15, "", "ups and downs leave what they say");
	page_ref_freeze(page, page_ref_count(page));
	__check(page_ref_count(page) == 0, "", "a page whose count is frozen cannot be taken");
	get_page_unless_zero(page);
	folio_try_get(folio);
	page_ref_unfreeze(page, before + 12);
	__observe("count_unfrozen", page_ref_count(page) - before);
	folio_ref_freeze(folio, page_ref_count(page));
	folio_ref_unfreeze(folio, before + 9);
	__observe("count", page_ref_count(page) - before);
}

/* The counters beside it. */
static void counters(struct page *page)
{
	atomic_set(&page->_pincount, 3);
	atomic_add(4, &page->_pincount);
	atomic_sub(2, &page->_pincount);
	atomic_inc(&page->_pincount);
	atomic_dec_and_test(&page->_pincount);
	atomic_sub_and_test(5, &page->_pincount);
	atomic_inc_and_test(&page->_pincount);
	atomic_add_negative(-9, &page->_pincount);
	atomic_inc_return(&page->_pincount);
	atomic_dec_return(&page->_pincount);
	atomic_add_return(9, &page->_pincount);
	atomic_sub_return(1, &page->_pincount);
	atomic_inc_not_zero(&page->_pincount);
	atomic_read(&page->_pincount);
}

/* What put_page() and its relatives take away is what get_page() and its relatives have given. */
static void gets_and_puts(struct page *page)
{
	int before = page_ref_count(page);

	get_page(page);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
	try_get_page(page);
	put_page(page);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	folio_get(page_folio(page));
	folio_put(page_folio(page));
	folio_get(page_folio(page));
	folio_get(page_folio(page));
	folio_put_refs(page_folio(page), 2);
#endif
	put_page(page);
	__check(page_ref_count(page) == before, "", "as many references are dropped as were taken");
}

/* Many at once: of a page of RAM, and of one of the device. */
static void batches(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	struct folio_batch batch;
	int refs[2];

	batch.nr = 2;
	batch.folios[0] = page_folio(ram);
	batch.folios[1] = page_folio(&pages[0]);
	refs[0] = 2;
	refs[1] = 3;
	folios_put_refs(&batch, refs);
	__observe("left_in_batch", batch.nr);
	batch.nr = 2;
	folios_put(&batch);
#endif
	both[0] = ram;
	both[1] = &pages[0];
	release_pages(both, 2);
	__observe("ram_left", page_ref_count(ram));
	__observe("device_left", page_ref_count(&pages[0]));
}

void user(void)
{
	int i;

	count(ram);
	count(&pages[0]);
	counters(&pages[0]);
	gets_and_puts(ram);
	gets_and_puts(&pages[0]);
	batches();
	if (!LAST)
		return;
	while (page_ref_count(ram) > 2)
		put_page(ram);
	ram->memcg_data = 1;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	get_page(&pages[0]);
	both[0] = ram;
	release_pages(both, 1);
	{
		struct folio_batch batch;

		batch.nr = 2;
		batch.folios[0] = page_folio(&pages[0]);
		batch.folios[1] = page_folio(ram);
		folios_put(&batch);
	}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	folio_put_refs(page_folio(ram), 2);
#else
	put_page(ram);
	release_pages(&ram, 1);
#endif
	__observe("ram_is_free", page_ref_count(ram) == 0);
	set_page_refcounted(ram);
	__observe("ram_is_out_again", page_ref_count(ram) == 1);
	page_ref_add(ram, 2);
	page_ref_sub_and_test(ram, 2);
	folio_ref_add(page_folio(ram), 2);
	folio_ref_sub_and_test(page_folio(ram), 2);
	for (i = page_ref_count(&pages[0]); i > 2; i--)
		put_page(&pages[0]);
	put_page(&pages[0]);
	__observe("refs_of_pgmap", pgmap_refs(&pgmap));
}
