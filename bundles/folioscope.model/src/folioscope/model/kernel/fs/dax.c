/*
 * DAX entries: the page cache of a DAX file holds values (a page frame number and four bits), no pages.
 * source: fs/dax.c v4.18..v7.3
 */
#define XA_STATE(name, array, index) struct xa_state name; xas_init(&name, array, index)
#define XA_STATE_ORDER(name, array, index, order) struct xa_state name; xas_init_order(&name, array, index, order)
#define xas_for_each(xas, entry, max) \
	for (entry = xas_find(xas, max); entry; entry = xas_next_entry(xas, max))

enum {
	DAX_SHIFT = 4,
	DAX_LOCKED = 1,
	DAX_PMD = 2,
	DAX_ZERO_PAGE = 4,
	DAX_EMPTY = 8,
};

/* A PMD covers two pages here; PG_PMD_COLOUR is the part of an index within a PMD. */
enum { PG_PMD_NR = 2, PG_PMD_COLOUR = 1 };

enum { PAGECACHE_TAG_DIRTY = 0, PAGECACHE_TAG_TOWRITE = 2 };

/* A mapping whose writes wait until the file is safe on the device (MAP_SYNC), and what its fault says first. */
enum { VM_SYNC = 2048 };
enum { VM_FAULT_NEEDDSYNC = 8192 };

/* The entry a wider lookup trips over. */
enum { XA_RETRY_ENTRY = 1026 };

/* source: v5.13, modes of waking; all waiters wake up here, one by one they look again */
enum dax_wake_mode {
	WAKE_ALL,
	WAKE_NEXT,
};

struct exceptional_entry_key {
	struct xarray *xa;
	pgoff_t entry_start;
};

struct wait_exceptional_entry_queue {
	struct wait_queue_entry wait;
	struct exceptional_entry_key key;
};

