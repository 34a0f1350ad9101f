/*
 * Moving what a page stands for to another page: migration entries, and the one count at which nobody else looks on.
 * source: mm/migrate.c v4.5..v7.3
 */

/*
 * How many references a page has that nobody but the migration uses: one, and (until v5.17) one more that a device page
 * is born with.
 * source: mm/migrate.c v4.20..v5.17; v5.18 27674ef6c73f; folio_expected_refs v5.18..v6.12, folio_expected_ref_count later
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 13, 0)
static int folio_expected_ref_count(struct folio *folio)
{
	return folio_mapcount(folio);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
static int folio_expected_refs(struct address_space *mapping,
		struct folio *folio)
{
	int refs = 1;

	if (!mapping)
		return refs;

	refs += folio_nr_pages(folio);
	return refs;
}
#else
static int expected_page_refs(struct address_space *mapping, struct page *page)
{
	int expected_count = 1;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
	expected_count += is_device_private_page(page);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
	expected_count += is_device_public_page(page);
#endif
#endif
	if (mapping)
		expected_count += compound_nr(page);

	return expected_count;
}
#endif

/* The file a page belongs to; anonymous pages have none. source: mm/util.c v4.5..v7.3 */
struct address_space *page_mapping(struct page *page)
{
	if (PageAnon(page))
		return NULL;
	return page->mapping;
}

/* The new page takes over, if the old one has exactly the expected references. source: mm/migrate.c v4.5..v7.3 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
int folio_migrate_mapping(struct address_space *mapping,
		struct folio *newfolio, struct folio *folio, int extra_count)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 13, 0)
	int expected_count = folio_expected_ref_count(folio) + extra_count + 1;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	int expected_count = folio_expected_refs(mapping, folio) + extra_count;
#else
	int expected_count = expected_page_refs(mapping, &folio->page) + extra_count;
#endif

	if (folio_ref_count(folio) != expected_count)
		return -EAGAIN;

	newfolio->index = folio->index;
	newfolio->mapping = folio->mapping;

	return MIGRATEPAGE_SUCCESS;
}
#else
int migrate_page_move_mapping(struct address_space *mapping,
		struct page *newpage, struct page *page, int extra_count)
{
	int expected_count = expected_page_refs(mapping, page) + extra_count;

	if (page_count(page) != expected_count)
		return -EAGAIN;

	newpage->index = page->index;
	newpage->mapping = page->mapping;

	return MIGRATEPAGE_SUCCESS;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
/* source: mm/migrate.c v6.1..v6.11, commit 16ce101db85d */
int migrate_folio_extra(struct address_space *mapping, struct folio *dst,
		struct folio *src, enum migrate_mode mode, int extra_count)
{
	int rc;

	rc = folio_migrate_mapping(mapping, dst, src, extra_count);

	if (rc != MIGRATEPAGE_SUCCESS)
		return rc;

	return MIGRATEPAGE_SUCCESS;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
/* source: mm/migrate.c v6.0..v7.3 */
int migrate_folio(struct address_space *mapping, struct folio *dst,
		struct folio *src, enum migrate_mode mode)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
	return migrate_folio_extra(mapping, dst, src, mode, 0);
#else
	int rc;

	rc = folio_migrate_mapping(mapping, dst, src, 0);

	if (rc != MIGRATEPAGE_SUCCESS)
		return rc;

	return MIGRATEPAGE_SUCCESS;
#endif
}
#else
/* source: mm/migrate.c v4.5..v5.19 */
int migrate_page(struct address_space *mapping,
		struct page *newpage, struct page *page,
		enum migrate_mode mode)
{
	int rc;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	rc = folio_migrate_mapping(mapping, page_folio(newpage),
				page_folio(page), 0);
#else
	rc = migrate_page_move_mapping(mapping, newpage, page, 0);
#endif

	if (rc != MIGRATEPAGE_SUCCESS)
		return rc;

	return MIGRATEPAGE_SUCCESS;
}
#endif

/*
 * Wait until a migration is over: until v5.16 with a reference, which goes as the wait begins (at once, here), later with
 * none.
 * source: mm/migrate.c v4.5..v5.16; v5.17 ffa65753c431
 */
