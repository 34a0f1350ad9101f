/*
 * Counting mappings. _mapcount of the head counts them all, by PTE, PMD or PUD; it starts at -1.
 * source: mm/rmap.c, include/linux/rmap.h v4.5..v7.3
 */
enum rmap_flags { RMAP_NONE = 0, RMAP_EXCLUSIVE = 1 };

void page_add_file_rmap(struct page *page, struct vm_area_struct *vma, bool compound)
{
	atomic_inc(&compound_head(page)->_mapcount);
}

void page_dup_file_rmap(struct page *page, bool compound)
{
	atomic_inc(&compound_head(page)->_mapcount);
}

/* source: v4.5..v5.18 */
void page_dup_rmap(struct page *page, bool compound)
{
	atomic_inc(&compound_head(page)->_mapcount);
}

/* A page that somebody pinned must not be shared; a device-private page is never pinned. source: v5.19..v6.7 */
int page_try_dup_anon_rmap(struct page *page, bool compound, struct vm_area_struct *vma)
{
	if (PageAnonExclusive(page)) {
		if (!is_device_private_page(page) && page_maybe_dma_pinned(page))
			return -EBUSY;
		ClearPageAnonExclusive(page);
	}
	atomic_inc(&compound_head(page)->_mapcount);
	return 0;
}

void page_remove_rmap(struct page *page, struct vm_area_struct *vma, bool compound)
{
	atomic_dec(&compound_head(page)->_mapcount);
}

/* source: v4.5..v6.7 */
void page_add_anon_rmap(struct page *page, struct vm_area_struct *vma, unsigned long address, int flags)
{
	page->mapping = PAGE_MAPPING_ANON;
	atomic_inc(&compound_head(page)->_mapcount);
	if (flags & RMAP_EXCLUSIVE)
		SetPageAnonExclusive(page);
}

void page_add_new_anon_rmap(struct page *page, struct vm_area_struct *vma, unsigned long address)
{
	page->mapping = PAGE_MAPPING_ANON;
	page->_mapcount.counter = 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	SetPageAnonExclusive(page);
#endif
}

/* source: v6.8..v7.3 */
void folio_add_new_anon_rmap(struct folio *folio, struct vm_area_struct *vma, unsigned long address, int flags)
{
	folio->mapping = PAGE_MAPPING_ANON;
	folio->_mapcount.counter = 0;
	if (flags & RMAP_EXCLUSIVE)
		SetPageAnonExclusive(&folio->page);
}

void folio_add_anon_rmap_pte(struct folio *folio, struct page *page, struct vm_area_struct *vma,
		unsigned long address, int flags)
{
	folio->mapping = PAGE_MAPPING_ANON;
	atomic_inc(&folio->_mapcount);
	if (flags & RMAP_EXCLUSIVE)
		SetPageAnonExclusive(page);
}

void folio_add_file_rmap_pte(struct folio *folio, struct page *page, struct vm_area_struct *vma)
{
	atomic_inc(&folio->_mapcount);
}

void folio_add_file_rmap_pmd(struct folio *folio, struct page *page, struct vm_area_struct *vma)
{
	atomic_inc(&folio->_mapcount);
}

void folio_add_file_rmap_pud(struct folio *folio, struct page *page, struct vm_area_struct *vma)
{
	atomic_inc(&folio->_mapcount);
}

void folio_dup_file_rmap_pte(struct folio *folio, struct page *page, struct vm_area_struct *dst_vma)
{
	atomic_inc(&folio->_mapcount);
}

int folio_try_dup_anon_rmap_pte(struct folio *folio, struct page *page, struct vm_area_struct *dst_vma,
		struct vm_area_struct *src_vma)
{
	if (PageAnonExclusive(page)) {
		if (!folio_is_device_private(folio) && folio_maybe_dma_pinned(folio))
			return -EBUSY;
		ClearPageAnonExclusive(page);
	}
	atomic_inc(&folio->_mapcount);
	return 0;
}