static unsigned long dax_to_pfn(void *entry)
{
	return xa_to_value(entry) >> DAX_SHIFT;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
/* The folio of an entry; an entry without a page has none, and what comes back then is not to be touched. source: v6.15, 38607c62b34b */
static struct folio *dax_to_folio(void *entry)
{
	return page_folio(pfn_to_page(dax_to_pfn(entry)));
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static void *dax_make_entry(unsigned long pfn, unsigned long flags)
{
	return xa_mk_value(flags | (pfn << DAX_SHIFT));
}
#else
static void *dax_make_entry(pfn_t pfn, unsigned long flags)
{
	return xa_mk_value(flags | (pfn_t_to_pfn(pfn) << DAX_SHIFT));
}
#endif

static bool dax_is_locked(void *entry)
{
	return xa_to_value(entry) & DAX_LOCKED;
}

static unsigned int dax_entry_order(void *entry)
{
	if (xa_to_value(entry) & DAX_PMD)
		return PMD_ORDER;
	return 0;
}

static unsigned long dax_is_pmd_entry(void *entry)
{
	return xa_to_value(entry) & DAX_PMD;
}

static bool dax_is_pte_entry(void *entry)
{
	return !(xa_to_value(entry) & DAX_PMD);
}

static int dax_is_zero_entry(void *entry)
{
	return xa_to_value(entry) & DAX_ZERO_PAGE;
}

static int dax_is_empty_entry(void *entry)
{
	return xa_to_value(entry) & DAX_EMPTY;
}

static bool dax_is_conflict(void *entry)
{
	return entry == XA_RETRY_ENTRY;
}

/* The queue of those who wait for the lock of an entry: its slot's address. */
static wait_queue_head_t *dax_entry_waitqueue(struct xa_state *xas,
		void *entry, struct exceptional_entry_key *key)
{
	unsigned long index = xas->xa_index;

	if (dax_is_pmd_entry(entry))
		index &= ~PG_PMD_COLOUR;
	return &xas->xa->entry[index];
}

static void dax_wake_entry(struct xa_state *xas, void *entry,
			   enum dax_wake_mode mode)
{
	struct exceptional_entry_key key;
	wait_queue_head_t *wq;

	wq = dax_entry_waitqueue(xas, entry, &key);
	__wake(wq);
}

/* Find the entry under the state and wait until it is not locked. source: fs/dax.c v4.18..v7.3 (get_next_unlocked_entry from v6.15, 6be3e21d25ca) */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
static void *get_next_unlocked_entry(struct xa_state *xas, unsigned int order)
#else
static void *get_unlocked_entry(struct xa_state *xas, unsigned int order)
#endif
{
	void *entry;
	struct wait_exceptional_entry_queue ewait;
	wait_queue_head_t *wq;

	for (;;) {
		entry = xas_find_conflict(xas);
		if (!entry || WARN_ON_ONCE(!xa_is_value(entry)))
			return entry;
		if (dax_entry_order(entry) < order)
			return XA_RETRY_ENTRY;
		if (!dax_is_locked(entry))
			return entry;

		wq = dax_entry_waitqueue(xas, entry, &ewait.key);
		prepare_to_wait_exclusive(wq, &ewait.wait,
					  TASK_UNINTERRUPTIBLE);
		xas_unlock_irq(xas);
		xas_reset(xas);
		schedule();
		finish_wait(wq, &ewait.wait);
		xas_lock_irq(xas);
	}
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
/*
 * Wait until this very entry is not locked, within a walk. In v6.15 the walk is paused for the wait, so that the load
 * behind it looks at the next index; later it is reset and loads the same one.
 * source: fs/dax.c v6.15 6be3e21d25ca; v6.16 (Fixes: 6be3e21d25ca)
 */
static void *wait_entry_unlocked_exclusive(struct xa_state *xas, void *entry)
{
	struct wait_exceptional_entry_queue ewait;
	wait_queue_head_t *wq;

	while (unlikely(dax_is_locked(entry))) {
		wq = dax_entry_waitqueue(xas, entry, &ewait.key);
		prepare_to_wait_exclusive(wq, &ewait.wait,
					TASK_UNINTERRUPTIBLE);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 16, 0)
		xas_reset(xas);
#else
		xas_pause(xas);
#endif
		xas_unlock_irq(xas);
		schedule();
		finish_wait(wq, &ewait.wait);
		xas_lock_irq(xas);
		entry = xas_load(xas);
	}

	if (xa_is_internal(entry))
		return NULL;

	return entry;
}
#endif

/* Wait for an entry's lock, without a claim to it. source: fs/dax.c v4.20..v7.3 */
static void wait_entry_unlocked(struct xa_state *xas, void *entry)
{
	struct wait_exceptional_entry_queue ewait;
	wait_queue_head_t *wq;

	wq = dax_entry_waitqueue(xas, entry, &ewait.key);
	prepare_to_wait(wq, &ewait.wait, TASK_UNINTERRUPTIBLE);
	xas_unlock_irq(xas);
	schedule();
	finish_wait(wq, &ewait.wait);
}

static void put_unlocked_entry(struct xa_state *xas, void *entry,
			       enum dax_wake_mode mode)
{
	if (entry && !dax_is_conflict(entry))
		dax_wake_entry(xas, entry, mode);
}

static void dax_unlock_entry(struct xa_state *xas, void *entry)
{
	void *old;

	BUG_ON(dax_is_locked(entry));
	xas_reset(xas);
	xas_lock_irq(xas);
	old = xas_store(xas, entry);
	xas_unlock_irq(xas);
	BUG_ON(!dax_is_locked(old));
	dax_wake_entry(xas, entry, WAKE_NEXT);
}

static void *dax_lock_entry(struct xa_state *xas, void *entry)
{
	unsigned long v = xa_to_value(entry);
	return xas_store(xas, xa_mk_value(v | DAX_LOCKED));
}

static unsigned long dax_entry_size(void *entry)
{
	if (dax_is_zero_entry(entry))
		return 0;
	else if (dax_is_empty_entry(entry))
		return 0;
	else if (dax_is_pmd_entry(entry))
		return PMD_SIZE;
	else
		return PAGE_SIZE;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
static unsigned long dax_end_pfn(void *entry)
{
	return dax_to_pfn(entry) + dax_entry_size(entry) / PAGE_SIZE;
}

#define for_each_mapped_pfn(entry, pfn) \
	for (pfn = dax_to_pfn(entry); \
			pfn < dax_end_pfn(entry); pfn++)
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
/* Several files have the page: no mapping, but a share count. source: fs/dax.c v6.15, 82ba975e4c43 */
static inline bool dax_folio_is_shared(struct folio *folio)
{
	return !folio->mapping && folio->share;
}

static void dax_folio_make_shared(struct folio *folio)
{
	folio->mapping = NULL;
	folio->share = 1;
}

/* A head forgets that it was large. source: include/linux/mm.h v6.15..v7.3 */
void folio_reset_order(struct folio *folio)
{
	folio->_order = 0;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 1, 0)
/* Split a folio back into single pages without a trace of the file. source: fs/dax.c v7.1, 59eb73b98ae0 */
int dax_folio_reset_order(struct folio *folio)
{
	struct dev_pagemap *pgmap = page_pgmap(&folio->page);
	int order = folio_order(folio);
	int i;

	folio->mapping = NULL;
	folio->share = 0;

	if (!order) {
		folio->pgmap = pgmap;
		return 0;
	}

	folio_reset_order(folio);

	for (i = 0; i < (1UL << order); i++) {
		struct page *page = folio_page(folio, i);
		struct folio *f = (struct folio *)page;

		ClearPageHead(page);
		clear_compound_head(page);
		f->mapping = NULL;
		f->share = 0;
		f->pgmap = pgmap;
	}

	return order;
}

/* An entry lets go of its folio; the last one leaves single pages behind. source: fs/dax.c v7.1, 59eb73b98ae0 */
static inline unsigned long dax_folio_put(struct folio *folio)
{
	unsigned long ref;
	int order, i;

	if (!dax_folio_is_shared(folio))
		ref = 0;
	else
		ref = --folio->share;

	if (ref)
		return ref;

	order = dax_folio_reset_order(folio);

	for (i = 0; i < (1UL << order); i++) {
		struct page *page = folio_page(folio, i);

		WARN_ON_ONCE(folio_ref_count((struct folio *)page));
	}

	return ref;
}
#else
/*
 * An entry lets go of its folio; the last one leaves single pages behind. A folio that was a single page keeps its
 * index, which is the share count. source: fs/dax.c v6.15..v7.0, 38607c62b34b and the order reset (Fixes: 38607c62b34b)
 */
static inline unsigned long dax_folio_put(struct folio *folio)
{
	unsigned long ref;
	int order, i;

	if (!dax_folio_is_shared(folio))
		ref = 0;
	else
		ref = --folio->share;

	if (ref)
		return ref;

	folio->mapping = NULL;
	order = folio_order(folio);
	if (!order)
		return 0;
	folio_reset_order(folio);

	for (i = 0; i < (1UL << order); i++) {
		struct dev_pagemap *pgmap = page_pgmap(&folio->page);
		struct page *page = folio_page(folio, i);
		struct folio *new_folio = (struct folio *)page;

		ClearPageHead(page);
		clear_compound_head(page);

		new_folio->mapping = NULL;
		new_folio->pgmap = pgmap;
		new_folio->share = 0;
		WARN_ON_ONCE(folio_ref_count(new_folio));
	}

	return ref;
}
#endif

/* A folio of the entry's size, when the first file takes it. source: fs/dax.c v6.15, 38607c62b34b */
static void dax_folio_init(void *entry)
{
	struct folio *folio = dax_to_folio(entry);
	int order = dax_entry_order(entry);

	WARN_ON_ONCE(folio_order(folio));

	if (order > 0) {
		prep_compound_page(&folio->page, order);
		WARN_ON_ONCE(folio_ref_count(folio));
	}
}

/*
 * A file takes the page of an entry. The folio is looked up before the entry is tested until v7.1; v6.15 tests
 * nothing here (its caller leaves zero entries out).
 * source: fs/dax.c v6.15 38607c62b34b; v6.17 98c183a4fccf; v7.2 (Fixes: 38607c62b34b)
 */
static void dax_associate_entry(void *entry, struct address_space *mapping,
				struct vm_area_struct *vma,
				unsigned long address, bool shared)
{
	unsigned long size = dax_entry_size(entry), index;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 2, 0)
	struct folio *folio;
#else
	struct folio *folio = dax_to_folio(entry);
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	if (dax_is_zero_entry(entry) || dax_is_empty_entry(entry))
		return;
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 2, 0)
	folio = dax_to_folio(entry);
#endif
	index = linear_page_index(vma, address & ~(size - 1));
	if (shared && (folio->mapping || dax_folio_is_shared(folio))) {
		if (folio->mapping)
			dax_folio_make_shared(folio);

		WARN_ON_ONCE(!folio->share);
		WARN_ON_ONCE(dax_entry_order(entry) != folio_order(folio));
		folio->share++;
	} else {
		WARN_ON_ONCE(folio->mapping);
		dax_folio_init(entry);
		folio = dax_to_folio(entry);
		folio->mapping = mapping;
		folio->index = index;
	}
}

/* A file lets go of the page of an entry. source: as dax_associate_entry */
static void dax_disassociate_entry(void *entry, struct address_space *mapping,
				bool trunc)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 2, 0)
	struct folio *folio;
