/*
 * Getting and putting a page.
 * source: include/linux/mm.h v4.5..v7.3
 */

struct page *pfn_to_page(int pfn)
{
	return &pages[pfn];
}

int page_to_pfn(struct page *page)
{
	return page - pages;
}

struct folio *pfn_folio(int pfn)
{
	return page_folio(pfn_to_page(pfn));
}

int folio_pfn(struct folio *folio)
{
	return &folio->page - pages;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
/* source: include/linux/mm.h v6.15..v7.3 */
static inline pmd_t folio_mk_pmd(struct folio *folio, pgprot_t pgprot)
{
	return pmd_mkhuge(pfn_pmd(folio_pfn(folio), pgprot));
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
/* source: include/linux/mm.h v6.17..v7.3 */
static inline pud_t folio_mk_pud(struct folio *folio, pgprot_t pgprot)
{
	return pud_mkhuge(pfn_pud(folio_pfn(folio), pgprot));
}
#endif

bool pfn_valid(int pfn)
{
	return pfn >= 0 && pfn < NR_PAGES;
}

enum zone_type page_zonenum(struct page *page)
{
	return page->zone;
}

int page_mapcount(struct page *page)
{
	return page->_mapcount.counter + 1;
}

int page_mapped(struct page *page)
{
	return page->_mapcount.counter >= 0;
}

int folio_mapcount(struct folio *folio)
{
	return folio->_mapcount.counter + 1;
}

bool folio_mapped(struct folio *folio)
{
	return folio->_mapcount.counter >= 0;
}

void page_mapcount_reset(struct page *page)
{
	page->_mapcount.counter = -1;
}

/*
 * Only get_page() and its relatives ask this, and with CONFIG_DEBUG_VM the kernel stops when the answer is yes; so
 * the model stops here, where it knows what that means.
 * source: v5.1.. (the kernel's test is one comparison that covers -127..0); before, get_page() tests for <= 0
 */
static int __get_on_zero(int count)
{
	if (count <= 0 && count >= -127) {
		if (CONFIG_DEBUG_VM) {
			if (misuse)
				__bug("", "a reference is taken on a page whose count is zero");
			__bug("bug-on-get-zero", "a reference is taken on a page whose count is zero");
		}
		return 1;
	}
	return 0;
}

static int page_ref_zero_or_close_to_overflow(struct page *page)
{
	return __get_on_zero(page_ref_count(page));
}

static int folio_ref_zero_or_close_to_overflow(struct folio *folio)
{
	return __get_on_zero(folio_ref_count(folio));
}

/* A put on a zero count: the kernel stops with CONFIG_DEBUG_VM, else the count goes below zero. */
static inline int put_page_testzero(struct page *page)
{
	if (CONFIG_DEBUG_VM && page_ref_count(page) == 0) {
		if (misuse)
			__bug("", "a reference is dropped on a page whose count is zero");
		__bug("underflow", "a reference is dropped on a page whose count is zero");
	}
	return page_ref_dec_and_test(page);
}

static inline int folio_put_testzero(struct folio *folio)
{
	return put_page_testzero(&folio->page);
}

/* Takes a reference unless the count is zero. */
static inline bool get_page_unless_zero(struct page *page)
{
	return page_ref_add_unless(page, 1, 0);
}

/*
 * devmap_managed_key: counts the pgmaps whose pages need a look at each put. static_branch_* are plain counters.
 * source: v4.14 (device_private_key), v4.18..v6.14
 */
int devmap_managed_key;

bool static_branch_unlikely(int *key) { return *key > 0; }
bool static_branch_likely(int *key) { return *key > 0; }
void static_branch_inc(int *key) { __add_return(key, 1); }
void static_branch_dec(int *key) { __add_return(key, -1); }
void static_branch_enable(int *key) { *key = 1; }
void static_branch_disable(int *key) { *key = 0; }

/* ---- v4.5..v4.11: every reference to a device page holds its pgmap as well. ---- */
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 12, 0)
/* source: kernel/memremap.c v4.5..v4.11 */
void get_zone_device_page(struct page *page)
{
	percpu_ref_get(page->pgmap->ref);
}

void put_zone_device_page(struct page *page)
{
	put_dev_pagemap(page->pgmap);
}

/* source: v4.5..v4.11 */
static inline void get_page(struct page *page)
{
	page = compound_head(page);
	VM_BUG_ON_PAGE(__get_on_zero(page_ref_count(page)), page);
	page_ref_inc(page);

	if (unlikely(is_zone_device_page(page)))
		get_zone_device_page(page);
}

static inline void put_page(struct page *page)
{
	page = compound_head(page);

	if (put_page_testzero(page))
		__put_page(page);

	if (unlikely(is_zone_device_page(page)))
		put_zone_device_page(page);
}

/* ---- v4.12..v5.17: struct page, with a look for the transition to 1 from v4.14 on. ---- */
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)

