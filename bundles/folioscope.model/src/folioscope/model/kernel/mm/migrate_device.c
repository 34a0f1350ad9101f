/*
 * Migration to and from device memory, in steps that a driver calls: setup (collect, unmap, check), pages, finalize.
 * source: mm/migrate.c v4.14..v5.17, mm/migrate_device.c v5.18..v7.3
 */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/*
 * A folio that is larger than what is to be moved is split; the lock that a fault holds goes over to the piece that the
 * fault is about.
 * source: mm/migrate_device.c v6.19..v7.3, commit a30b48bf1b24
 */
static int migrate_vma_split_folio(struct folio *folio,
				   struct page *fault_page)
{
	int ret;
	struct folio *fault_folio = fault_page ? page_folio(fault_page) : NULL;
	struct folio *new_fault_folio = NULL;

	if (folio != fault_folio) {
		folio_get(folio);
		folio_lock(folio);
	}

	ret = split_folio(folio);
	if (ret) {
		if (folio != fault_folio) {
			folio_unlock(folio);
			folio_put(folio);
		}
		return ret;
	}

	new_fault_folio = fault_page ? page_folio(fault_page) : NULL;

	if (!new_fault_folio) {
		folio_unlock(folio);
		folio_put(folio);
	} else if (folio != new_fault_folio) {
		if (new_fault_folio != fault_folio) {
			folio_get(new_fault_folio);
			folio_lock(new_fault_folio);
		}
		folio_unlock(folio);
		folio_put(folio);
	}

	return 0;
}
#endif

/*
 * Page table entries become migration entries; each page is held by one reference and locked. A device-private page
 * that the fault has locked (v6.15..) is not locked again.
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* What is left of a range does not move. source: mm/migrate_device.c v4.14..v7.3 */
static int migrate_vma_collect_skip(unsigned long start, unsigned long end, struct migrate_vma *migrate)
{
	unsigned long addr;

	for (addr = start; addr < end; addr += PAGE_SIZE) {
		migrate->dst[migrate->npages] = 0;
		migrate->src[migrate->npages] = 0;
		migrate->npages++;
	}
	return 0;
}
#endif

static int migrate_vma_collect_pmd(pmd_t *pmdp,
				   unsigned long start,
				   unsigned long end,
				   struct migrate_vma *migrate)
{
	struct vm_area_struct *vma = migrate->vma;
	struct mm_struct *mm = vma->vm_mm;
	unsigned long addr = start;
	spinlock_t *ptl;
	pte_t *ptep;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	if (pmd_is_device_private_entry(*pmdp))
		__split_huge_pmd(vma, pmdp, start, false);
again:
#endif
	ptl = pte_lockptr(mm, pmdp);
	ptep = pte_offset_map_lock(mm, pmdp, addr, NULL);

	for (; addr < end; addr += PAGE_SIZE, ptep++) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 211)
		struct dev_pagemap *pgmap;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
		unsigned long mpfn = 0, pfn;
#else
		unsigned long mpfn, pfn;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
		struct folio *folio;
#endif
		struct page *page;
		swp_entry_t entry;
		pte_t pte;

		pte = ptep_get(ptep);

		if (pte_none(pte)) {
			if (vma_is_anonymous(vma)) {
				mpfn = MIGRATE_PFN_MIGRATE;
				migrate->cpages++;
			}
			goto next;
		}

		if (!pte_present(pte)) {
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 7, 0)
			mpfn = 0;
#endif
			entry = pte_to_swp_entry(pte);
			if (!is_device_private_entry(entry))
				goto next;

			page = pfn_swap_entry_to_page(entry);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 211)
			pgmap = page_pgmap(page);
			if (!(migrate->flags &
				MIGRATE_VMA_SELECT_DEVICE_PRIVATE) ||
			    pgmap->owner != migrate->pgmap_owner)
				goto next;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
			if (!(migrate->flags &
				MIGRATE_VMA_SELECT_DEVICE_PRIVATE) ||
			    page->pgmap->owner != migrate->pgmap_owner)
				goto next;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
			if (page->pgmap->owner != migrate->src_owner)
				goto next;