#else
	struct folio *folio = dax_to_folio(entry);
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	if (dax_is_zero_entry(entry) || dax_is_empty_entry(entry))
		return;
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 2, 0)
	folio = dax_to_folio(entry);
#endif
	dax_folio_put(folio);
}

/* The page of an entry, if somebody beside the mappings uses it. source: as dax_associate_entry */
static struct page *dax_busy_page(void *entry)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 2, 0)
	struct folio *folio;
#else
	struct folio *folio = dax_to_folio(entry);
#endif

	if (dax_is_zero_entry(entry) || dax_is_empty_entry(entry))
		return NULL;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 2, 0)
	folio = dax_to_folio(entry);
#endif
	if (folio_ref_count(folio) - folio_mapcount(folio))
		return &folio->page;
	else
		return NULL;
}
#else /* before v6.15 */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 0)
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 208)
/* source: fs/dax.c before v6.15, 82ba975e4c43 */
static inline bool dax_folio_is_shared(struct folio *folio)
{
	return !folio->mapping && folio->page.share;
}

static void dax_folio_make_shared(struct folio *folio)
{
	folio->mapping = NULL;
	folio->page.share = 1;
}
#else
/* source: fs/dax.c v6.14 */
static inline bool dax_folio_is_shared(struct folio *folio)
{
	return folio->mapping == PAGE_MAPPING_DAX_SHARED;
}

static inline void dax_folio_share_get(struct folio *folio)
{
	if (folio->mapping != PAGE_MAPPING_DAX_SHARED) {
		if (folio->mapping)
			folio->page.share = 1;
		folio->mapping = PAGE_MAPPING_DAX_SHARED;
	}
	folio->page.share++;
}

#endif

static inline unsigned long dax_folio_share_put(struct folio *folio)
{
	return --folio->page.share;
}

/* A file takes the pages of an entry. source: fs/dax.c v6.14 */
static void dax_associate_entry(void *entry, struct address_space *mapping,
		struct vm_area_struct *vma, unsigned long address, bool shared)
{
	unsigned long size = dax_entry_size(entry), pfn, index;
	int i = 0;

	if (IS_ENABLED(CONFIG_FS_DAX_LIMITED))
		return;

	index = linear_page_index(vma, address & ~(size - 1));
	for_each_mapped_pfn(entry, pfn) {
		struct folio *folio = pfn_folio(pfn);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 208)
		if (shared && (folio->mapping || folio->page.share)) {
			if (folio->mapping)
				dax_folio_make_shared(folio);

			WARN_ON_ONCE(!folio->page.share);
			folio->page.share++;
		} else {
			WARN_ON_ONCE(folio->mapping);
			folio->mapping = mapping;
			folio->index = index + i++;
		}
#else
		if (shared) {
			dax_folio_share_get(folio);
		} else {
			WARN_ON_ONCE(folio->mapping);
			folio->mapping = mapping;
			folio->index = index + i++;
		}
#endif
	}
}

/* A file lets go of the pages of an entry; a truncated page should have no user. source: fs/dax.c v6.14 */
static void dax_disassociate_entry(void *entry, struct address_space *mapping,
		bool trunc)
{
	unsigned long pfn;

	if (IS_ENABLED(CONFIG_FS_DAX_LIMITED))
		return;

	for_each_mapped_pfn(entry, pfn) {
		struct folio *folio = pfn_folio(pfn);

		WARN_ON_ONCE(trunc && folio_ref_count(folio) > 1);
		if (dax_folio_is_shared(folio)) {
			if (dax_folio_share_put(folio) > 0)
				continue;
		} else
			WARN_ON_ONCE(folio->mapping && folio->mapping != mapping);
		folio->mapping = NULL;
		folio->index = 0;
	}
}
#else
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
/* source: fs/dax.c v6.3..v6.13 */
static inline bool dax_page_is_shared(struct page *page)
{
	return page->mapping == PAGE_MAPPING_DAX_SHARED;
}

static inline void dax_page_share_get(struct page *page)
{
	if (page->mapping != PAGE_MAPPING_DAX_SHARED) {
		if (page->mapping)
			page->share = 1;
		page->mapping = PAGE_MAPPING_DAX_SHARED;
	}
	page->share++;
}

static inline unsigned long dax_page_share_put(struct page *page)
{
	return --page->share;
}
#else
/* source: fs/dax.c v6.0..v6.2; FS_DAX_MAPPING_COW became PAGE_MAPPING_DAX_COW, which shares its value with the later SHARED */
static inline bool dax_mapping_is_cow(struct address_space *mapping)
{
	return mapping == PAGE_MAPPING_DAX_COW;
}

static inline void dax_mapping_set_cow(struct page *page)
{
	if (page->mapping != PAGE_MAPPING_DAX_COW) {
		if (page->mapping)
			page->index = 1;
		page->mapping = PAGE_MAPPING_DAX_COW;
	}
	page->index++;
}
#endif

/* A file takes the pages of an entry. source: fs/dax.c v4.18..v6.13 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
static void dax_associate_entry(void *entry, struct address_space *mapping,
		struct vm_area_struct *vma, unsigned long address, bool shared)
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
static void dax_associate_entry(void *entry, struct address_space *mapping,
		struct vm_area_struct *vma, unsigned long address, bool cow)
#else
static void dax_associate_entry(void *entry, struct address_space *mapping,
		struct vm_area_struct *vma, unsigned long address)
#endif
{
	unsigned long size = dax_entry_size(entry), pfn, index;
	int i = 0;

	if (IS_ENABLED(CONFIG_FS_DAX_LIMITED))
		return;

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 18, 0)
	/* Pages do not know of files yet. */
	return;
#endif
	index = linear_page_index(vma, address & ~(size - 1));
	for_each_mapped_pfn(entry, pfn) {
		struct page *page = pfn_to_page(pfn);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
		if (shared) {
			dax_page_share_get(page);
		} else {
			WARN_ON_ONCE(page->mapping);
			page->mapping = mapping;
			page->index = index + i++;
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		if (cow) {
			dax_mapping_set_cow(page);
		} else {
			WARN_ON_ONCE(page->mapping);
			page->mapping = mapping;
			page->index = index + i++;
		}
#else
		WARN_ON_ONCE(page->mapping);
		page->mapping = mapping;
		page->index = index + i++;
#endif
	}
}

