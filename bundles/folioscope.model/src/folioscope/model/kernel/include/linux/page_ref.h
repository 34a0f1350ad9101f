/*
 * The count of a page. None of these asserts but the test for zero that get_page() makes; a count below zero is an
 * error wherever it happens.
 * source: include/linux/page_ref.h v4.6..v7.3 (the folio_ forms from v5.16)
 */

int page_ref_count(struct page *page)
{
	return page->_refcount.counter;
}

int folio_ref_count(struct folio *folio)
{
	return folio->_refcount.counter;
}

int page_count(struct page *page)
{
	return compound_head(page)->_refcount.counter;
}

void set_page_count(struct page *page, int v)
{
	page->_refcount.counter = v;
}

void folio_set_count(struct folio *folio, int v)
{
	folio->_refcount.counter = v;
}

void init_page_count(struct page *page)
{
	set_page_count(page, 1);
}

/* The allocator's hand-out: the count goes from 0 to 1. source: mm/internal.h */
void set_page_refcounted(struct page *page)
{
	set_page_count(page, 1);
}

void page_ref_add(struct page *page, int nr)
{
	__add_return(&page->_refcount.counter, nr);
}

void folio_ref_add(struct folio *folio, int nr)
{
	__add_return(&folio->_refcount.counter, nr);
}

void page_ref_inc(struct page *page)
{
	__add_return(&page->_refcount.counter, 1);
}

void folio_ref_inc(struct folio *folio)
{
	__add_return(&folio->_refcount.counter, 1);
}

int page_ref_inc_return(struct page *page)
{
	return __add_return(&page->_refcount.counter, 1);
}

/* Every way down goes through here: where records are kept, the count that the last one left is kept too. */
static int __ref_sub(int *count, int nr)
{
	int left;

	left = __add_return(count, -nr);
	if (misuse)
		__check(left >= 0, "", "a reference is dropped that nobody holds");
	else
		__check(left >= 0, "underflow", "a reference is dropped that nobody holds");
	if (record_puts)
		last_put = left;
	return left;
}

int page_ref_sub_return(struct page *page, int nr)
{
	return __ref_sub(&page->_refcount.counter, nr);
}

int folio_ref_sub_return(struct folio *folio, int nr)
{
	return __ref_sub(&folio->_refcount.counter, nr);
}

int page_ref_dec_return(struct page *page)
{
	return __ref_sub(&page->_refcount.counter, 1);
}

int folio_ref_dec_return(struct folio *folio)
{
	return __ref_sub(&folio->_refcount.counter, 1);
}

void page_ref_sub(struct page *page, int nr)
{
	__ref_sub(&page->_refcount.counter, nr);
}

void folio_ref_sub(struct folio *folio, int nr)
{
	__ref_sub(&folio->_refcount.counter, nr);
}

void page_ref_dec(struct page *page)
{
	__ref_sub(&page->_refcount.counter, 1);
}

void folio_ref_dec(struct folio *folio)
{
	__ref_sub(&folio->_refcount.counter, 1);
}

int page_ref_sub_and_test(struct page *page, int nr)
{
	return __ref_sub(&page->_refcount.counter, nr) == 0;
}

int folio_ref_sub_and_test(struct folio *folio, int nr)
{
	return __ref_sub(&folio->_refcount.counter, nr) == 0;
}

int page_ref_dec_and_test(struct page *page)
{
	return __ref_sub(&page->_refcount.counter, 1) == 0;
}

int folio_ref_dec_and_test(struct folio *folio)
{
	return __ref_sub(&folio->_refcount.counter, 1) == 0;
}

/* Adds nr unless the count is u. */
bool page_ref_add_unless(struct page *page, int nr, int u)
{
	return atomic_add_unless(&page->_refcount, nr, u);
}

bool folio_ref_add_unless(struct folio *folio, int nr, int u)
{
	return atomic_add_unless(&folio->_refcount, nr, u);
}

/* A speculative reference: fails on a page that is free in the sense of the page allocator. */
bool folio_try_get(struct folio *folio)
{
	return folio_ref_add_unless(folio, 1, 0);
}

bool folio_ref_try_add(struct folio *folio, int count)
{
	return folio_ref_add_unless(folio, count, 0);
}

bool folio_ref_try_add_rcu(struct folio *folio, int count)
{
	return folio_ref_add_unless(folio, count, 0);
}

int page_cache_get_speculative(struct page *page)
{
	return page_ref_add_unless(page, 1, 0);
}

int page_cache_add_speculative(struct page *page, int count)
{
	return page_ref_add_unless(page, count, 0);
}

/* Takes the count to 0 if it is exactly count. */
int page_ref_freeze(struct page *page, int count)
{
	return __cmpxchg(&page->_refcount.counter, count, 0) == count;
}

int folio_ref_freeze(struct folio *folio, int count)
{
	return __cmpxchg(&folio->_refcount.counter, count, 0) == count;
}

void page_ref_unfreeze(struct page *page, int count)
{
	page->_refcount.counter = count;
}

void folio_ref_unfreeze(struct folio *folio, int count)
{
	folio->_refcount.counter = count;
}