/* source: v4.12..v5.17 */
static inline void get_page(struct page *page)
{
	page = compound_head(page);
	VM_BUG_ON_PAGE(page_ref_zero_or_close_to_overflow(page), page);
	page_ref_inc(page);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(4, 18, 0)
/* source: v4.14..v4.17 */
static inline bool is_device_private_or_public_page(struct page *page)
{
	return is_zone_device_page(page) &&
		(page->pgmap->type == MEMORY_DEVICE_PRIVATE ||
		 page->pgmap->type == MEMORY_DEVICE_PUBLIC);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 6, 0)
/*
 * Drops one reference of a page whose last but one means something; says whether it did.
 * source: v4.18..v5.5 (PUBLIC until v5.2)
 */
static inline bool put_devmap_managed_page(struct page *page)
{
	if (!static_branch_unlikely(&devmap_managed_key))
		return false;
	if (!is_zone_device_page(page))
		return false;
	switch (page->pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
	case MEMORY_DEVICE_PUBLIC:
#endif
	case MEMORY_DEVICE_FS_DAX:
		__put_devmap_managed_page(page);
		return true;
	default:
		break;
	}
	return false;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
/* Drops one reference of a page that is free, or idle, at a count of 1; says whether it did. source: v5.17..v5.18-rc1 */
static inline bool put_devmap_managed_page(struct page *page)
{
	if (!static_branch_unlikely(&devmap_managed_key))
		return false;
	if (!is_zone_device_page(page))
		return false;
	return __put_devmap_managed_page(page);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/*
 * Whether the page is free, or idle, at a count of 1.
 * source: v5.6..v5.16
 */
static inline bool page_is_devmap_managed(struct page *page)
{
	if (!static_branch_unlikely(&devmap_managed_key))
		return false;
	if (!is_zone_device_page(page))
		return false;
	switch (page->pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_FS_DAX:
		return true;
	default:
		break;
	}
	return false;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
/* source: v5.16..v5.17; does not look at the type: a device page only gets here with put_page() */
static inline void folio_get(struct folio *folio)
{
	VM_BUG_ON_FOLIO(folio_ref_zero_or_close_to_overflow(folio), folio);
	folio_ref_inc(folio);
}

static inline void folio_put(struct folio *folio)
{
	if (folio_put_testzero(folio))
		__put_page(&folio->page);
}

static inline void folio_put_refs(struct folio *folio, int refs)
{
	if (folio_ref_sub_and_test(folio, refs))
		__put_page(&folio->page);
}

/* source: v5.16..v5.17 */
static inline void put_page(struct page *page)
{
	struct folio *folio = page_folio(page);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	if (put_devmap_managed_page(&folio->page))
		return;
#else
	if (page_is_devmap_managed(&folio->page)) {
		put_devmap_managed_page(&folio->page);
		return;
	}
#endif

	folio_put(folio);
}

#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/*
 * The count of a managed page is looked at for the transition to 1.
 * source: v5.6..v5.15
 */
static inline void put_page(struct page *page)
{
	page = compound_head(page);

	if (page_is_devmap_managed(page)) {
		put_devmap_managed_page(page);
		return;
	}

	if (put_page_testzero(page))
		__put_page(page);
}

#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
/* source: v4.18..v5.5 */
static inline void put_page(struct page *page)
{
	page = compound_head(page);

	if (put_devmap_managed_page(page))
		return;

	if (put_page_testzero(page))
		__put_page(page);
}

#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
/* source: v4.14..v4.17 */
static inline void put_page(struct page *page)
{
	page = compound_head(page);

	if (unlikely(is_device_private_or_public_page(page))) {
		put_zone_device_private_or_public_page(page);
		return;
	}

	if (put_page_testzero(page))
		__put_page(page);
}

#else
/* source: v4.12..v4.13 */
static inline void put_page(struct page *page)
{
	page = compound_head(page);

	if (put_page_testzero(page))
		__put_page(page);
}
#endif

/* ---- v5.18..: folios; only FS_DAX is looked at for the transition to 1, until v6.14. ---- */
#else

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
/* source: v5.18 */
static inline bool put_devmap_managed_page(struct page *page)
{
	if (!static_branch_unlikely(&devmap_managed_key))
		return false;
	if (!is_zone_device_page(page))
		return false;
	return __put_devmap_managed_page(page);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
/* source: v5.19..v6.9 */
static inline bool put_devmap_managed_page_refs(struct page *page, int refs)
{
	if (!static_branch_unlikely(&devmap_managed_key))
		return false;
	if (!is_zone_device_page(page))
		return false;
	return __put_devmap_managed_page_refs(page, refs);
}

static inline bool put_devmap_managed_page(struct page *page)
{
	return put_devmap_managed_page_refs(page, 1);
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
/* source: v6.10..v6.14 */
static inline bool put_devmap_managed_folio_refs(struct folio *folio, int refs)
{
	if (!static_branch_unlikely(&devmap_managed_key))
		return false;
	if (!folio_is_zone_device(folio))
		return false;
	return __put_devmap_managed_folio_refs(folio, refs);
}
#endif

static inline void folio_get(struct folio *folio)
{
	VM_BUG_ON_FOLIO(folio_ref_zero_or_close_to_overflow(folio), folio);
	folio_ref_inc(folio);
}

static inline void get_page(struct page *page)
{
	folio_get(page_folio(page));
}

/*
 * Drops one reference; the last one frees. Until v6.14 this has no look at FS_DAX: put_page() has.
 * source: v5.18..
 */
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
static inline void folio_put(struct folio *folio)
{
	if (folio_put_testzero(folio))
		__put_page(&folio->page);
}

static inline void folio_put_refs(struct folio *folio, int refs)
{
	if (folio_ref_sub_and_test(folio, refs))
		__put_page(&folio->page);
}
#else
static inline void folio_put(struct folio *folio)
{
	if (folio_put_testzero(folio))
		__folio_put(folio);
}

static inline void folio_put_refs(struct folio *folio, int refs)
{
	if (folio_ref_sub_and_test(folio, refs))
		__folio_put(folio);
}
#endif

static inline void put_page(struct page *page)
{
	struct folio *folio = page_folio(page);

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
	if (put_devmap_managed_page(&folio->page))
		return;
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
	if (put_devmap_managed_folio_refs(folio, 1))
		return;
#endif
	folio_put(folio);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
/* For GUP: a page whose count is zero is refused. source: v5.1.. (unused from v5.19 on) */
static inline bool try_get_page(struct page *page)
{
	page = compound_head(page);
	if (WARN_ON_ONCE(page_ref_count(page) <= 0))
		return false;
	page_ref_inc(page);
	return true;
}
#endif

/* How many references one pin is worth. */
enum { GUP_PIN_COUNTING_BIAS = 1024 };

/* source: v5.6..; the pins of a large folio are counted apart */
static inline bool page_maybe_dma_pinned(struct page *page)
{
	struct page *head = compound_head(page);

	if (head->_order > 1)
		return head->_pincount.counter > 0;
	return head->_refcount.counter >= GUP_PIN_COUNTING_BIAS;
}

static inline bool folio_maybe_dma_pinned(struct folio *folio)
{
	return page_maybe_dma_pinned(&folio->page);
}

/* GUP's flags: the numbers are the model's own. */
enum foll_flags {
	FOLL_WRITE = 1,
	FOLL_GET = 2,
	FOLL_PIN = 4,
	FOLL_LONGTERM = 8,
	FOLL_PCI_P2PDMA = 16,
	FOLL_FAST_ONLY = 32,
	FOLL_DUMP = 64,
	FOLL_FORCE = 128,
	FOLL_MIGRATION = 256,
	FOLL_REMOTE = 512,
};

/* Long-term pins must not keep what has to be moved. source: v6.0.. (before: is_longterm_pinnable_page) */
static inline bool folio_is_longterm_pinnable(struct folio *folio)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 217)
	if (folio_is_fsdax(folio))
		return false;
#endif
	if (folio_is_device_coherent(folio))
		return false;
	return true;
}

static inline bool is_longterm_pinnable_page(struct page *page)
{
	return folio_is_longterm_pinnable(page_folio(page));
}