/* A file lets go of the pages of an entry; a truncated page should have no user. source: fs/dax.c v4.18..v6.13 */
static void dax_disassociate_entry(void *entry, struct address_space *mapping,
		bool trunc)
{
	unsigned long pfn;

	if (IS_ENABLED(CONFIG_FS_DAX_LIMITED))
		return;

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 18, 0)
	/* Pages do not know of files yet. */
	return;
#endif
	for_each_mapped_pfn(entry, pfn) {
		struct page *page = pfn_to_page(pfn);

		WARN_ON_ONCE(trunc && page_ref_count(page) > 1);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
		if (dax_page_is_shared(page)) {
			if (dax_page_share_put(page) > 0)
				continue;
		} else
			WARN_ON_ONCE(page->mapping && page->mapping != mapping);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		if (dax_mapping_is_cow(page->mapping)) {
			if (page->index-- > 0)
				continue;
		} else
			WARN_ON_ONCE(page->mapping && page->mapping != mapping);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
		WARN_ON_ONCE(page->mapping && page->mapping != mapping);
#else
		/* The last put clears the mapping, maybe right now: it is read once. */
		struct address_space *found = page->mapping;

		WARN_ON_ONCE(found && found != mapping);
#endif
		page->mapping = NULL;
		page->index = 0;
	}
}
#endif

/* The first page of an entry that somebody uses. source: fs/dax.c v4.18..v6.14, 5fac7408d828 */
static struct page *dax_busy_page(void *entry)
{
	unsigned long pfn;

	for_each_mapped_pfn(entry, pfn) {
		struct page *page = pfn_to_page(pfn);

		if (page_ref_count(page) > 1)
			return page;
	}
	return NULL;
}
#endif

/* Lock the entry a page belongs to, as memory failure does; 0 if it has none. source: fs/dax.c v4.20..v6.14 dax_lock_page, later dax_lock_folio */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
dax_entry_t dax_lock_folio(struct folio *folio)
{
	XA_STATE(xas, NULL, 0);
	void *entry;

	for (;;) {
		struct address_space *mapping = READ_ONCE(folio->mapping);

		entry = NULL;
		if (!mapping || !dax_mapping(mapping))
			break;

		xas.xa = &mapping->i_pages;
		xas_lock_irq(&xas);
		if (mapping != folio->mapping) {
			xas_unlock_irq(&xas);
			continue;
		}
		xas_set(&xas, folio->index);
		entry = xas_load(&xas);
		if (dax_is_locked(entry)) {
			wait_entry_unlocked(&xas, entry);
			continue;
		}
		dax_lock_entry(&xas, entry);
		xas_unlock_irq(&xas);
		break;
	}
	return (dax_entry_t)entry;
}

void dax_unlock_folio(struct folio *folio, dax_entry_t cookie)
{
	struct address_space *mapping = folio->mapping;
	XA_STATE(xas, &mapping->i_pages, folio->index);

	dax_unlock_entry(&xas, (void *)cookie);
}
#else
dax_entry_t dax_lock_page(struct page *page)
{
	XA_STATE(xas, NULL, 0);
	void *entry;

	for (;;) {
		struct address_space *mapping = READ_ONCE(page->mapping);

		entry = NULL;
		if (!mapping || !dax_mapping(mapping))
			break;

		xas.xa = &mapping->i_pages;
		xas_lock_irq(&xas);
		if (mapping != page->mapping) {
			xas_unlock_irq(&xas);
			continue;
		}
		xas_set(&xas, page->index);
		entry = xas_load(&xas);
		if (dax_is_locked(entry)) {
			wait_entry_unlocked(&xas, entry);
			continue;
		}
		dax_lock_entry(&xas, entry);
		xas_unlock_irq(&xas);
		break;
	}
	return (dax_entry_t)entry;
}

void dax_unlock_page(struct page *page, dax_entry_t cookie)
{
	struct address_space *mapping = page->mapping;
	XA_STATE(xas, &mapping->i_pages, page->index);

	dax_unlock_entry(&xas, (void *)cookie);
}
#endif

/* Find the entry at an index and lock it, or put a locked empty one there. source: fs/dax.c v4.20..v7.3 */
static void *grab_mapping_entry(struct xa_state *xas,
		struct address_space *mapping, unsigned int order)
{
	unsigned long index = xas->xa_index;
	bool pmd_downgrade;
	void *entry;

	pmd_downgrade = false;
	xas_lock_irq(xas);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
	entry = get_next_unlocked_entry(xas, order);
#else
	entry = get_unlocked_entry(xas, order);
#endif

	if (entry) {
		if (dax_is_conflict(entry))
			goto fallback;

		if (order == 0) {
			if (dax_is_pmd_entry(entry) &&
			    (dax_is_zero_entry(entry) ||
			     dax_is_empty_entry(entry))) {
				pmd_downgrade = true;
			}
		}
	}

	if (pmd_downgrade) {
		dax_lock_entry(xas, entry);

		if (dax_is_zero_entry(entry)) {
			xas_unlock_irq(xas);
			unmap_mapping_pages(mapping,
					xas->xa_index & ~PG_PMD_COLOUR,
					PG_PMD_NR, false);
			xas_reset(xas);
			xas_lock_irq(xas);
		}

		dax_disassociate_entry(entry, mapping, false);
		xas_store(xas, NULL);
		dax_wake_entry(xas, entry, WAKE_ALL);
		mapping->nrpages -= PG_PMD_NR;
		entry = NULL;
		xas_set(xas, index);
	}

	if (entry) {
		dax_lock_entry(xas, entry);
	} else {
		unsigned long flags = DAX_EMPTY;

		if (order > 0)
			flags |= DAX_PMD;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
		entry = dax_make_entry(0, flags);
#else
		entry = dax_make_entry(pfn_to_pfn_t(0), flags);
#endif
		dax_lock_entry(xas, entry);
		mapping->nrpages += 1UL << order;
	}

	xas_unlock_irq(xas);
	return entry;
fallback:
	xas_unlock_irq(xas);
	return xa_mk_internal(VM_FAULT_FALLBACK);
}