int folio_try_dup_anon_rmap_pmd(struct folio *folio, struct page *page, struct vm_area_struct *dst_vma,
		struct vm_area_struct *src_vma)
{
	if (PageAnonExclusive(page)) {
		if (!folio_is_device_private(folio) && folio_maybe_dma_pinned(folio))
			return -EBUSY;
		ClearPageAnonExclusive(page);
	}
	atomic_inc(&folio->_mapcount);
	return 0;
}

void folio_remove_rmap_pte(struct folio *folio, struct page *page, struct vm_area_struct *vma)
{
	atomic_dec(&folio->_mapcount);
}

void folio_remove_rmap_pmd(struct folio *folio, struct page *page, struct vm_area_struct *vma)
{
	atomic_dec(&folio->_mapcount);
}

void folio_remove_rmap_pud(struct folio *folio, struct page *page, struct vm_area_struct *vma)
{
	atomic_dec(&folio->_mapcount);
}

/*
 * Every entry that maps a page becomes a migration entry, without a reference.
 * source: mm/rmap.c v4.14..v5.13 try_to_unmap(TTU_MIGRATION), v5.14..v7.3 try_to_migrate
 */
static bool try_to_migrate_one(struct page *page, struct vm_area_struct *vma,
		     unsigned long address)
{
	struct mm_struct *mm = vma->vm_mm;
	pte_t *ptep = &mm->pte[address];
	pte_t pteval = ptep_get(ptep);
	swp_entry_t entry;

	if (pte_none(pteval) || is_migration_entry(pteval) || pte_pfn(pteval) != page_to_pfn(page))
		return true;

	pteval = ptep_clear_flush(vma, address, ptep);
	if (pte_write(pteval))
		entry = make_writable_migration_entry(page_to_pfn(page));
	else
		entry = make_readable_migration_entry(page_to_pfn(page));
	set_pte_at(mm, address, ptep, swp_entry_to_pte(entry));

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	folio_remove_rmap_pte(page_folio(page), page, vma);
	folio_put(page_folio(page));
#else
	page_remove_rmap(page, vma, false);
	put_page(page);
#endif
	return true;
}

