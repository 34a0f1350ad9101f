/*
 * Pages of a process taken by their address: pinned, or just held.
 * The process is the one that `vma` belongs to; an address counts pages, so it is the index of a PTE.
 * source: mm/gup.c v4.5..v7.3
 */

struct follow_page_context {
	struct dev_pagemap *pgmap;
	int page_mask;
};

enum { FOLL_TOUCH = 2048 };

/* source: include/linux/fs.h v4.15..; a file on FS_DAX */
bool vma_is_fsdax(struct vm_area_struct *vma)
{
	return PGMAP_TYPE == MEMORY_DEVICE_FS_DAX && vma_is_dax(vma);
}


/* ---- Taking references. ---- */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/*
 * Some references on the folio of a page that is not held yet. Fails at zero; lets go again if the page has got
 * another folio meanwhile.
 * source: v5.18.. (v5.19..v6.14 look at FS_DAX when letting go, commit f4f451a16dd1)
 */
static inline struct folio *try_get_folio(struct page *page, int refs)
{
	struct folio *folio;

retry:
	folio = page_folio(page);
	if (WARN_ON_ONCE(folio_ref_count(folio) < 0))
		return NULL;
	if (unlikely(!folio_ref_try_add_rcu(folio, refs)))
		return NULL;

	if (unlikely(page_folio(page) != folio)) {
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0) || LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
		folio_put_refs(folio, refs);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
		if (!put_devmap_managed_page_refs(&folio->page, refs))
			folio_put_refs(folio, refs);
#else
		if (!put_devmap_managed_folio_refs(folio, refs))
			folio_put_refs(folio, refs);
#endif
		goto retry;
	}

	return folio;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
/*
 * Some references on the head of a page that is not held yet; fails at zero.
 * source: v5.1..v5.17
 */
static inline struct page *try_get_compound_head(struct page *page, int refs)
{
	struct page *head = compound_head(page);

	if (WARN_ON_ONCE(page_ref_count(head) < 0))
		return NULL;
	if (unlikely(!page_cache_add_speculative(head, refs)))
		return NULL;
	return head;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/*
 * Gives back what try_grab_folio() or try_grab_page() took.
 * source: v5.18.. (v5.18 does not look at FS_DAX, v5.19..v6.14 do, commit f4f451a16dd1)
 */
static void gup_put_folio(struct folio *folio, int refs, unsigned int flags)
{
	if (flags & FOLL_PIN) {
		if (folio_test_large(folio))
			atomic_sub(refs, &folio->_pincount);
		else
			refs *= GUP_PIN_COUNTING_BIAS;
	}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0) || LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	folio_put_refs(folio, refs);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
	if (!put_devmap_managed_page_refs(&folio->page, refs))
		folio_put_refs(folio, refs);
#else
	if (!put_devmap_managed_folio_refs(folio, refs))
		folio_put_refs(folio, refs);
#endif
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 13, 0)
/* The last of several references is put with a look at the page. source: v5.13..v5.17 */
static void put_page_refs(struct page *page, int refs)
{
	if (VM_WARN_ON_ONCE_PAGE(page_ref_count(page) < refs, page))
		return;

	if (refs > 1)
		page_ref_sub(page, refs - 1);
	put_page(page);
}