/*
 * Unmap a range of a file and find the first page that is still in use. Until v6.14 a file that nobody maps is not
 * looked at, and a locked entry is skipped: the lookup in get_unlocked_entry() starts behind the entry.
 * source: fs/dax.c v4.18 5fac7408d828; v5.10 range; v6.15 cee91fa13a8e, 6be3e21d25ca
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
struct page *dax_layout_busy_page_range(struct address_space *mapping,
					loff_t start, loff_t end)
{
	void *entry;
	unsigned int scanned = 0;
	struct page *page = NULL;
	pgoff_t start_idx = start >> PAGE_SHIFT;
	pgoff_t end_idx;
	XA_STATE(xas, &mapping->i_pages, start_idx);

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (IS_ENABLED(CONFIG_FS_DAX_LIMITED))
		return NULL;
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 202)
	if (!dax_mapping(mapping))
		return NULL;
#else
	if (!dax_mapping(mapping) || !mapping_mapped(mapping))
		return NULL;
#endif

	if (end == LLONG_MAX)
		end_idx = ULONG_MAX;
	else
		end_idx = end >> PAGE_SHIFT;
	unmap_mapping_pages(mapping, start_idx, end_idx - start_idx + 1, 0);

	xas_lock_irq(&xas);
	xas_for_each(&xas, entry, end_idx) {
		if (WARN_ON_ONCE(!xa_is_value(entry)))
			continue;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
		entry = wait_entry_unlocked_exclusive(&xas, entry);
#else
		if (unlikely(dax_is_locked(entry)))
			entry = get_unlocked_entry(&xas, 0);
#endif
		if (entry)
			page = dax_busy_page(entry);
		put_unlocked_entry(&xas, entry, WAKE_NEXT);
		if (page)
			break;
		if (++scanned % XA_CHECK_SCHED)
			continue;

		xas_pause(&xas);
		xas_unlock_irq(&xas);
		cond_resched();
		xas_lock_irq(&xas);
	}
	xas_unlock_irq(&xas);
	return page;
}

struct page *dax_layout_busy_page(struct address_space *mapping)
{
	return dax_layout_busy_page_range(mapping, 0, LLONG_MAX);
}
#else
struct page *dax_layout_busy_page(struct address_space *mapping)
{
	XA_STATE(xas, &mapping->i_pages, 0);
	void *entry;
	unsigned int scanned = 0;
	struct page *page = NULL;

	if (IS_ENABLED(CONFIG_FS_DAX_LIMITED))
		return NULL;

	if (!dax_mapping(mapping) || !mapping_mapped(mapping))
		return NULL;

	unmap_mapping_range(mapping, 0, 0, 0);

	xas_lock_irq(&xas);
	xas_for_each(&xas, entry, ULONG_MAX) {
		if (WARN_ON_ONCE(!xa_is_value(entry)))
			continue;
		if (unlikely(dax_is_locked(entry)))
			entry = get_unlocked_entry(&xas, 0);
		if (entry)
			page = dax_busy_page(entry);
		put_unlocked_entry(&xas, entry, WAKE_NEXT);
		if (page)
			break;
		if (++scanned % XA_CHECK_SCHED)
			continue;

		xas_pause(&xas);
		xas_unlock_irq(&xas);
		cond_resched();
		xas_lock_irq(&xas);
	}
	xas_unlock_irq(&xas);
	return page;
}
#endif

/* Remove the entry at an index, when it is not locked. source: fs/dax.c v4.20..v7.3 */
static int __dax_invalidate_entry(struct address_space *mapping,
				  pgoff_t index, bool trunc)
{
	XA_STATE(xas, &mapping->i_pages, index);
	int ret = 0;
	void *entry;

	xas_lock_irq(&xas);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
	entry = get_next_unlocked_entry(&xas, 0);
#else
	entry = get_unlocked_entry(&xas, 0);
#endif
	if (!entry || WARN_ON_ONCE(!xa_is_value(entry)))
		goto out;
	if (!trunc &&
	    (xas_get_mark(&xas, PAGECACHE_TAG_DIRTY) ||
	     xas_get_mark(&xas, PAGECACHE_TAG_TOWRITE)))
		goto out;
	dax_disassociate_entry(entry, mapping, trunc);
	xas_store(&xas, NULL);
	mapping->nrpages -= 1UL << dax_entry_order(entry);
	ret = 1;
out:
	put_unlocked_entry(&xas, entry, WAKE_ALL);
	xas_unlock_irq(&xas);
	return ret;
}

/*
 * A write that has filled a hole, or copied a shared block, removes the entry that faults have left there; whoever still maps
 * the page is unmapped by the caller.
 * source: fs/dax.c v4.12..v7.3
 */
int dax_invalidate_mapping_entry_sync(struct address_space *mapping,
				      pgoff_t index)
{
	return __dax_invalidate_entry(mapping, index, false);
}

/* Walk over a range once the marks of its entries are to go. source: fs/dax.c v6.0..v7.3 */
static int __dax_clear_dirty_range(struct address_space *mapping,
		pgoff_t start, pgoff_t end)
{
	XA_STATE(xas, &mapping->i_pages, start);
	unsigned int scanned = 0;
	void *entry;

	xas_lock_irq(&xas);
	xas_for_each(&xas, entry, end) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
		entry = wait_entry_unlocked_exclusive(&xas, entry);
		if (!entry)
			continue;
#else
		entry = get_unlocked_entry(&xas, 0);
#endif
		xas_clear_mark(&xas, PAGECACHE_TAG_DIRTY);
		xas_clear_mark(&xas, PAGECACHE_TAG_TOWRITE);
		put_unlocked_entry(&xas, entry, WAKE_NEXT);

		if (++scanned % XA_CHECK_SCHED)
			continue;

		xas_pause(&xas);
		xas_unlock_irq(&xas);
		cond_resched();
		xas_lock_irq(&xas);
	}
	xas_unlock_irq(&xas);

	return 0;
}

/* Truncation removes an entry it has seen. source: fs/dax.c v4.6..v7.3 */
int dax_delete_mapping_entry(struct address_space *mapping, pgoff_t index)
{
	int ret = __dax_invalidate_entry(mapping, index, true);

	WARN_ON_ONCE(!ret);
	return ret;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 206)