void migration_entry_wait(struct mm_struct *mm, pmd_t *pmd,
				unsigned long address)
{
	spinlock_t *ptl = pte_lockptr(mm, pmd);
	pte_t *ptep = pte_offset_map_lock(mm, pmd, address, NULL);
	pte_t pte;
	swp_entry_t entry;
	struct page *page;

	pte = *ptep;
	if (pte_none(pte) || pte_present(pte))
		goto out;

	entry = pte_to_swp_entry(pte);
	if (!is_migration_entry(entry))
		goto out;

	page = pfn_swap_entry_to_page(entry);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
	__atomic_begin();
	if (!get_page_unless_zero(page)) {
		__atomic_end();
		goto out;
	}
	put_page(page);
	__atomic_end();
#endif
	pte_unmap_unlock(ptep, ptl);
	__await(page->lock == 0, "hang-idle-wait", "the end of a migration");
	return;
out:
	pte_unmap_unlock(ptep, ptl);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
/* Wait for the lock of an entry's page, without a reference to it. source: mm/filemap.c v5.17..v7.3 */
void migration_entry_wait_on_locked(swp_entry_t entry, spinlock_t *ptl)
{
	struct folio *folio = pfn_swap_entry_folio(entry);

	spin_unlock(ptl);
	__await(folio->lock == 0, "hang-idle-wait", "the lock of an entry's page");
}

void softleaf_entry_wait_on_locked(softleaf_t entry, spinlock_t *ptl)
{
	migration_entry_wait_on_locked(entry, ptl);
}
#endif

/* The entries of one process that wait for old point to new again, each with a reference and a mapping. source: mm/migrate.c v4.5..v7.3 */
static bool remove_migration_pte(struct page *new, struct vm_area_struct *vma,
				 unsigned long addr, struct page *old)
{
	struct mm_struct *mm = vma->vm_mm;
	pte_t *ptep = &mm->pte[addr];
	swp_entry_t entry;
	pte_t pte;

	entry = pte_to_swp_entry(*ptep);
	if (pte_present(entry) || !is_migration_entry(entry) || pfn_swap_entry_to_page(entry) != old)
		return true;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	folio_get(page_folio(new));
#else
	get_page(new);
#endif
	pte = mk_pte(new, vma->vm_page_prot);
	if (is_writable_migration_entry(entry))
		pte = pte_mkwrite(pte, vma);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
	if (unlikely(is_zone_device_page(new))) {
		if (is_device_private_page(new)) {
			if (pte_write(pte))
				entry = make_writable_device_private_entry(
							page_to_pfn(new));
			else
				entry = make_readable_device_private_entry(
							page_to_pfn(new));
			pte = swp_entry_to_pte(entry);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
		} else if (is_device_public_page(new)) {
			pte = pte_mkdevmap(pte);
#endif
		}
	}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	folio_add_anon_rmap_pte(page_folio(new), new, vma, addr, RMAP_EXCLUSIVE);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	page_add_anon_rmap(new, vma, addr, RMAP_EXCLUSIVE);
#else
	page_add_anon_rmap(new, vma, addr, RMAP_NONE);
#endif
	set_pte_at(mm, addr, ptep, pte);
	return true;
}

static void __remove_migration_ptes_of(struct vm_area_struct *vma, struct page *old, struct page *new)
{
	unsigned long addr;

	if (!vma->vm_mm)
		return;
	spin_lock(&vma->vm_mm->page_table_lock);
	for (addr = vma->vm_start; addr < vma->vm_end; addr += PAGE_SIZE)
		remove_migration_pte(new, vma, addr, old);
	spin_unlock(&vma->vm_mm->page_table_lock);
}

/* source: mm/migrate.c v4.5..v7.3 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
void remove_migration_ptes(struct folio *src, struct folio *dst, int flags)
{
	int nr = folio_nr_pages(src);
	int i;

	for (i = 0; i < nr; i++) {
		__remove_migration_ptes_of(&vma, folio_page(src, i), folio_page(dst, i));
		__remove_migration_ptes_of(&child_vma, folio_page(src, i), folio_page(dst, i));
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
void remove_migration_ptes(struct folio *src, struct folio *dst, int flags)
{
	__remove_migration_ptes_of(&vma, &src->page, &dst->page);
	__remove_migration_ptes_of(&child_vma, &src->page, &dst->page);
}
#else
void remove_migration_ptes(struct page *old, struct page *new, bool locked)
{
	__remove_migration_ptes_of(&vma, old, new);
	__remove_migration_ptes_of(&child_vma, old, new);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
/* There is one memory node. */
int page_to_nid(struct page *page)
{
	return 0;
}

/*
 * move_pages() looks for a page to move; here it is never on the wrong node for long. In v6.0 a device page is refused
 * without giving back the reference.
 * source: mm/migrate.c v5.10..v5.19; v6.0 3218f8712d6b; v6.1 f7091ed64ec8
 */
static int add_page_for_migration(struct mm_struct *mm, unsigned long addr,
		int node)
{
	struct page *page;
	int err;

	page = follow_page(&vma, addr, FOLL_GET | FOLL_DUMP);

	err = PTR_ERR(page);
	if (IS_ERR(page))
		goto out;

	err = -ENOENT;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (!page)
		goto out;

	if (is_zone_device_page(page))
		goto out_putpage;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (!page || is_zone_device_page(page))
		goto out;
#else
	if (!page)
		goto out;
#endif

	err = 0;
	if (page_to_nid(page) == node)
		goto out_putpage;

	err = -EACCES;
out_putpage:
	put_page(page);
out:
	return err;
}

/* move_pages() tells where pages are. source: as add_page_for_migration; with a reference from v5.15 on */
static void do_pages_stat_array(struct mm_struct *mm, unsigned long nr_pages)
{
	unsigned long i;

	for (i = 0; i < nr_pages; i++) {
		unsigned int foll_flags = FOLL_GET | FOLL_DUMP;
		struct page *page;
		int err = -EFAULT;

		page = follow_page(&vma, i, foll_flags);

		err = PTR_ERR(page);
		if (IS_ERR(page))
			goto set_status;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
		err = -ENOENT;
		if (!page)
			goto set_status;

		if (!is_zone_device_page(page))
			err = page_to_nid(page);

		if (foll_flags & FOLL_GET)
			put_page(page);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		if (page && !is_zone_device_page(page)) {
			err = page_to_nid(page);
			if (foll_flags & FOLL_GET)
				put_page(page);
		} else {
			err = -ENOENT;
		}
#else
		if (page) {
			err = page_to_nid(page);
			if (foll_flags & FOLL_GET)
				put_page(page);
		} else {
			err = -ENOENT;
		}
#endif
set_status:
		cond_resched();
	}
}
#endif