#endif

			mpfn = migrate_pfn(page_to_pfn(page)) |
					MIGRATE_PFN_MIGRATE;
			if (is_writable_device_private_entry(entry))
				mpfn |= MIGRATE_PFN_WRITE;
		} else {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 9, 0)
			if (migrate->src_owner)
				goto next;
#endif
			pfn = pte_pfn(pte);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
			page = _vm_normal_page(migrate->vma, addr, pte, true);
#else
			page = vm_normal_page(migrate->vma, addr, pte);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
			if (page && !is_zone_device_page(page) &&
			    !(migrate->flags & MIGRATE_VMA_SELECT_SYSTEM))
				goto next;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 211)
			else if (page && is_device_coherent_page(page)) {
				pgmap = page_pgmap(page);

				if (!(migrate->flags &
					MIGRATE_VMA_SELECT_DEVICE_COHERENT) ||
					pgmap->owner != migrate->pgmap_owner)
					goto next;
			}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
			else if (page && is_device_coherent_page(page) &&
			    (!(migrate->flags & MIGRATE_VMA_SELECT_DEVICE_COHERENT) ||
			     page->pgmap->owner != migrate->pgmap_owner))
				goto next;
#endif
			mpfn = migrate_pfn(pfn) | MIGRATE_PFN_MIGRATE;
			mpfn |= pte_write(pte) ? MIGRATE_PFN_WRITE : 0;
		}

		if (!page || !page->mapping) {
			mpfn = 0;
			goto next;
		}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
		folio = page_folio(page);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
		if (folio_test_large(folio)) {
			pte_unmap_unlock(ptep, ptl);
			if (migrate_vma_split_folio(folio, migrate->fault_page))
				return migrate_vma_collect_skip(addr, end, migrate);
			goto again;
		}
#endif
		folio_get(folio);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
		if (migrate->fault_page == page || folio_trylock(folio)) {
#else
		if (folio_trylock(folio)) {
#endif
			pte = ptep_get_and_clear(mm, addr, ptep);

			migrate->cpages++;

			if (mpfn & MIGRATE_PFN_WRITE)
				entry = make_writable_migration_entry(
							page_to_pfn(page));
			else
				entry = make_readable_migration_entry(
							page_to_pfn(page));
			set_pte_at(mm, addr, ptep, swp_entry_to_pte(entry));

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
			folio_remove_rmap_pte(folio, page, vma);
#else
			page_remove_rmap(page, vma, false);
#endif
			folio_put(folio);
		} else {
			folio_put(folio);
			mpfn = 0;
		}
#else
		get_page(page);
		migrate->cpages++;

		if (trylock_page(page)) {
			mpfn |= MIGRATE_PFN_LOCKED;
			ptep_get_and_clear(mm, addr, ptep);

			if (mpfn & MIGRATE_PFN_WRITE)
				entry = make_writable_migration_entry(
							page_to_pfn(page));
			else
				entry = make_readable_migration_entry(
							page_to_pfn(page));
			set_pte_at(mm, addr, ptep, swp_entry_to_pte(entry));

			page_remove_rmap(page, vma, false);
			put_page(page);
		} else {
			put_page(page);
			migrate->cpages--;
			mpfn = 0;
		}
#endif

next:
		migrate->dst[migrate->npages] = 0;
		migrate->src[migrate->npages] = mpfn;
		migrate->npages++;
	}

	spin_unlock(ptl);

	return 0;
}

static void migrate_vma_collect(struct migrate_vma *migrate)
{
	migrate_vma_collect_pmd(&migrate->vma->vm_mm->pmd, migrate->start,
				migrate->end, migrate);
}