/* Remove all entries of a range. source: fs/dax.c v6.15, bde708f1a65d */
void dax_delete_mapping_range(struct address_space *mapping,
				loff_t start, loff_t end)
{
	void *entry;
	pgoff_t start_idx = start >> PAGE_SHIFT;
	pgoff_t end_idx;
	XA_STATE(xas, &mapping->i_pages, start_idx);

	if (end == LLONG_MAX)
		end_idx = ULONG_MAX;
	else
		end_idx = end >> PAGE_SHIFT;

	xas_lock_irq(&xas);
	xas_for_each(&xas, entry, end_idx) {
		if (!xa_is_value(entry))
			continue;
		entry = wait_entry_unlocked_exclusive(&xas, entry);
		if (!entry)
			continue;
		dax_disassociate_entry(entry, mapping, true);
		xas_store(&xas, NULL);
		mapping->nrpages -= 1UL << dax_entry_order(entry);
		put_unlocked_entry(&xas, entry, WAKE_ALL);
	}
	xas_unlock_irq(&xas);
}

/* source: fs/dax.c v6.15, d5b3afea22a5 */
static int wait_page_idle(struct page *page,
			void (cb)(struct inode *),
			struct inode *inode)
{
	return ___wait_var_event(page, dax_page_is_idle(page),
				TASK_INTERRUPTIBLE, 0, 0, cb(inode));
}

/* source: fs/dax.c v6.15, 0e2f80afcfa6 */
static void wait_page_idle_uninterruptible(struct page *page,
					struct inode *inode)
{
	___wait_var_event(page, dax_page_is_idle(page),
			TASK_UNINTERRUPTIBLE, 0, 0, schedule());
}

/* Unmap a range, wait until nobody uses its pages, then remove the entries. source: fs/dax.c v6.15, d5b3afea22a5, bde708f1a65d */
int dax_break_layout(struct inode *inode, loff_t start, loff_t end,
		void (cb)(struct inode *))
{
	struct page *page;
	int error = 0;

	if (!dax_mapping(inode->i_mapping))
		return 0;

	do {
		page = dax_layout_busy_page_range(inode->i_mapping, start, end);
		if (!page)
			break;
		if (!cb) {
			error = -ERESTARTSYS;
			break;
		}

		error = wait_page_idle(page, cb, inode);
	} while (error == 0);

	if (!page)
		dax_delete_mapping_range(inode->i_mapping, start, end);

	return error;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 207)
/* The same before an inode goes away for good. source: fs/dax.c v6.15, 0e2f80afcfa6 */
void dax_break_layout_final(struct inode *inode)
{
	struct page *page;

	if (!dax_mapping(inode->i_mapping))
		return;

	do {
		page = dax_layout_busy_page_range(inode->i_mapping, 0,
						LLONG_MAX);
		if (!page)
			break;

		wait_page_idle_uninterruptible(page, inode);
	} while (true);

	if (!page)
		dax_delete_mapping_range(inode->i_mapping, 0, LLONG_MAX);
}
#endif
#endif