static void __try_to_migrate_in(struct page *page, struct vm_area_struct *vma)
{
	unsigned long address;

	if (!vma->vm_mm)
		return;
	spin_lock(&vma->vm_mm->page_table_lock);
	for (address = vma->vm_start; address < vma->vm_end; address += PAGE_SIZE)
		try_to_migrate_one(page, vma, address);
	spin_unlock(&vma->vm_mm->page_table_lock);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* Each page of the folio. */
void try_to_migrate(struct folio *folio, int flags)
{
	int nr = folio_nr_pages(folio);
	int i;

	for (i = 0; i < nr; i++) {
		__try_to_migrate_in(folio_page(folio, i), &vma);
		__try_to_migrate_in(folio_page(folio, i), &child_vma);
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
void try_to_migrate(struct folio *folio, int flags)
{
	__try_to_migrate_in(&folio->page, &vma);
	__try_to_migrate_in(&folio->page, &child_vma);
}
#else
void try_to_migrate(struct page *page, int flags)
{
	__try_to_migrate_in(page, &vma);
	__try_to_migrate_in(page, &child_vma);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
/*
 * A device gets a page for itself: the entry becomes a device-exclusive one, which keeps the mapping's reference and, from
 * v6.15 on, its count in the mapcount. The page comes back locked and held. Who faults, or forks, makes the entry an
 * ordinary one again as soon as the page is not locked.
 * source: mm/rmap.c v6.15..v7.3
 */
struct page *make_device_exclusive(struct mm_struct *mm, unsigned long addr,
		void *owner, struct folio **foliop)
{
	struct folio *folio;
	struct vm_area_struct *vma;
	struct page *page;
	swp_entry_t entry;
	pte_t *ptep;

	page = get_user_page_vma_remote(mm, addr,
					FOLL_GET | FOLL_WRITE, &vma);
	if (IS_ERR(page))
		return page;
	folio = page_folio(page);

	if (!folio_test_anon(folio)) {
		folio_put(folio);
		return ERR_PTR(-EOPNOTSUPP);
	}

	folio_lock(folio);

	ptep = pte_offset_map_lock(mm, &mm->pmd, addr, NULL);
	if (!pte_present(*ptep) || pte_pfn(*ptep) != page_to_pfn(page) || !pte_write(*ptep)) {
		pte_unmap_unlock(ptep, &mm->page_table_lock);
		folio_unlock(folio);
		folio_put(folio);
		return ERR_PTR(-EBUSY);
	}

	ptep_clear_flush(vma, addr, ptep);
	entry = make_writable_device_exclusive_entry(page_to_pfn(page));
	set_pte_at(mm, addr, ptep, swp_entry_to_pte(entry));
	pte_unmap_unlock(ptep, &mm->page_table_lock);
	*foliop = folio;
	return page;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
/* What the walk over the mappings is told, and what it tells. source: mm/rmap.c v5.14..v6.14 */
struct make_exclusive_args {
	struct mm_struct *mm;
	unsigned long address;
	void *owner;
	int valid;
};

/*
 * One mapping of a page becomes a device-exclusive entry, which keeps its reference; the mapping is no longer counted.
 * source: mm/rmap.c v5.14..v6.14, commit b756a3b5e7ea
 */
static bool page_make_device_exclusive_one(struct page *page,
		struct vm_area_struct *vma, unsigned long address, struct make_exclusive_args *args)
{
	struct mm_struct *mm = vma->vm_mm;
	pte_t *ptep = &mm->pte[address];
	pte_t pteval = ptep_get(ptep);
	swp_entry_t entry;

	if (!pte_present(pteval) || pte_pfn(pteval) != page_to_pfn(page))
		return true;

	pteval = ptep_clear_flush(vma, address, ptep);
	if (args->mm == mm && args->address == address &&
	    pte_write(pteval))
		args->valid = true;

	if (pte_write(pteval))
		entry = make_writable_device_exclusive_entry(page_to_pfn(page));
	else
		entry = make_readable_device_exclusive_entry(page_to_pfn(page));
	set_pte_at(mm, address, ptep, swp_entry_to_pte(entry));

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	folio_remove_rmap_pte(page_folio(page), page, vma);
#else
	page_remove_rmap(page, vma, false);
#endif
	return true;
}

static void __make_device_exclusive_in(struct page *page, struct vm_area_struct *vma,
		struct make_exclusive_args *args)
{
	unsigned long address;

	if (!vma->vm_mm)
		return;
	spin_lock(&vma->vm_mm->page_table_lock);
	for (address = vma->vm_start; address < vma->vm_end; address += PAGE_SIZE)
		page_make_device_exclusive_one(page, vma, address, args);
	spin_unlock(&vma->vm_mm->page_table_lock);
}

/* All mappings of an anonymous page. source: mm/rmap.c v5.14..v6.14 (folio_make_device_exclusive from v5.18 on) */
static bool page_make_device_exclusive(struct page *page, struct mm_struct *mm,
		unsigned long address, void *owner)
{
	struct make_exclusive_args args = { 0 };

	args.mm = mm;
	args.address = address;
	args.owner = owner;
	args.valid = false;

	if (!PageAnon(page))
		return false;

	__make_device_exclusive_in(page, &vma, &args);
	__make_device_exclusive_in(page, &child_vma, &args);

	return args.valid && !page_mapcount(page);
}

/*
 * A device gets pages for itself. They come back locked and held. Who faults, or forks, makes the entries ordinary ones
 * again as soon as the page is not locked.
 * source: mm/rmap.c v5.14..v6.14, commit b756a3b5e7ea
 */
int make_device_exclusive_range(struct mm_struct *mm, unsigned long start,
				unsigned long end, struct page **pages,
				void *owner)
{
	long npages = (end - start) >> PAGE_SHIFT;
	long i;

	npages = get_user_pages_remote(mm, start, npages,
				       FOLL_GET | FOLL_WRITE,
				       pages);
	if (npages < 0)
		return npages;

	for (i = 0; i < npages; i++, start += PAGE_SIZE) {
		if (!trylock_page(pages[i])) {
			put_page(pages[i]);
			pages[i] = NULL;
			continue;
		}

		if (!page_make_device_exclusive(pages[i], mm, start, owner)) {
			unlock_page(pages[i]);
			put_page(pages[i]);
			pages[i] = NULL;
		}
	}

	return npages;
}
#endif