/*
 * A first look at the count: nobody but the collector and the mappings. For a device page one reference too many is
 * let through, once for the one that each device page had (until v5.17), later by an oversight; a private page was not
 * looked at until v5.16, for the sake of those who waited with a reference.
 * source: mm/migrate.c v4.14..v5.16; v5.17 ffa65753c431; v6.1 16ce101db85d fault_page
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static bool migrate_vma_check_page(struct page *page, struct page *fault_page)
#else
static bool migrate_vma_check_page(struct page *page)
#endif
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	int extra = 1 + (page == fault_page);
#else
	int extra = 1;
#endif

	if (PageCompound(page))
		return false;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	if (is_zone_device_page(page))
		extra++;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
	if (is_zone_device_page(page)) {
		return is_device_private_page(page);
	}
#else
	if (is_zone_device_page(page)) {
		if (is_device_private_page(page))
			return true;

		if (!is_device_public_page(page))
			return false;
		extra++;
	}
#endif

	if (page_mapping(page))
		extra += 1;

	if ((page_count(page) - extra) > page_mapcount(page))
		return false;

	return true;
}

/* Unmap what other processes map; a page that somebody else holds is given up. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static unsigned long migrate_device_unmap(unsigned long *src_pfns,
					  unsigned long npages,
					  struct page *fault_page)
{
	unsigned long i, restore = 0;
	unsigned long unmapped = 0;

	for (i = 0; i < npages; i++) {
		struct page *page = migrate_pfn_to_page(src_pfns[i]);
		struct folio *folio;

		if (!page) {
			if (src_pfns[i] & MIGRATE_PFN_MIGRATE)
				unmapped++;
			continue;
		}

		folio = page_folio(page);
		if (folio_mapped(folio))
			try_to_migrate(folio, 0);

		if (folio_mapped(folio) ||
		    !migrate_vma_check_page(page, fault_page)) {
			src_pfns[i] &= ~MIGRATE_PFN_MIGRATE;
			restore++;
			continue;
		}

		unmapped++;
	}

	for (i = 0; i < npages && restore; i++) {
		struct page *page = migrate_pfn_to_page(src_pfns[i]);
		struct folio *folio;

		if (!page || (src_pfns[i] & MIGRATE_PFN_MIGRATE))
			continue;

		folio = page_folio(page);
		remove_migration_ptes(folio, folio, 0);

		src_pfns[i] = 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
		if (fault_page != page)
			folio_unlock(folio);
#else
		folio_unlock(folio);
#endif
		folio_put(folio);
		restore--;
	}

	return unmapped;
}

static void migrate_vma_unmap(struct migrate_vma *migrate)
{
	migrate->cpages = migrate_device_unmap(migrate->src, migrate->npages,
					migrate->fault_page);
}
#else
static void migrate_vma_unmap(struct migrate_vma *migrate)
{
	const unsigned long npages = migrate->npages;
	unsigned long i, restore = 0;

	for (i = 0; i < npages; i++) {
		struct page *page = migrate_pfn_to_page(migrate->src[i]);

		if (!page)
			continue;

		if (page_mapped(page)) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
			try_to_migrate(page_folio(page), 0);
#else
			try_to_migrate(page, 0);
#endif
		}

		if (page_mapped(page) || !migrate_vma_check_page(page)) {
			migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
			migrate->cpages--;
			restore++;
			continue;
		}
	}

	for (i = 0; i < npages && restore; i++) {
		struct page *page = migrate_pfn_to_page(migrate->src[i]);

		if (!page || (migrate->src[i] & MIGRATE_PFN_MIGRATE))
			continue;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
		remove_migration_ptes(page_folio(page), page_folio(page), 0);
#else
		remove_migration_ptes(page, page, false);
#endif

		migrate->src[i] = 0;
		unlock_page(page);
		put_page(page);
		restore--;
	}
}
#endif

/* source: mm/migrate.c v5.4..v5.17, mm/migrate_device.c v5.18..v7.3 */
int migrate_vma_setup(struct migrate_vma *args)
{
	args->cpages = 0;
	args->npages = 0;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (args->fault_page && !is_device_private_page(args->fault_page))
		return -EINVAL;
#endif

	migrate_vma_collect(args);

	if (args->cpages)
		migrate_vma_unmap(args);

	return 0;
}

