/*
 * Heads, tails, folios and the few page flags that matter.
 * source: include/linux/page-flags.h v4.5..v7.3
 */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 18, 0)
#define page_flags(page) ((page)->flags.f)
#else
#define page_flags(page) ((page)->flags)
#endif

/* Whether what a page keeps in that place is its head, and no pgmap. */
static int __is_head(struct page *head)
{
	return head >= &pages[0] && head < &pages[NR_PAGES];
}

struct page *compound_head(struct page *page)
{
	struct page *head = page->compound_head;

	if (__is_head(head))
		return head;
	return page;
}

struct folio *page_folio(struct page *page)
{
	struct page *head = page->compound_head;

	if (__is_head(head))
		return (struct folio *)head;
	return (struct folio *)page;
}

struct page *folio_page(struct folio *folio, int n)
{
	return &folio->page + n;
}

int PageTail(struct page *page)
{
	return __is_head(page->compound_head);
}

int PageHead(struct page *page)
{
	return page_flags(page) & PG_head;
}

int PageCompound(struct page *page)
{
	return __is_head(page->compound_head) || (page_flags(page) & PG_head);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* Only a head has an order; what the page had as one before says nothing. source: v6.19..v7.3 */
int folio_order(struct folio *folio)
{
	if (!(page_flags(folio) & PG_head))
		return 0;
	return folio->_order;
}

bool folio_test_large(struct folio *folio)
{
	return (page_flags(folio) & PG_head) != 0;
}

bool folio_has_pincount(struct folio *folio)
{
	return folio_order(folio) > 1;
}

int folio_nr_pages(struct folio *folio)
{
	return 1 << folio_order(folio);
}

int compound_order(struct page *page)
{
	return folio_order((struct folio *)page);
}

int compound_nr(struct page *page)
{
	return 1 << folio_order((struct folio *)page);
}
#else
bool folio_test_large(struct folio *folio)
{
	return folio->_order > 0;
}

bool folio_has_pincount(struct folio *folio)
{
	return folio->_order > 1;
}

int folio_order(struct folio *folio)
{
	return folio->_order;
}

int folio_nr_pages(struct folio *folio)
{
	return 1 << folio->_order;
}

int compound_order(struct page *page)
{
	return page->_order;
}

int compound_nr(struct page *page)
{
	return 1 << page->_order;
}
#endif

void set_compound_head(struct page *page, struct page *head)
{
	page->compound_head = head;
}

void clear_compound_head(struct page *page)
{
	page->compound_head = 0;
}

void __SetPageHead(struct page *page)
{
	page_flags(page) |= PG_head;
}

void ClearPageHead(struct page *page)
{
	page_flags(page) &= ~PG_head;
}

void __SetPageReserved(struct page *page)
{
	page_flags(page) |= PG_reserved;
}

int PageAnon(struct page *page)
{
	return page->mapping == PAGE_MAPPING_ANON;
}

bool folio_test_anon(struct folio *folio)
{
	return folio->mapping == PAGE_MAPPING_ANON;
}

/* Flags that the life of a page does not depend on. */
void __ClearPageWaiters(struct page *page) { }
void __ClearPageActive(struct page *page) { }
void __folio_clear_active(struct folio *folio) { }

int PageAnonExclusive(struct page *page)
{
	return page_flags(page) & PG_anon_exclusive;
}

void SetPageAnonExclusive(struct page *page)
{
	page_flags(page) |= PG_anon_exclusive;
}

void __ClearPageAnonExclusive(struct page *page)
{
	page_flags(page) &= ~PG_anon_exclusive;
}

void ClearPageAnonExclusive(struct page *page)
{
	page_flags(page) &= ~PG_anon_exclusive;
}

/* The page lock. source: include/linux/pagemap.h */
void lock_page(struct page *page)
{
	__lock(&compound_head(page)->lock);
}

int trylock_page(struct page *page)
{
	return __trylock(&compound_head(page)->lock);
}

void unlock_page(struct page *page)
{
	__unlock(&compound_head(page)->lock);
}

void folio_lock(struct folio *folio)
{
	__lock(&folio->lock);
}

bool folio_trylock(struct folio *folio)
{
	return __trylock(&folio->lock);
}

void folio_unlock(struct folio *folio)
{
	__unlock(&folio->lock);
}

bool folio_test_locked(struct folio *folio)
{
	return folio->lock != 0;
}

int PageLocked(struct page *page)
{
	return compound_head(page)->lock != 0;
}