static void put_compound_head(struct page *page, int refs, unsigned int flags)
{
	if (flags & FOLL_PIN) {
		if (PageHead(page))
			atomic_sub(refs, &page->_pincount);
		else
			refs *= GUP_PIN_COUNTING_BIAS;
	}

	put_page_refs(page, refs);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/* source: v5.6..v5.12 */
static void put_compound_head(struct page *page, int refs, unsigned int flags)
{
	if (flags & FOLL_PIN) {
		if (PageHead(page))
			atomic_sub(refs, &page->_pincount);
		else
			refs *= GUP_PIN_COUNTING_BIAS;
	}

	VM_BUG_ON_PAGE(page_ref_count(page) < refs, page);
	if (refs > 1)
		page_ref_sub(page, refs - 1);
	put_page(page);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
/*
 * Slow path, page table locked: takes references on a folio that the page table holds. A count of zero is refused.
 * source: v6.10..
 */
int try_grab_folio(struct folio *folio, int refs,
				unsigned int flags)
{
	if (WARN_ON_ONCE(folio_ref_count(folio) <= 0))
		return -ENOMEM;

	if (unlikely(!(flags & FOLL_PCI_P2PDMA) && folio_is_pci_p2pdma(folio)))
		return -EREMOTEIO;

	if (flags & FOLL_GET)
		folio_ref_add(folio, refs);
	else if (flags & FOLL_PIN) {
		if (folio_test_large(folio)) {
			folio_ref_add(folio, refs);
			atomic_add(refs, &folio->_pincount);
		} else {
			folio_ref_add(folio, refs * GUP_PIN_COUNTING_BIAS);
		}
	}

	return 0;
}

/*
 * Fast path: nothing is locked, so only a speculative reference is possible.
 * source: v6.10..
 */
static struct folio *try_grab_folio_fast(struct page *page, int refs,
					 unsigned int flags)
{
	struct folio *folio;

	if (unlikely(!(flags & FOLL_PCI_P2PDMA) && is_pci_p2pdma_page(page)))
		return NULL;

	if (flags & FOLL_GET)
		return try_get_folio(page, refs);

	folio = try_get_folio(page, refs);
	if (!folio)
		return NULL;

	if (unlikely((flags & FOLL_LONGTERM) &&
		     !folio_is_longterm_pinnable(folio))) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
		folio_put_refs(folio, refs);
#else
		if (!put_devmap_managed_folio_refs(folio, refs))
			folio_put_refs(folio, refs);
#endif
		return NULL;
	}

	if (folio_test_large(folio))
		atomic_add(refs, &folio->_pincount);
	else
		folio_ref_add(folio,
				refs * (GUP_PIN_COUNTING_BIAS - 1));

	return folio;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/*
 * Takes speculative references on the folio of a page.
 * source: v5.18..v6.9
 */
struct folio *try_grab_folio(struct page *page, int refs, unsigned int flags)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	if (unlikely(!(flags & FOLL_PCI_P2PDMA) && is_pci_p2pdma_page(page)))
		return NULL;

#endif
	if (flags & FOLL_GET)
		return try_get_folio(page, refs);
	else if (flags & FOLL_PIN) {
		struct folio *folio;

		if (unlikely((flags & FOLL_LONGTERM) &&
			     !is_longterm_pinnable_page(page)))
			return NULL;

		folio = try_get_folio(page, refs);
		if (!folio)
			return NULL;

		if (folio_test_large(folio))
			atomic_add(refs, &folio->_pincount);
		else
			folio_ref_add(folio,
					refs * (GUP_PIN_COUNTING_BIAS - 1));

		return folio;
	}

	WARN_ON_ONCE(1);
	return NULL;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
/* Slow path, page table locked. A count of zero is refused. source: v6.2..v6.9 */
int try_grab_page(struct page *page, unsigned int flags)
{
	struct folio *folio = page_folio(page);

	if (WARN_ON_ONCE(folio_ref_count(folio) <= 0))
		return -ENOMEM;

	if (unlikely(!(flags & FOLL_PCI_P2PDMA) && is_pci_p2pdma_page(page)))
		return -EREMOTEIO;

	if (flags & FOLL_GET)
		folio_ref_inc(folio);
	else if (flags & FOLL_PIN) {
		if (folio_test_large(folio)) {
			folio_ref_add(folio, 1);
			atomic_add(1, &folio->_pincount);
		} else {
			folio_ref_add(folio, GUP_PIN_COUNTING_BIAS);
		}
	}

	return 0;
}
#else
/* source: v5.18..v6.1 */
bool try_grab_page(struct page *page, unsigned int flags)
{
	struct folio *folio = page_folio(page);

	if (WARN_ON_ONCE(folio_ref_count(folio) <= 0))
		return false;

	if (flags & FOLL_GET)
		folio_ref_inc(folio);
	else if (flags & FOLL_PIN) {
		if (folio_test_large(folio)) {
			folio_ref_add(folio, 1);
			atomic_add(1, &folio->_pincount);
		} else {
			folio_ref_add(folio, GUP_PIN_COUNTING_BIAS);
		}
	}

	return true;
}
#endif
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/* Takes speculative references on the head of a page. source: v5.6..v5.17 */
struct page *try_grab_compound_head(struct page *page,
				    int refs, unsigned int flags)
{
	if (flags & FOLL_GET)
		return try_get_compound_head(page, refs);
	else if (flags & FOLL_PIN) {
		page = try_get_compound_head(page, refs);
		if (!page)
			return NULL;

		if (PageHead(page))
			atomic_add(refs, &page->_pincount);
		else
			page_ref_add(page, refs * (GUP_PIN_COUNTING_BIAS - 1));

		return page;
	}

	WARN_ON_ONCE(1);
	return NULL;
}

/* Slow path, page table locked. A count of zero is refused. source: v5.6..v5.17 */
bool try_grab_page(struct page *page, unsigned int flags)
{
	if (flags & FOLL_GET)
		return try_get_page(page);
	else if (flags & FOLL_PIN) {
		int refs = 1;

		page = compound_head(page);

		if (WARN_ON_ONCE(page_ref_count(page) <= 0))
			return false;

		if (PageHead(page))
			atomic_add(1, &page->_pincount);
		else
			refs = GUP_PIN_COUNTING_BIAS;

		page_ref_add(page, refs);
	}

	return true;
}
#endif

/* ---- Giving a pin back. ---- */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* source: v5.18.. */
void unpin_user_page(struct page *page)
{
	gup_put_folio(page_folio(page), 1, FOLL_PIN);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
/* source: v5.10..v5.17 */
void unpin_user_page(struct page *page)
{
	put_compound_head(compound_head(page), 1, FOLL_PIN);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/*
 * A pin of a page that is free, or idle, at 1 is looked at for that transition.
 * source: v5.6..v5.9
 */
static bool __unpin_devmap_managed_user_page(struct page *page)
{
	int count, refs = 1;

	if (!page_is_devmap_managed(page))
		return false;

	if (PageHead(page))
		atomic_sub(1, &page->_pincount);
	else
		refs = GUP_PIN_COUNTING_BIAS;

	count = page_ref_sub_return(page, refs);

	if (count == 1)
		free_devmap_managed_page(page);
	else if (!count)
		__put_page(page);

	return true;
}

/* source: v5.6..v5.9 */
void unpin_user_page(struct page *page)
{
	int refs = 1;

	page = compound_head(page);

	if (__unpin_devmap_managed_user_page(page))
		return;

	if (PageHead(page))
		atomic_sub(1, &page->_pincount);
	else
		refs = GUP_PIN_COUNTING_BIAS;

	if (page_ref_sub_and_test(page, refs))
		__put_page(page);
}
#endif

/* ---- The slow path: the page table is locked while the reference is taken. ---- */

static struct page *no_page_table(struct vm_area_struct *vma, unsigned int flags)
{
	return NULL;
}

/*
 * The page that a PTE maps, with a reference according to the flags; NULL when it must be faulted in, a negative
 * number when it cannot be had. Until v6.16 a devmap PTE is followed only while its pgmap is held.
 * source: v4.5..v7.3
 */
static struct page *follow_page_pte(struct vm_area_struct *vma,
		int address, pmd_t *pmd, unsigned int flags,
		struct dev_pagemap **pgmap)
{
	struct mm_struct *mm = vma->vm_mm;
	struct page *page;
	spinlock_t *ptl;
	pte_t *ptep, pte;
	int ret;

	ptl = &mm->page_table_lock;
	spin_lock(ptl);
	ptep = &mm->pte[address];
	pte = ptep_get(ptep);
	if (!pte_present(pte))
		goto no_page;

	page = vm_normal_page(vma, address, pte);

	if ((flags & FOLL_WRITE) && !pte_write(pte)) {
		page = NULL;
		goto out;
	}

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (!page && pte_devmap(pte) && (flags & (FOLL_GET | FOLL_PIN))) {
		*pgmap = get_dev_pagemap(pte_pfn(pte), *pgmap);
		if (*pgmap)
			page = pte_page(pte);
		else
			goto no_page;
	} else if (unlikely(!page)) {
		page = ERR_PTR(-EFAULT);
		goto out;
	}
#else
	if (unlikely(!page)) {
		page = ERR_PTR(-EFAULT);
		goto out;
	}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	ret = try_grab_folio(page_folio(page), 1, flags);
	if (unlikely(ret)) {
		page = ERR_PTR(ret);
		goto out;
	}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	ret = try_grab_page(page, flags);
	if (unlikely(ret)) {
		page = ERR_PTR(ret);
		goto out;
	}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (unlikely(!try_grab_page(page, flags))) {
		page = ERR_PTR(-ENOMEM);
		goto out;
	}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
	if (flags & FOLL_GET) {
		if (unlikely(!try_get_page(page))) {
			page = ERR_PTR(-ENOMEM);
			goto out;
		}
	}
#else
	if (flags & FOLL_GET)
		get_page(page);
#endif
out:
	spin_unlock(ptl);
	return page;
no_page:
	spin_unlock(ptl);
	return no_page_table(vma, flags);
}

/*
 * What a VMA lets GUP do: FS_DAX pages are not pinned for long, as the file system could never have them back.
 * source: v4.15..v7.3
 */
static int check_vma_flags(struct vm_area_struct *vma, unsigned int gup_flags)
{
	if (vma->vm_flags & (VM_IO | VM_PFNMAP))
		return -EFAULT;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	if ((gup_flags & FOLL_LONGTERM) && vma_is_fsdax(vma))
		return -EOPNOTSUPP;
#endif
	return 0;
}

/*
 * One page by the slow path; what is not mapped is not faulted in here. Returns the number of pages got or a negative
 * error.
 * source: __get_user_pages v4.5..v7.3
 */
static int __get_user_pages(struct mm_struct *mm, int start, int nr_pages,
		unsigned int gup_flags, struct page **pages)
{
	struct follow_page_context ctx;
	struct page *page;
	int ret;

	ctx.pgmap = NULL;
	ret = check_vma_flags(&vma, gup_flags);
	if (ret)
		goto out;
	page = follow_page_pte(&vma, start, &mm->pmd, gup_flags, &ctx.pgmap);
	if (!page) {
		ret = -EFAULT;
		goto out;
	}
	if (IS_ERR(page)) {
		ret = PTR_ERR(page);
		goto out;
	}
	pages[0] = page;
	ret = 1;
out:
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (ctx.pgmap)
		put_dev_pagemap(ctx.pgmap);
#endif
	return ret;
}

/* source: v4.5..v7.3 */
int get_user_pages(int start, int nr_pages, unsigned int gup_flags, struct page **pages)
{
	return __get_user_pages(&mm, start, nr_pages, gup_flags | FOLL_GET, pages);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
/* One page of another process, and the area it lies in. source: include/linux/mm.h v6.4..v7.3 */
struct page *get_user_page_vma_remote(struct mm_struct *mm, unsigned long addr, int gup_flags,
		struct vm_area_struct **vmap)
{
	struct page *page;
	int got = __get_user_pages(mm, addr, 1, gup_flags, &page);

	if (got != 1)
		return ERR_PTR(got);
	*vmap = &vma;
	return page;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
/* Pages of another process. source: v4.6..v7.3 */
int get_user_pages_remote(struct mm_struct *mm, unsigned long start, unsigned long nr_pages,
		unsigned int gup_flags, struct page **pages)
{
	return __get_user_pages(mm, start, nr_pages, gup_flags, pages);
}
#endif

/* source: v5.6.. */
int pin_user_pages(int start, int nr_pages, unsigned int gup_flags, struct page **pages)
{
	return __get_user_pages(&mm, start, nr_pages, gup_flags | FOLL_PIN, pages);
}

/* ---- The fast path: no lock; take the reference first, then see whether the PTE is still the same. ---- */

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
/* What was got so far is given back. source: v4.5..v6.16 (gup_fast_undo_dev_pagemap from v6.10 on) */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
static void gup_fast_undo_dev_pagemap(int *nr, int nr_start, unsigned int flags, struct page **pages)
{
	while ((*nr) - nr_start) {
		struct folio *folio = page_folio(pages[--(*nr)]);

		gup_put_folio(folio, 1, flags);
	}
}
#else
static void undo_dev_pagemap(int *nr, int nr_start, unsigned int flags, struct page **pages)
{
	while ((*nr) - nr_start) {
		struct page *page = pages[--(*nr)];

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
		if (flags & FOLL_PIN)
			unpin_user_page(page);
		else
			put_page(page);
#else
		put_page(page);
#endif
	}
}
#endif

/* The pages behind a huge devmap entry, one by one, while their pgmap is held. source: v4.5..v6.16 (gup_fast_devmap_leaf from v6.10 on) */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
static int gup_fast_devmap_leaf(unsigned long pfn, unsigned long addr,
	unsigned long end, unsigned int flags, struct page **pages, int *nr)
{
	int nr_start = *nr;
	struct dev_pagemap *pgmap = NULL;

	do {
		struct folio *folio;
		struct page *page = pfn_to_page(pfn);

		pgmap = get_dev_pagemap(pfn, pgmap);
		if (unlikely(!pgmap)) {
			gup_fast_undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}

		if (!(flags & FOLL_PCI_P2PDMA) && is_pci_p2pdma_page(page)) {
			gup_fast_undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}

		folio = try_grab_folio_fast(page, 1, flags);
		if (!folio) {
			gup_fast_undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}
		pages[*nr] = page;
		(*nr)++;
		pfn++;
	} while (addr += PAGE_SIZE, addr != end);

	put_dev_pagemap(pgmap);
	return addr == end;
}
#else
static int __gup_device_huge(unsigned long pfn, unsigned long addr,
			     unsigned long end, unsigned int flags,
			     struct page **pages, int *nr)
{
	int nr_start = *nr;
	struct dev_pagemap *pgmap = NULL;

	do {
		struct page *page = pfn_to_page(pfn);

		pgmap = get_dev_pagemap(pfn, pgmap);
		if (unlikely(!pgmap)) {
			undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)

		if (!(flags & FOLL_PCI_P2PDMA) && is_pci_p2pdma_page(page)) {
			undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}
#endif
		pages[*nr] = page;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
		if (unlikely(try_grab_page(page, flags))) {
			undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
		if (unlikely(!try_grab_page(page, flags))) {
			undo_dev_pagemap(nr, nr_start, flags, pages);
			break;
		}
#else
		get_page(page);
#endif
		(*nr)++;
		pfn++;
	} while (addr += PAGE_SIZE, addr != end);

	put_dev_pagemap(pgmap);
	return addr == end;
}
#endif
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
/* source: v6.10..v7.3 (no look at the pgmap from v6.17 on) */
static int gup_fast_pte_range(pmd_t pmd, pmd_t *pmdp, int addr,
		int end, unsigned int flags, struct page **pages,
		int *nr)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	struct dev_pagemap *pgmap = NULL;
	int nr_start = *nr;
#endif
	int ret = 0;
	pte_t *ptep;

	ptep = pte_offset_map(pmdp, addr);
	do {
		pte_t pte = ptep_get_lockless(ptep);
		struct page *page;
		struct folio *folio;

		if (!pte_present(pte))
			goto pte_unmap;

		if ((flags & FOLL_WRITE) && !pte_write(pte))
			goto pte_unmap;

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
		if (pte_devmap(pte)) {
			if (unlikely(flags & FOLL_LONGTERM))
				goto pte_unmap;

			pgmap = get_dev_pagemap(pte_pfn(pte), pgmap);
			if (unlikely(!pgmap)) {
				gup_fast_undo_dev_pagemap(nr, nr_start, flags, pages);
				goto pte_unmap;
			}
		} else if (pte_special(pte))
			goto pte_unmap;
#else
		if (pte_special(pte))
			goto pte_unmap;
#endif

		page = pte_page(pte);

		folio = try_grab_folio_fast(page, 1, flags);
		if (!folio)
			goto pte_unmap;

		if (unlikely(pte != ptep_get(ptep))) {
			gup_put_folio(folio, 1, flags);
			goto pte_unmap;
		}

		pages[*nr] = page;
		(*nr)++;
	} while (ptep++, addr += PAGE_SIZE, addr != end);

	ret = 1;

pte_unmap:
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (pgmap)
		put_dev_pagemap(pgmap);
#endif
	return ret;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* source: v5.18..v6.9 */
static int gup_pte_range(pmd_t pmd, pmd_t *pmdp, int addr,
			 int end, unsigned int flags,
			 struct page **pages, int *nr)
{
	struct dev_pagemap *pgmap = NULL;
	int nr_start = *nr, ret = 0;
	pte_t *ptep;

	ptep = pte_offset_map(pmdp, addr);
	do {
		pte_t pte = ptep_get_lockless(ptep);
		struct page *page;
		struct folio *folio;

		if (!pte_present(pte))
			goto pte_unmap;

		if ((flags & FOLL_WRITE) && !pte_write(pte))
			goto pte_unmap;

		if (pte_devmap(pte)) {
			if (unlikely(flags & FOLL_LONGTERM))
				goto pte_unmap;

			pgmap = get_dev_pagemap(pte_pfn(pte), pgmap);
			if (unlikely(!pgmap)) {
				undo_dev_pagemap(nr, nr_start, flags, pages);
				goto pte_unmap;
			}
		} else if (pte_special(pte))
			goto pte_unmap;

		page = pte_page(pte);

		folio = try_grab_folio(page, 1, flags);
		if (!folio)
			goto pte_unmap;

		if (unlikely(pte != *ptep)) {
			gup_put_folio(folio, 1, flags);
			goto pte_unmap;
		}

		pages[*nr] = page;
		(*nr)++;
	} while (ptep++, addr += PAGE_SIZE, addr != end);

	ret = 1;

pte_unmap:
	if (pgmap)
		put_dev_pagemap(pgmap);
	return ret;
}
#else
/* source: v4.12..v5.17 (x86 until v4.11: the reference is taken with interrupts off and the PTE not looked at again) */
static int gup_pte_range(pmd_t pmd, int addr, int end,
			 unsigned int flags, struct page **pages, int *nr)
{
	struct dev_pagemap *pgmap = NULL;
	int nr_start = *nr, ret = 0;
	pte_t *ptep;

	ptep = &mm.pte[addr];
	do {
		pte_t pte = gup_get_pte(ptep);
		struct page *head, *page;

		if (!pte_present(pte))
			goto pte_unmap;

		if ((flags & FOLL_WRITE) && !pte_write(pte))
			goto pte_unmap;

		if (pte_devmap(pte)) {
			if (unlikely(flags & FOLL_LONGTERM))
				goto pte_unmap;

			pgmap = get_dev_pagemap(pte_pfn(pte), pgmap);
			if (unlikely(!pgmap)) {
				undo_dev_pagemap(nr, nr_start, flags, pages);
				goto pte_unmap;
			}
		} else if (pte_special(pte))
			goto pte_unmap;

		page = pte_page(pte);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
		head = try_grab_compound_head(page, 1, flags);
		if (!head)
			goto pte_unmap;

		if (unlikely(pte != *ptep)) {
			put_compound_head(head, 1, flags);
			goto pte_unmap;
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
		head = try_get_compound_head(page, 1);
		if (!head)
			goto pte_unmap;

		if (unlikely(pte != *ptep)) {
			put_page(head);
			goto pte_unmap;
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 12, 0)
		head = compound_head(page);
		if (!page_cache_get_speculative(head))
			goto pte_unmap;

		if (unlikely(pte != *ptep)) {
			put_page(head);
			goto pte_unmap;
		}
#else
		get_page(page);
		put_dev_pagemap(pgmap);
		pgmap = NULL;
#endif

		pages[*nr] = page;
		(*nr)++;
	} while (ptep++, addr += 1, addr != end);

	ret = 1;

pte_unmap:
	if (pgmap)
		put_dev_pagemap(pgmap);
	return ret;
}
#endif

/* How many pages a fast walk got, and which. */
struct gup_fast_result {
	int nr;
	struct page *pages[2];
};

/*
 * By the fast path, and what that does not get by the slow one.
 * source: internal_get_user_pages_fast, gup_fast_fallback v4.5..v7.3
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
static int gup_fast_fallback(int start, int nr_pages,
		unsigned int gup_flags, struct page **pages)
#else
static int internal_get_user_pages_fast(int start, int nr_pages,
		unsigned int gup_flags, struct page **pages)
#endif
{
	struct gup_fast_result result;

	result.nr = 0;
	local_irq_disable();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	gup_fast_pte_range(mm.pmd, &mm.pmd, start, start + 1, gup_flags, result.pages, &result.nr);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	gup_pte_range(mm.pmd, &mm.pmd, start, start + 1, gup_flags, result.pages, &result.nr);
#else
	gup_pte_range(mm.pmd, start, start + 1, gup_flags, result.pages, &result.nr);
#endif
	local_irq_enable();
	if (result.nr == 1) {
		pages[0] = result.pages[0];
		return 1;
	}
	if (gup_flags & FOLL_FAST_ONLY)
		return 0;
	return __get_user_pages(&mm, start, nr_pages, gup_flags, pages);
}

/* source: v4.5.. */
int get_user_pages_fast(int start, int nr_pages, unsigned int gup_flags, struct page **pages)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	return gup_fast_fallback(start, nr_pages, gup_flags | FOLL_GET, pages);
#else
	return internal_get_user_pages_fast(start, nr_pages, gup_flags | FOLL_GET, pages);
#endif
}

/* source: v5.6.. */
int pin_user_pages_fast(int start, int nr_pages, unsigned int gup_flags, struct page **pages)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	return gup_fast_fallback(start, nr_pages, gup_flags | FOLL_PIN, pages);
#else
	return internal_get_user_pages_fast(start, nr_pages, gup_flags | FOLL_PIN, pages);
#endif
}