/*
 * A device page for a place where nothing was mapped: a private one by an entry that is not present, a coherent one by a
 * PTE as of RAM; public ones by a devmap PTE. The mapping takes a reference.
 * source: mm/migrate.c v4.14..v5.17, mm/migrate_device.c v5.18..v7.3
 */
static void migrate_vma_insert_page(struct migrate_vma *migrate,
				    unsigned long addr,
				    struct page *page,
				    unsigned long *src)
{
	struct vm_area_struct *vma = migrate->vma;
	struct mm_struct *mm = vma->vm_mm;
	spinlock_t *ptl;
	pte_t entry;
	pmd_t *pmdp;
	pte_t *ptep;

	if (!vma_is_anonymous(vma))
		goto abort;

	pmdp = &mm->pmd;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (is_device_private_page(page)) {
		swp_entry_t swp_entry;

		if (vma->vm_flags & VM_WRITE)
			swp_entry = make_writable_device_private_entry(
						page_to_pfn(page));
		else
			swp_entry = make_readable_device_private_entry(
						page_to_pfn(page));
		entry = swp_entry_to_pte(swp_entry);
	} else {
		if (is_zone_device_page(page) &&
		    !is_device_coherent_page(page)) {
			goto abort;
		}
		entry = mk_pte(page, vma->vm_page_prot);
		if (vma->vm_flags & VM_WRITE)
			entry = pte_mkwrite(pte_mkdirty(entry), vma);
	}
#else
	if (is_zone_device_page(page)) {
		if (is_device_private_page(page)) {
			swp_entry_t swp_entry;

			if (vma->vm_flags & VM_WRITE)
				swp_entry = make_writable_device_private_entry(
							page_to_pfn(page));
			else
				swp_entry = make_readable_device_private_entry(
							page_to_pfn(page));
			entry = swp_entry_to_pte(swp_entry);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
		} else if (is_device_public_page(page)) {
			entry = pte_mkold(mk_pte(page, READ_ONCE(vma->vm_page_prot)));
			if (vma->vm_flags & VM_WRITE)
				entry = pte_mkwrite(pte_mkdirty(entry), vma);
			entry = pte_mkdevmap(entry);
#endif
		} else {
			goto abort;
		}
	} else {
		entry = mk_pte(page, vma->vm_page_prot);
		if (vma->vm_flags & VM_WRITE)
			entry = pte_mkwrite(pte_mkdirty(entry), vma);
	}
#endif

	ptl = pte_lockptr(mm, pmdp);
	ptep = pte_offset_map_lock(mm, pmdp, addr, NULL);

	if (!pte_none(ptep_get(ptep)))
		goto unlock_abort;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	folio_add_new_anon_rmap(page_folio(page), vma, addr, RMAP_EXCLUSIVE);
	folio_get(page_folio(page));
#else
	page_add_new_anon_rmap(page, vma, addr);
	get_page(page);
#endif

	set_pte_at(mm, addr, ptep, entry);

	pte_unmap_unlock(ptep, ptl);
	return;

unlock_abort:
	pte_unmap_unlock(ptep, ptl);
abort:
	*src &= ~MIGRATE_PFN_MIGRATE;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/*
 * A large device-private folio for a place where nothing was mapped: the PMD takes one reference.
 * source: mm/migrate_device.c v6.19..v7.3, commit a30b48bf1b24
 */
static int migrate_vma_insert_huge_pmd_page(struct migrate_vma *migrate,
					 unsigned long addr,
					 struct page *page,
					 unsigned long *src,
					 pmd_t *pmdp)
{
	struct vm_area_struct *vma = migrate->vma;
	struct folio *folio = page_folio(page);
	spinlock_t *ptl;
	softleaf_t swp_entry;

	if (!folio_is_device_private(folio))
		goto abort;

	if (vma->vm_flags & VM_WRITE)
		swp_entry = make_writable_device_private_entry(
					page_to_pfn(page));
	else
		swp_entry = make_readable_device_private_entry(
					page_to_pfn(page));

	ptl = pmd_lock(vma->vm_mm, pmdp);
	if (!pmd_none(*pmdp)) {
		spin_unlock(ptl);
		goto abort;
	}

	folio_add_new_anon_rmap(folio, vma, addr, RMAP_EXCLUSIVE);
	folio_get(folio);
	set_pmd_at(vma->vm_mm, addr, pmdp, softleaf_to_pmd(swp_entry));
	spin_unlock(ptl);

	return 0;

abort:
	*src &= ~MIGRATE_PFN_MIGRATE;
	return -EINVAL;
}
#endif

/* The new pages take over; here the count is looked at exactly. source: as migrate_vma_setup */
void migrate_vma_pages(struct migrate_vma *migrate)
{
	const unsigned long npages = migrate->npages;
	const unsigned long start = migrate->start;
	unsigned long i;

	for (i = 0; i < npages; i++) {
		struct page *newpage = migrate_pfn_to_page(migrate->dst[i]);
		struct page *page = migrate_pfn_to_page(migrate->src[i]);
		struct address_space *mapping;
		int r;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
		int extra_cnt = 0;
#endif

		if (!newpage) {
			migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
			continue;
		}

		if (!page) {
			if (!(migrate->src[i] & MIGRATE_PFN_MIGRATE))
				continue;
			migrate_vma_insert_page(migrate, start + i * PAGE_SIZE, newpage,
						&migrate->src[i]);
			continue;
		}

		if (!(migrate->src[i] & MIGRATE_PFN_MIGRATE))
			continue;

		mapping = page_mapping(page);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		if (is_device_private_page(newpage) ||
		    is_device_coherent_page(newpage)) {
			if (mapping) {
				migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
				continue;
			}
		} else if (is_zone_device_page(newpage)) {
			migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
			continue;
		}
#else
		if (is_zone_device_page(newpage)) {
			if (is_device_private_page(newpage)) {
				if (mapping) {
					migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
					continue;
				}
			} else {
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
				if (!is_device_public_page(newpage)) {
					migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
					continue;
				}
#else
				migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
				continue;
#endif
			}
		}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
		if (migrate && migrate->fault_page == page)
			extra_cnt = 1;

		r = folio_migrate_mapping(mapping, page_folio(newpage),
					  page_folio(page), extra_cnt);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
		if (migrate && migrate->fault_page == page)
			r = migrate_folio_extra(mapping, page_folio(newpage),
						page_folio(page),
						MIGRATE_SYNC_NO_COPY, 1);
		else
			r = migrate_folio(mapping, page_folio(newpage),
					page_folio(page), MIGRATE_SYNC_NO_COPY);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		r = migrate_folio(mapping, page_folio(newpage),
				page_folio(page), MIGRATE_SYNC_NO_COPY);
#else
		r = migrate_page(mapping, newpage, page, MIGRATE_SYNC_NO_COPY);
#endif
		if (r != MIGRATEPAGE_SUCCESS)
			migrate->src[i] &= ~MIGRATE_PFN_MIGRATE;
	}
}

/* Entries point to the new pages, or again to the old ones; locks and the references of collector and driver go. */
void migrate_vma_finalize(struct migrate_vma *migrate)
{
	const unsigned long npages = migrate->npages;
	unsigned long i;

	for (i = 0; i < npages; i++) {
		struct page *newpage = migrate_pfn_to_page(migrate->dst[i]);
		struct page *page = migrate_pfn_to_page(migrate->src[i]);

		if (!page) {
			if (newpage) {
				unlock_page(newpage);
				put_page(newpage);
			}
			continue;
		}

		if (!(migrate->src[i] & MIGRATE_PFN_MIGRATE) || !newpage) {
			if (newpage) {
				unlock_page(newpage);
				put_page(newpage);
			}
			newpage = page;
		}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
		remove_migration_ptes(page_folio(page), page_folio(newpage), 0);
#else
		remove_migration_ptes(page, newpage, false);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
		if (migrate->fault_page != page)
			unlock_page(page);
#else
		unlock_page(page);
#endif

		put_page(page);

		if (newpage != page) {
			unlock_page(newpage);
			put_page(newpage);
		}
	}
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
/* Moves one coherent page to RAM, so that it can be pinned for long. source: mm/gup.c v6.0, mm/migrate_device.c v6.1..v7.3 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
int migrate_device_coherent_folio(struct folio *folio)
#else
int migrate_device_coherent_page(struct page *page)
#endif
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	struct page *page = &folio->page;
#endif
	struct migrate_vma args;
	struct migrate_pfns pfns;
	struct page *dpage;

	args.src = &pfns.src[0];
	args.dst = &pfns.dst[0];
	args.npages = 1;
	args.cpages = 1;
	args.fault_page = NULL;
	lock_page(page);
	pfns.src[0] = migrate_pfn(page_to_pfn(page)) | MIGRATE_PFN_MIGRATE;
	pfns.dst[0] = 0;

	migrate_vma_unmap(&args);
	if (!(pfns.src[0] & MIGRATE_PFN_MIGRATE))
		return -EBUSY;

	dpage = alloc_page(GFP_HIGHUSER_MOVABLE);
	if (dpage) {
		lock_page(dpage);
		pfns.dst[0] = migrate_pfn(page_to_pfn(dpage));
	}

	migrate_vma_pages(&args);
	migrate_vma_finalize(&args);

	if (pfns.src[0] & MIGRATE_PFN_MIGRATE)
		return 0;
	return -EBUSY;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
/* A page of the device that is in use, held and locked; 0 if it is free, or somebody has it. source: v6.15..v7.3 */
static unsigned long migrate_device_pfn_lock(unsigned long pfn)
{
	struct page *page = pfn_to_page(pfn);
	struct folio *folio = page_folio(page);

	if (!get_page_unless_zero(page))
		return 0;

	if (!folio_trylock(folio)) {
		folio_put(folio);
		return 0;
	}

	return migrate_pfn(pfn) | MIGRATE_PFN_MIGRATE;
}

/* Pages of the device are unmapped wherever they are mapped, so that they can leave it. source: v6.15..v7.3 */
int migrate_device_pfns(unsigned long *src_pfns, unsigned long npages)
{
	unsigned long i;

	for (i = 0; i < npages; i++)
		src_pfns[i] = migrate_device_pfn_lock(src_pfns[i]);

	migrate_device_unmap(src_pfns, npages, NULL);

	return 0;
}

/* Their contents move, as with migrate_vma_pages(). source: v6.1..v7.3 */
void migrate_device_pages(unsigned long *src_pfns, unsigned long *dst_pfns,
			unsigned long npages)
{
	struct migrate_vma args = { 0 };

	args.src = src_pfns;
	args.dst = dst_pfns;
	args.npages = npages;
	migrate_vma_pages(&args);
}

/* And who mapped them maps the new pages, as with migrate_vma_finalize(). source: v6.1..v7.3 */
void migrate_device_finalize(unsigned long *src_pfns,
			unsigned long *dst_pfns, unsigned long npages)
{
	struct migrate_vma args = { 0 };

	args.src = src_pfns;
	args.dst = dst_pfns;
	args.npages = npages;
	migrate_vma_finalize(&args);
}
#endif