/*
 * Put the page of a fault into the locked entry, unless a page is there already.
 * source: fs/dax.c v4.18..v5.19 (mapping, dirty), v6.0 (iter), v6.15 zero pages are not associated
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static void *dax_insert_entry(struct xa_state *xas, struct vm_fault *vmf,
		const struct iomap_iter *iter, void *entry, unsigned long pfn,
		unsigned long flags)
#else
static void *dax_insert_entry(struct xa_state *xas, struct vm_fault *vmf,
		const struct iomap_iter *iter, void *entry, pfn_t pfn,
		unsigned long flags)
#endif
{
	struct address_space *mapping = vmf->vma->vm_file->f_mapping;
	void *new_entry = dax_make_entry(pfn, flags);
	bool write = iter->flags & IOMAP_WRITE;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	bool shared = iter->iomap.flags & IOMAP_F_SHARED;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	bool cow = write && iter->iomap.flags & IOMAP_F_SHARED;
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	if (shared || (dax_is_zero_entry(entry) && !(flags & DAX_ZERO_PAGE))) {
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (cow || (dax_is_zero_entry(entry) && !(flags & DAX_ZERO_PAGE))) {
#else
	if (dax_is_zero_entry(entry) && !(flags & DAX_ZERO_PAGE)) {
#endif
		unsigned long index = xas->xa_index;

		if (dax_is_pmd_entry(entry))
			unmap_mapping_pages(mapping, index & ~PG_PMD_COLOUR,
					PG_PMD_NR, false);
		else
			unmap_mapping_pages(mapping, index, 1, false);
	}

	xas_reset(xas);
	xas_lock_irq(xas);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	if (shared || dax_is_zero_entry(entry) || dax_is_empty_entry(entry)) {
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (cow || dax_is_zero_entry(entry) || dax_is_empty_entry(entry)) {
#else
	if (dax_is_zero_entry(entry) || dax_is_empty_entry(entry)) {
#endif
		void *old;

		dax_disassociate_entry(entry, mapping, false);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
		dax_associate_entry(new_entry, mapping, vmf->vma,
					vmf->address, shared);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
		if (!(flags & DAX_ZERO_PAGE))
			dax_associate_entry(new_entry, mapping, vmf->vma,
					vmf->address, shared);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
		dax_associate_entry(new_entry, mapping, vmf->vma, vmf->address,
				shared);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		dax_associate_entry(new_entry, mapping, vmf->vma, vmf->address,
				cow);
#else
		dax_associate_entry(new_entry, mapping, vmf->vma, vmf->address);
#endif
		old = dax_lock_entry(xas, new_entry);
		WARN_ON_ONCE(old != xa_mk_value(xa_to_value(entry) |
					DAX_LOCKED));
		entry = new_entry;
	} else {
		xas_load(xas);
	}

	xas_unlock_irq(xas);
	return entry;
}

/* The page of a block, as its device tells it. source: fs/dax.c v4.18..v7.3 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static int dax_iomap_direct_access(const struct iomap *iomap, loff_t pos,
		size_t size, void **kaddr, unsigned long *pfnp)
#else
static int dax_iomap_direct_access(const struct iomap *iomap, loff_t pos,
		size_t size, void **kaddr, pfn_t *pfnp)
#endif
{
	long length;
	int rc;

	length = dax_direct_access(iomap->addr, PHYS_PFN(size), DAX_ACCESS, kaddr, pfnp);
	rc = -EINVAL;
	if (PFN_PHYS(length) < size)
		goto out;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	if (*pfnp & (PHYS_PFN(size)-1))
		goto out;
#else
	if (pfn_t_to_pfn(*pfnp) & (PHYS_PFN(size)-1))
		goto out;
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
	if (length > 1 && !pfn_t_devmap(*pfnp))
		goto out;
#endif

	rc = 0;

out:
	return rc;
}

/* A read of a hole maps the zero page. source: fs/dax.c v4.18..v7.3 */
static vm_fault_t dax_load_hole(struct xa_state *xas, struct vm_fault *vmf,
		const struct iomap_iter *iter, void **entry)
{
	struct inode *inode = iter->inode;
	unsigned long vaddr = vmf->address;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	unsigned long pfn = my_zero_pfn(vaddr);
#else
	pfn_t pfn = pfn_to_pfn_t(my_zero_pfn(vaddr));
#endif
	vm_fault_t ret;

	*entry = dax_insert_entry(xas, vmf, iter, *entry, pfn, DAX_ZERO_PAGE);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	ret = vmf_insert_page_mkwrite(vmf, pfn_to_page(pfn), false);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	ret = vmf_insert_page_mkwrite(vmf, pfn_t_to_page(pfn), false);
#else
	ret = vmf_insert_mixed(vmf->vma, vaddr, pfn);
#endif
	return ret;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
/*
 * A read of a hole as large as a PMD. The model has no huge zero page to map, so that the entry stays behind and the fault is
 * taken for single pages; the kernel does the same where the table is not empty.
 * source: fs/dax.c v4.18..v7.3
 */
static vm_fault_t dax_pmd_load_hole(struct xa_state *xas, struct vm_fault *vmf,
		const struct iomap_iter *iter, void **entry)
{
	*entry = dax_insert_entry(xas, vmf, iter, *entry, my_zero_pfn(vmf->address),
				  DAX_PMD | DAX_ZERO_PAGE);
	return VM_FAULT_FALLBACK;
}

/* source: fs/dax.c v5.15..v7.3; v6.17 21aa65bf82a7 */
static vm_fault_t dax_fault_synchronous_pfnp(unsigned long *pfnp,
						unsigned long pfn)
{
	*pfnp = pfn;
	return VM_FAULT_NEEDDSYNC;
}
#else
static vm_fault_t dax_pmd_load_hole(struct xa_state *xas, struct vm_fault *vmf,
		const struct iomap_iter *iter, void **entry)
{
	*entry = dax_insert_entry(xas, vmf, iter, *entry, pfn_to_pfn_t(my_zero_pfn(vmf->address)),
				  DAX_PMD | DAX_ZERO_PAGE);
	return VM_FAULT_FALLBACK;
}

static vm_fault_t dax_fault_synchronous_pfnp(pfn_t *pfnp, pfn_t pfn)
{
	*pfnp = pfn;
	return VM_FAULT_NEEDDSYNC;
}
#endif

/* Each block of the model's file has changed since it was last safe. source: fs/dax.c v4.15..v7.3 */
static bool dax_fault_is_synchronous(const struct iomap_iter *iter,
		struct vm_area_struct *vma)
{
	return (iter->flags & IOMAP_WRITE) && (vma->vm_flags & VM_SYNC);
}

/*
 * Map the page of a block. From v6.15 on the fault holds a reference of its own, taken on a count that may be 0, while the
 * insertion takes one for the mapping.
 * source: fs/dax.c v5.15..v6.14; v6.15 38607c62b34b; v6.17 21aa65bf82a7
 */
static vm_fault_t dax_fault_iter(struct vm_fault *vmf,
		const struct iomap_iter *iter, pfn_t *pfnp,
		struct xa_state *xas, void **entry, bool pmd)
{
	const struct iomap *iomap = &iter->iomap;
	size_t size = pmd ? PMD_SIZE : PAGE_SIZE;
	loff_t pos = (loff_t)xas->xa_index << PAGE_SHIFT;
	bool write = iter->flags & IOMAP_WRITE;
	unsigned long entry_flags = pmd ? DAX_PMD : 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	struct folio *folio;
	int ret, err = 0;
#else
	int err = 0;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	unsigned long pfn;
#else
	pfn_t pfn;
#endif
	struct dax_fault_state direct;

	if (!write &&
	    (iomap->type == IOMAP_UNWRITTEN || iomap->type == IOMAP_HOLE)) {
		if (!pmd)
			return dax_load_hole(xas, vmf, iter, entry);
		return dax_pmd_load_hole(xas, vmf, iter, entry);
	}

	if (iomap->type != IOMAP_MAPPED && !(iomap->flags & IOMAP_F_SHARED)) {
		WARN_ON_ONCE(1);
		return pmd ? VM_FAULT_FALLBACK : VM_FAULT_SIGBUS;
	}

	err = dax_iomap_direct_access(iomap, pos, size, &direct.kaddr, &direct.pfn);
	if (err)
		return pmd ? VM_FAULT_FALLBACK : VM_FAULT_SIGBUS;
	pfn = direct.pfn;

	*entry = dax_insert_entry(xas, vmf, iter, *entry, pfn, entry_flags);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	folio = dax_to_folio(*entry);
#endif

	if (dax_fault_is_synchronous(iter, vmf->vma))
		return dax_fault_synchronous_pfnp(pfnp, pfn);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	folio_ref_inc(folio);
	if (pmd)
		ret = vmf_insert_folio_pmd(vmf, pfn_folio(pfn), write);
	else
		ret = vmf_insert_page_mkwrite(vmf, pfn_to_page(pfn), write);
	folio_put(folio);

	return ret;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	folio_ref_inc(folio);
	if (pmd)
		ret = vmf_insert_folio_pmd(vmf, pfn_folio(pfn_t_to_pfn(pfn)),
					write);
	else
		ret = vmf_insert_page_mkwrite(vmf, pfn_t_to_page(pfn), write);
	folio_put(folio);

	return ret;
#else
	if (pmd)
		return vmf_insert_pfn_pmd(vmf, pfn, write);

	if (write)
		return vmf_insert_mixed_mkwrite(vmf->vma, vmf->address, pfn);
	return vmf_insert_mixed(vmf->vma, vmf->address, pfn);
#endif
}

/* A fault on one page. source: fs/dax.c v5.15..v7.3 */
static vm_fault_t dax_iomap_pte_fault(struct vm_fault *vmf, pfn_t *pfnp,
			       int *iomap_errp, const struct iomap_ops *ops)
{
	struct address_space *mapping = vmf->vma->vm_file->f_mapping;
	XA_STATE(xas, &mapping->i_pages, vmf->pgoff);
	struct iomap_iter iter;
	struct dax_fault_state state;
	vm_fault_t ret = 0;
	int error;

	iomap_iter_init(&iter, mapping->host, vmf->pgoff << PAGE_SHIFT);

	if (iter.pos >= i_size_read(iter.inode)) {
		ret = VM_FAULT_SIGBUS;
		goto out;
	}

	if ((vmf->flags & FAULT_FLAG_WRITE) && !vmf->cow_page)
		iter.flags |= IOMAP_WRITE;

	state.entry = grab_mapping_entry(&xas, mapping, 0);
	if (xa_is_internal(state.entry)) {
		ret = xa_to_internal(state.entry);
		goto out;
	}

	if (pmd_trans_huge(*vmf->pmd) || pmd_devmap(*vmf->pmd)) {
		ret = VM_FAULT_NOPAGE;
		goto unlock_entry;
	}

	error = iomap_iter(&iter, ops);
	if (error > 0)
		ret = dax_fault_iter(vmf, &iter, pfnp, &xas, &state.entry, false);

unlock_entry:
	dax_unlock_entry(&xas, state.entry);
out:
	return ret;
}

/* A fault on a PMD. source: fs/dax.c v5.15..v7.3 */
static vm_fault_t dax_iomap_pmd_fault(struct vm_fault *vmf, pfn_t *pfnp,
			       const struct iomap_ops *ops)
{
	struct address_space *mapping = vmf->vma->vm_file->f_mapping;
	XA_STATE_ORDER(xas, &mapping->i_pages, vmf->pgoff, PMD_ORDER);
	struct iomap_iter iter;
	struct dax_fault_state state;
	vm_fault_t ret = VM_FAULT_FALLBACK;
	int error;

	iomap_iter_init(&iter, mapping->host, xas.xa_index << PAGE_SHIFT);

	if (vmf->flags & FAULT_FLAG_WRITE)
		iter.flags |= IOMAP_WRITE;

	state.entry = grab_mapping_entry(&xas, mapping, PMD_ORDER);
	if (xa_is_internal(state.entry)) {
		ret = xa_to_internal(state.entry);
		goto fallback;
	}

	error = iomap_iter(&iter, ops);
	if (error > 0)
		ret = dax_fault_iter(vmf, &iter, pfnp, &xas, &state.entry, true);

	dax_unlock_entry(&xas, state.entry);
fallback:
	return ret;
}

vm_fault_t dax_iomap_fault(struct vm_fault *vmf, unsigned int order,
		    pfn_t *pfnp, int *iomap_errp, const struct iomap_ops *ops)
{
	if (order == 0)
		return dax_iomap_pte_fault(vmf, pfnp, iomap_errp, ops);
	else if (order == PMD_ORDER)
		return dax_iomap_pmd_fault(vmf, pfnp, ops);
	else
		return VM_FAULT_FALLBACK;
}

/* Make an entry writable that is mapped, or was. source: fs/dax.c v4.15..v6.14; v6.15 38607c62b34b; v6.17 21aa65bf82a7 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static vm_fault_t
dax_insert_pfn_mkwrite(struct vm_fault *vmf, unsigned long pfn, unsigned int order)
#else
static vm_fault_t
dax_insert_pfn_mkwrite(struct vm_fault *vmf, pfn_t pfn, unsigned int order)
#endif
{
	struct address_space *mapping = vmf->vma->vm_file->f_mapping;
	XA_STATE_ORDER(xas, &mapping->i_pages, vmf->pgoff, order);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	struct folio *folio;
#endif
	void *entry;
	vm_fault_t ret;

	xas_lock_irq(&xas);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
	entry = get_next_unlocked_entry(&xas, order);
#else
	entry = get_unlocked_entry(&xas, order);
#endif
	if (!entry || dax_is_conflict(entry) ||
	    (order == 0 && !dax_is_pte_entry(entry))) {
		put_unlocked_entry(&xas, entry, WAKE_NEXT);
		xas_unlock_irq(&xas);
		return VM_FAULT_NOPAGE;
	}
	xas_set_mark(&xas, PAGECACHE_TAG_DIRTY);
	dax_lock_entry(&xas, entry);
	xas_unlock_irq(&xas);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	folio = pfn_folio(pfn);
#else
	folio = pfn_folio(pfn_t_to_pfn(pfn));
#endif
	folio_ref_inc(folio);
	if (order == 0)
		ret = vmf_insert_page_mkwrite(vmf, &folio->page, true);
	else if (order == PMD_ORDER)
		ret = vmf_insert_folio_pmd(vmf, folio, FAULT_FLAG_WRITE);
	else
		ret = VM_FAULT_FALLBACK;
	folio_put(folio);
#else
	if (order == 0)
		ret = vmf_insert_mixed_mkwrite(vmf->vma, vmf->address, pfn);
	else if (order == PMD_ORDER)
		ret = vmf_insert_pfn_pmd(vmf, pfn, FAULT_FLAG_WRITE);
	else
		ret = VM_FAULT_FALLBACK;
#endif
	dax_unlock_entry(&xas, entry);
	return ret;
}

/* The metadata of the fault's range is safe: now the page is mapped for writing. source: fs/dax.c v4.15..v7.3; v6.17 21aa65bf82a7 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
vm_fault_t dax_finish_sync_fault(struct vm_fault *vmf, unsigned int order,
		unsigned long pfn)
#else
vm_fault_t dax_finish_sync_fault(struct vm_fault *vmf, unsigned int order,
		pfn_t pfn)
#endif
{
	return dax_insert_pfn_mkwrite(vmf, pfn, order);
}

/* A dirty entry is written back, locked meanwhile. Write protection is left out. source: fs/dax.c v4.20..v7.3 */
static int dax_writeback_one(struct xa_state *xas, struct dax_device *dax_dev,
		struct address_space *mapping, void *entry)
{
	long ret = 0;

	if (unlikely(dax_is_locked(entry))) {
		void *old_entry = entry;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 203)
		entry = get_next_unlocked_entry(xas, 0);
#else
		entry = get_unlocked_entry(xas, 0);
#endif
		if (!entry || dax_to_pfn(old_entry) != dax_to_pfn(entry))
			goto put_unlocked;
	}

	dax_lock_entry(xas, entry);
	xas_clear_mark(xas, PAGECACHE_TAG_TOWRITE);
	xas_unlock_irq(xas);

	xas_reset(xas);
	xas_lock_irq(xas);
	xas_store(xas, entry);
	xas_clear_mark(xas, PAGECACHE_TAG_DIRTY);
	dax_wake_entry(xas, entry, WAKE_NEXT);
	return ret;

put_unlocked:
	put_unlocked_entry(xas, entry, WAKE_NEXT);
	return ret;
}
