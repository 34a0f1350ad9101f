/*
 * Huge entries: a PMD that maps two pages at once, or the PUD.
 * source: mm/huge_memory.c v4.5..v7.3
 */

/*
 * A PMD for a page frame number, without a reference: devmap until v6.16. In v6.15 and v6.16 it also finishes what
 * vmf_insert_folio_pmd() has begun, and marks that special too; from v6.12 on what is not devmap is special.
 * source: mm/huge_memory.c v4.5..v6.16; v6.12 pmd_special; v6.15 6c88f72691f8
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
struct folio_or_pfn {
	union {
		struct folio *folio;
		int pfn;
	};
	int is_folio;
};

/* source: mm/huge_memory.c v6.17..v7.3 (Fixes: 6c88f72691f8): a folio is counted and not special, a pfn the reverse */
static vm_fault_t insert_pmd(struct vm_area_struct *vma, unsigned long addr,
		pmd_t *pmd, struct folio_or_pfn *fop, pgprot_t prot,
		bool write)
{
	struct mm_struct *mm = vma->vm_mm;
	spinlock_t *ptl;
	pmd_t entry;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	ptl = pmd_lock(mm, pmd);
	if (!pmd_none(*pmd)) {
		const unsigned long pfn = fop->is_folio ? folio_pfn(fop->folio) :
					  fop->pfn;

		if (write) {
			if (pmd_pfn(*pmd) != pfn) {
				WARN_ON_ONCE(!is_huge_zero_pmd(*pmd));
				goto out_unlock;
			}
			entry = pmd_mkyoung(*pmd);
			entry = maybe_pmd_mkwrite(pmd_mkdirty(entry), vma);
			pmdp_set_access_flags(vma, addr, pmd, entry, 1);
		}
		goto out_unlock;
	}

	if (fop->is_folio) {
		folio_get(fop->folio);
		folio_add_file_rmap_pmd(fop->folio, &fop->folio->page, vma);
		entry = folio_mk_pmd(fop->folio, prot);
	} else {
		entry = pmd_mkhuge(pfn_pmd(fop->pfn, prot));
		entry = pmd_mkspecial(entry);
	}
	if (write) {
		entry = pmd_mkyoung(pmd_mkdirty(entry));
		entry = maybe_pmd_mkwrite(entry, vma);
	}

	set_pmd_at(mm, addr, pmd, entry);

out_unlock:
	spin_unlock(ptl);
	return VM_FAULT_NOPAGE;
}

vm_fault_t vmf_insert_pfn_pmd(struct vm_fault *vmf, unsigned long pfn, bool write)
{
	unsigned long addr = vmf->address & PMD_MASK;
	struct vm_area_struct *vma = vmf->vma;
	pgprot_t pgprot = vma->vm_page_prot;
	struct folio_or_pfn fop;

	fop.pfn = pfn;
	fop.is_folio = 0;
	return insert_pmd(vma, addr, vmf->pmd, &fop, pgprot, write);
}

/* source: mm/huge_memory.c v6.17..v7.3 */
vm_fault_t vmf_insert_folio_pmd(struct vm_fault *vmf, struct folio *folio,
				bool write)
{
	struct vm_area_struct *vma = vmf->vma;
	unsigned long addr = vmf->address & PMD_MASK;
	struct folio_or_pfn fop;

	fop.folio = folio;
	fop.is_folio = 1;
	if (WARN_ON_ONCE(folio_order(folio) != PMD_ORDER))
		return VM_FAULT_SIGBUS;

	return insert_pmd(vma, addr, vmf->pmd, &fop, vma->vm_page_prot, write);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 216)
static int insert_pfn_pmd(struct vm_area_struct *vma, unsigned long addr,
		pmd_t *pmd, pfn_t pfn, pgprot_t prot, bool write,
		pgtable_t pgtable)
{
	struct mm_struct *mm = vma->vm_mm;
	pmd_t entry;

	if (!pmd_none(*pmd)) {
		if (write) {
			if (pmd_pfn(*pmd) != pfn_t_to_pfn(pfn)) {
				WARN_ON_ONCE(!is_huge_zero_pmd(*pmd));
				return -EEXIST;
			}
			entry = pmd_mkyoung(*pmd);
			entry = maybe_pmd_mkwrite(pmd_mkdirty(entry), vma);
			pmdp_set_access_flags(vma, addr, pmd, entry, 1);
		}

		return -EEXIST;
	}

	entry = pmd_mkhuge(pfn_t_pmd(pfn, prot));
	if (pfn_t_devmap(pfn))
		entry = pmd_mkdevmap(entry);
	else
		entry = pmd_mkspecial(entry);
	if (write) {
		entry = pmd_mkyoung(pmd_mkdirty(entry));
		entry = maybe_pmd_mkwrite(entry, vma);
	}

	if (pgtable) {
		pgtable_trans_huge_deposit(mm, pmd, pgtable);
		mm_inc_nr_ptes(mm);
	}

	set_pmd_at(mm, addr, pmd, entry);
	update_mmu_cache_pmd(vma, addr, pmd);
	return 0;
}

vm_fault_t vmf_insert_pfn_pmd(struct vm_fault *vmf, pfn_t pfn, bool write)
{
	unsigned long addr = vmf->address & PMD_MASK;
	struct vm_area_struct *vma = vmf->vma;
	pgprot_t pgprot = vma->vm_page_prot;
	pgtable_t pgtable = NULL;
	spinlock_t *ptl;
	int error;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	ptl = pmd_lock(vma->vm_mm, vmf->pmd);
	error = insert_pfn_pmd(vma, addr, vmf->pmd, pfn, pgprot, write,
			pgtable);
	spin_unlock(ptl);
	if (error && pgtable)
		pte_free(vma->vm_mm, pgtable);

	return VM_FAULT_NOPAGE;
}

/* source: mm/huge_memory.c v6.15, commit 6c88f72691f8 */
vm_fault_t vmf_insert_folio_pmd(struct vm_fault *vmf, struct folio *folio,
				bool write)
{
	struct vm_area_struct *vma = vmf->vma;
	unsigned long addr = vmf->address & PMD_MASK;
	struct mm_struct *mm = vma->vm_mm;
	spinlock_t *ptl;
	pgtable_t pgtable = NULL;
	int error;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	if (WARN_ON_ONCE(folio_order(folio) != PMD_ORDER))
		return VM_FAULT_SIGBUS;

	ptl = pmd_lock(mm, vmf->pmd);
	if (pmd_none(*vmf->pmd)) {
		folio_get(folio);
		folio_add_file_rmap_pmd(folio, &folio->page, vma);
	}
	error = insert_pfn_pmd(vma, addr, vmf->pmd,
			pfn_to_pfn_t(folio_pfn(folio)), vma->vm_page_prot,
			write, pgtable);
	spin_unlock(ptl);
	if (error && pgtable)
		pte_free(mm, pgtable);

	return VM_FAULT_NOPAGE;
}
#else
static void insert_pfn_pmd(struct vm_area_struct *vma, unsigned long addr,
		pmd_t *pmd, pfn_t pfn, pgprot_t prot, bool write,
		pgtable_t pgtable)
{
	struct mm_struct *mm = vma->vm_mm;
	pmd_t entry;
	spinlock_t *ptl;

	ptl = pmd_lock(mm, pmd);
	if (!pmd_none(*pmd)) {
		if (write) {
			if (pmd_pfn(*pmd) != pfn_t_to_pfn(pfn)) {
				WARN_ON_ONCE(!is_huge_zero_pmd(*pmd));
				goto out_unlock;
			}
			entry = pmd_mkyoung(*pmd);
			entry = maybe_pmd_mkwrite(pmd_mkdirty(entry), vma);
			pmdp_set_access_flags(vma, addr, pmd, entry, 1);
		}

		goto out_unlock;
	}

	entry = pmd_mkhuge(pfn_t_pmd(pfn, prot));
	if (pfn_t_devmap(pfn))
		entry = pmd_mkdevmap(entry);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	else
		entry = pmd_mkspecial(entry);
#endif
	if (write) {
		entry = pmd_mkyoung(pmd_mkdirty(entry));
		entry = maybe_pmd_mkwrite(entry, vma);
	}

	if (pgtable) {
		pgtable_trans_huge_deposit(mm, pmd, pgtable);
		mm_inc_nr_ptes(mm);
		pgtable = NULL;
	}

	set_pmd_at(mm, addr, pmd, entry);
	update_mmu_cache_pmd(vma, addr, pmd);

out_unlock:
	spin_unlock(ptl);
	if (pgtable)
		pte_free(mm, pgtable);
}

/* source: mm/huge_memory.c v4.5..v6.14 */
vm_fault_t vmf_insert_pfn_pmd(struct vm_fault *vmf, pfn_t pfn, bool write)
{
	unsigned long addr = vmf->address & PMD_MASK;
	struct vm_area_struct *vma = vmf->vma;
	pgprot_t pgprot = vma->vm_page_prot;
	pgtable_t pgtable = NULL;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	insert_pfn_pmd(vma, addr, vmf->pmd, pfn, pgprot, write, pgtable);
	return VM_FAULT_NOPAGE;
}
#endif

/*
 * The same for a PUD, which device-dax alone has. source: mm/huge_memory.c v4.11..v7.3; v6.12 special; v6.15 dbe54153296d;
 * v6.17 (Fixes: dbe54153296d) a folio is not special
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static vm_fault_t insert_pud(struct vm_area_struct *vma, unsigned long addr,
		pud_t *pud, struct folio_or_pfn *fop, pgprot_t prot, bool write)
{
	struct mm_struct *mm = vma->vm_mm;
	spinlock_t *ptl;
	pud_t entry;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	ptl = pud_lock(mm, pud);
	if (!pud_none(*pud)) {
		const unsigned long pfn = fop->is_folio ? folio_pfn(fop->folio) :
					  fop->pfn;

		if (write) {
			if (WARN_ON_ONCE(pud_pfn(*pud) != pfn))
				goto out_unlock;
			entry = pud_mkyoung(*pud);
			entry = maybe_pud_mkwrite(pud_mkdirty(entry), vma);
			pudp_set_access_flags(vma, addr, pud, entry, 1);
		}
		goto out_unlock;
	}

	if (fop->is_folio) {
		folio_get(fop->folio);
		folio_add_file_rmap_pud(fop->folio, &fop->folio->page, vma);
		entry = folio_mk_pud(fop->folio, prot);
	} else {
		entry = pud_mkhuge(pfn_pud(fop->pfn, prot));
		entry = pud_mkspecial(entry);
	}
	if (write) {
		entry = pud_mkyoung(pud_mkdirty(entry));
		entry = maybe_pud_mkwrite(entry, vma);
	}

	set_pud_at(mm, addr, pud, entry);

out_unlock:
	spin_unlock(ptl);
	return VM_FAULT_NOPAGE;
}

vm_fault_t vmf_insert_pfn_pud(struct vm_fault *vmf, unsigned long pfn, bool write)
{
	unsigned long addr = vmf->address & PUD_MASK;
	struct vm_area_struct *vma = vmf->vma;
	pgprot_t pgprot = vma->vm_page_prot;
	struct folio_or_pfn fop;

	fop.pfn = pfn;
	fop.is_folio = 0;
	return insert_pud(vma, addr, vmf->pud, &fop, pgprot, write);
}

/* source: mm/huge_memory.c v6.17..v7.3 */
vm_fault_t vmf_insert_folio_pud(struct vm_fault *vmf, struct folio *folio,
				bool write)
{
	struct vm_area_struct *vma = vmf->vma;
	unsigned long addr = vmf->address & PUD_MASK;
	struct folio_or_pfn fop;

	fop.folio = folio;
	fop.is_folio = 1;
	if (WARN_ON_ONCE(folio_order(folio) != PUD_ORDER))
		return VM_FAULT_SIGBUS;

	return insert_pud(vma, addr, vmf->pud, &fop, vma->vm_page_prot, write);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 215)
static void insert_pfn_pud(struct vm_area_struct *vma, unsigned long addr,
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 16, 0)
		pud_t *pud, pfn_t pfn, pgprot_t prot, bool write)
{
	struct mm_struct *mm = vma->vm_mm;
#else
		pud_t *pud, pfn_t pfn, bool write)
{
	struct mm_struct *mm = vma->vm_mm;
	pgprot_t prot = vma->vm_page_prot;
#endif
	pud_t entry;

	if (!pud_none(*pud)) {
		if (write) {
			if (WARN_ON_ONCE(pud_pfn(*pud) != pfn_t_to_pfn(pfn)))
				return;
			entry = pud_mkyoung(*pud);
			entry = maybe_pud_mkwrite(pud_mkdirty(entry), vma);
			if (pudp_set_access_flags(vma, addr, pud, entry, 1))
				update_mmu_cache_pud(vma, addr, pud);
		}
		return;
	}

	entry = pud_mkhuge(pfn_t_pud(pfn, prot));
	if (pfn_t_devmap(pfn))
		entry = pud_mkdevmap(entry);
	else
		entry = pud_mkspecial(entry);
	if (write) {
		entry = pud_mkyoung(pud_mkdirty(entry));
		entry = maybe_pud_mkwrite(entry, vma);
	}
	set_pud_at(mm, addr, pud, entry);
	update_mmu_cache_pud(vma, addr, pud);
}

vm_fault_t vmf_insert_pfn_pud(struct vm_fault *vmf, pfn_t pfn, bool write)
{
	unsigned long addr = vmf->address & PUD_MASK;
	struct vm_area_struct *vma = vmf->vma;
	pgprot_t pgprot = vma->vm_page_prot;
	spinlock_t *ptl;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	track_pfn_insert(vma, &pgprot, pfn);

	ptl = pud_lock(vma->vm_mm, vmf->pud);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 16, 0)
	insert_pfn_pud(vma, addr, vmf->pud, pfn, pgprot, write);
#else
	insert_pfn_pud(vma, addr, vmf->pud, pfn, write);
#endif
	spin_unlock(ptl);

	return VM_FAULT_NOPAGE;
}

/* source: mm/huge_memory.c v6.15..v6.16, commit dbe54153296d */
vm_fault_t vmf_insert_folio_pud(struct vm_fault *vmf, struct folio *folio,
				bool write)
{
	struct vm_area_struct *vma = vmf->vma;
	unsigned long addr = vmf->address & PUD_MASK;
	pud_t *pud = vmf->pud;
	struct mm_struct *mm = vma->vm_mm;
	spinlock_t *ptl;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	if (WARN_ON_ONCE(folio_order(folio) != PUD_ORDER))
		return VM_FAULT_SIGBUS;

	ptl = pud_lock(mm, pud);

	if (pud_none(*vmf->pud)) {
		folio_get(folio);
		folio_add_file_rmap_pud(folio, &folio->page, vma);
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 16, 0)
	insert_pfn_pud(vma, addr, vmf->pud, pfn_to_pfn_t(folio_pfn(folio)),
		vma->vm_page_prot, write);
#else
	insert_pfn_pud(vma, addr, vmf->pud, pfn_to_pfn_t(folio_pfn(folio)),
		write);
#endif
	spin_unlock(ptl);

	return VM_FAULT_NOPAGE;
}
#else
static void insert_pfn_pud(struct vm_area_struct *vma, unsigned long addr,
		pud_t *pud, pfn_t pfn, bool write)
{
	struct mm_struct *mm = vma->vm_mm;
	pgprot_t prot = vma->vm_page_prot;
	pud_t entry;
	spinlock_t *ptl;

	ptl = pud_lock(mm, pud);
	if (!pud_none(*pud)) {
		if (write) {
			if (WARN_ON_ONCE(pud_pfn(*pud) != pfn_t_to_pfn(pfn)))
				goto out_unlock;
			entry = pud_mkyoung(*pud);
			entry = maybe_pud_mkwrite(pud_mkdirty(entry), vma);
			if (pudp_set_access_flags(vma, addr, pud, entry, 1))
				update_mmu_cache_pud(vma, addr, pud);
		}
		goto out_unlock;
	}

	entry = pud_mkhuge(pfn_t_pud(pfn, prot));
	if (pfn_t_devmap(pfn))
		entry = pud_mkdevmap(entry);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	else
		entry = pud_mkspecial(entry);
#endif
	if (write) {
		entry = pud_mkyoung(pud_mkdirty(entry));
		entry = maybe_pud_mkwrite(entry, vma);
	}
	set_pud_at(mm, addr, pud, entry);
	update_mmu_cache_pud(vma, addr, pud);

out_unlock:
	spin_unlock(ptl);
}

/* source: mm/huge_memory.c v4.11..v6.14 */
vm_fault_t vmf_insert_pfn_pud(struct vm_fault *vmf, pfn_t pfn, bool write)
{
	unsigned long addr = vmf->address & PUD_MASK;
	struct vm_area_struct *vma = vmf->vma;
	pgprot_t pgprot = vma->vm_page_prot;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	track_pfn_insert(vma, &pgprot, pfn);

	insert_pfn_pud(vma, addr, vmf->pud, pfn, write);
	return VM_FAULT_NOPAGE;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/*
 * Fork. A device-private folio is shared with the child, which takes a reference and a mapping.
 * source: mm/huge_memory.c v6.19..v7.3, commit a30b48bf1b24
 */
static void copy_huge_non_present_pmd(struct mm_struct *dst_mm, struct mm_struct *src_mm,
		pmd_t *dst_pmd, pmd_t *src_pmd, unsigned long addr,
		struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma, pmd_t pmd)
{
	softleaf_t entry = softleaf_from_pmd(pmd);
	struct folio *src_folio;
	int ret;

	if (softleaf_is_device_private(entry)) {
		if (softleaf_is_device_private_write(entry)) {
			entry = make_readable_device_private_entry(swp_offset(entry));
			pmd = softleaf_to_pmd(entry);
			set_pmd_at(src_mm, addr, src_pmd, pmd);
		}

		src_folio = softleaf_to_folio(entry);

		folio_get(src_folio);
		ret = folio_try_dup_anon_rmap_pmd(src_folio, &src_folio->page,
						  dst_vma, src_vma);
		VM_WARN_ON(ret);
	}
	set_pmd_at(dst_mm, addr, dst_pmd, pmd);
}
#endif

/*
 * Fork. A PMD that is special is copied as it is, without a reference (v6.12..v6.16); one of a file is left to faults.
 * source: mm/huge_memory.c v4.5..v7.3; v6.12 special; v6.17 (Fixes: 6c88f72691f8)
 */
int copy_huge_pmd(struct mm_struct *dst_mm, struct mm_struct *src_mm,
		  pmd_t *dst_pmd, pmd_t *src_pmd, unsigned long addr,
		  struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma)
{
	spinlock_t *dst_ptl, *src_ptl;
	struct page *src_page;
	pmd_t pmd;
	int ret = -ENOMEM;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	pmd = pmdp_get_lockless(src_pmd);
	if (unlikely(pmd_present(pmd) && pmd_special(pmd))) {
		dst_ptl = pmd_lock(dst_mm, dst_pmd);
		src_ptl = pmd_lockptr(src_mm, src_pmd);
		spin_lock(src_ptl);
		goto set_pmd;
	}
#endif

	if (!vma_is_anonymous(dst_vma))
		return 0;

	dst_ptl = pmd_lock(dst_mm, dst_pmd);
	src_ptl = pmd_lockptr(src_mm, src_pmd);
	spin_lock(src_ptl);

	ret = -EAGAIN;
	pmd = *src_pmd;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	if (unlikely(pmd_is_device_private_entry(pmd))) {
		copy_huge_non_present_pmd(dst_mm, src_mm, dst_pmd, src_pmd, addr,
					  dst_vma, src_vma, pmd);
		ret = 0;
		goto out_unlock;
	}
#endif

	if (unlikely(!pmd_trans_huge(pmd)))
		goto out_unlock;

	src_page = pmd_page(pmd);
	VM_BUG_ON_PAGE(!PageHead(src_page), src_page);

	get_page(src_page);
	page_dup_rmap(src_page, true);
	set_pmd_at(src_mm, addr, src_pmd, pmd_wrprotect(pmd));
	pmd = pmd_wrprotect(pmd);
set_pmd:
	set_pmd_at(dst_mm, addr, dst_pmd, pmd);

	ret = 0;
out_unlock:
	spin_unlock(src_ptl);
	spin_unlock(dst_ptl);
	return ret;
}

/*
 * A huge entry goes. Of a DAX mapping nothing is put until v6.14; then it is a mapping like others.
 * source: mm/huge_memory.c v4.5..v7.3; v6.15 38607c62b34b
 */
int zap_huge_pmd(struct mmu_gather *tlb, struct vm_area_struct *vma,
		 pmd_t *pmd, unsigned long addr)
{
	pmd_t orig_pmd;
	spinlock_t *ptl;

	ptl = pmd_lock(tlb->mm, pmd);
	orig_pmd = pmdp_huge_get_and_clear_full(vma, addr, pmd, 0);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	if (!vma_is_dax(vma) && vma_is_special_huge(vma)) {
#else
	if (vma_is_special_huge(vma)) {
#endif
		spin_unlock(ptl);
	} else if (is_huge_zero_pmd(orig_pmd)) {
		spin_unlock(ptl);
	} else if (pmd_present(orig_pmd)) {
		struct page *page = NULL;

		page = pmd_page(orig_pmd);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
		folio_remove_rmap_pmd(page_folio(page), page, vma);
		WARN_ON_ONCE(folio_mapcount(page_folio(page)) < 0);
#else
		page_remove_rmap(page, vma, true);
		VM_BUG_ON_PAGE(page_mapcount(page) < 0, page);
#endif
		VM_BUG_ON_PAGE(!PageHead(page), page);

		spin_unlock(ptl);
		tlb_remove_page_size(tlb, page, HPAGE_PMD_SIZE);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	} else if (pmd_is_device_private_entry(orig_pmd)) {
		struct folio *folio = softleaf_to_folio(softleaf_from_pmd(orig_pmd));

		folio_remove_rmap_pmd(folio, &folio->page, vma);
		WARN_ON_ONCE(folio_mapcount(folio) < 0);
		folio_put(folio);
		spin_unlock(ptl);
#endif
	} else {
		spin_unlock(ptl);
	}
	return 1;
}

/*
 * A PUD goes. Nothing is put until v6.14; then it is a mapping like others.
 * source: mm/huge_memory.c v4.11..v7.3; v6.15 38607c62b34b's series
 */
int zap_huge_pud(struct mmu_gather *tlb, struct vm_area_struct *vma,
		 pud_t *pud, unsigned long addr)
{
	spinlock_t *ptl;
	pud_t orig_pud;

	ptl = pud_lock(tlb->mm, pud);

	orig_pud = pudp_huge_get_and_clear_full(vma, addr, pud, 0);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 215)
	if (!vma_is_dax(vma) && vma_is_special_huge(vma)) {
		spin_unlock(ptl);
	} else {
		struct page *page = NULL;
		struct folio *folio;

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0)
		/* Not every PUD of DAX holds a reference yet. */
		if (pud_devmap(orig_pud)) {
			spin_unlock(ptl);
			return 1;
		}
#endif
		VM_WARN_ON_ONCE(!pud_present(orig_pud));

		page = pud_page(orig_pud);
		folio = page_folio(page);
		folio_remove_rmap_pud(folio, page, vma);

		spin_unlock(ptl);
		tlb_remove_page_size(tlb, page, HPAGE_PUD_SIZE);
	}
#else
	if (vma_is_special_huge(vma)) {
		spin_unlock(ptl);
	} else {
		BUG();
	}
#endif
	return 1;
}

/* A PUD is not split but dropped. source: mm/huge_memory.c v4.11..v7.3; v6.15 38607c62b34b's series */
static void __split_huge_pud_locked(struct vm_area_struct *vma, pud_t *pud,
		unsigned long haddr)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	struct folio *folio;
	struct page *page;
	pud_t old_pud;

	old_pud = pudp_huge_clear_flush(vma, haddr, pud);

	if (!vma_is_dax(vma))
		return;

	page = pud_page(old_pud);
	folio = page_folio(page);

	folio_remove_rmap_pud(folio, page, vma);
	folio_put(folio);
#else
	pudp_huge_clear_flush(vma, haddr, pud);
#endif
}

void __split_huge_pud(struct vm_area_struct *vma, pud_t *pud,
		unsigned long address)
{
	spinlock_t *ptl;

	ptl = pud_lock(vma->vm_mm, pud);
	__split_huge_pud_locked(vma, pud, address & PUD_MASK);
	spin_unlock(ptl);
}

/* A huge entry of a file is not split but dropped; faults bring its parts back. source: mm/huge_memory.c v4.8..v7.3; v6.15 38607c62b34b */
static void __split_huge_pmd_locked(struct vm_area_struct *vma, pmd_t *pmd,
		unsigned long haddr, bool freeze)
{
	struct mm_struct *mm = vma->vm_mm;
	struct page *page;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	struct folio *folio;
#endif
	pmd_t old_pmd;

	if (!vma_is_anonymous(vma)) {
		old_pmd = pmdp_huge_clear_flush_notify(vma, haddr, pmd);
		if (arch_needs_pgtable_deposit())
			zap_deposited_table(mm, pmd);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
		if (!vma_is_dax(vma) && vma_is_special_huge(vma))
			return;
#else
		if (vma_is_special_huge(vma))
			return;
#endif
		if (unlikely(is_pmd_migration_entry(old_pmd))) {
			return;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
		} else if (is_huge_zero_pmd(old_pmd)) {
			return;
#endif
		} else {
			page = pmd_page(old_pmd);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
			folio = page_folio(page);
			folio_remove_rmap_pmd(folio, page, vma);
			folio_put(folio);
#else
			page_remove_rmap(page, vma, true);
			put_page(page);
#endif
		}
		return;
	}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	/* A device-private folio stays as large as it is; each of its pages gets an entry, with a reference of its own. */
	old_pmd = *pmd;
	if (unlikely(pmd_is_device_private_entry(old_pmd))) {
		softleaf_t entry = softleaf_from_pmd(old_pmd);
		bool write = softleaf_is_device_private_write(entry);
		int i;

		page = softleaf_to_page(entry);
		folio = page_folio(page);

		folio_ref_add(folio, HPAGE_PMD_NR - 1);
		for (i = 0; i < HPAGE_PMD_NR; i++) {
			folio_add_anon_rmap_pte(folio, page + i, vma, haddr + i, RMAP_EXCLUSIVE);
			if (write)
				entry = make_writable_device_private_entry(page_to_pfn(page + i));
			else
				entry = make_readable_device_private_entry(page_to_pfn(page + i));
			set_pte_at(mm, haddr + i, &mm->pte[haddr + i], swp_entry_to_pte(entry));
		}
		folio_remove_rmap_pmd(folio, page, vma);
		set_pmd_at(mm, haddr, pmd, 0);
	}
#endif
}

void __split_huge_pmd(struct vm_area_struct *vma, pmd_t *pmd,
		unsigned long address, bool freeze)
{
	spinlock_t *ptl;

	ptl = pmd_lock(vma->vm_mm, pmd);
	__split_huge_pmd_locked(vma, pmd, address & PMD_MASK, freeze);
	spin_unlock(ptl);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
/*
 * Debugging: split what a range maps. In v6.0 a device page is left where it is, with the reference that was taken.
 * source: mm/huge_memory.c v5.12..v5.19; v6.0 3218f8712d6b; v6.1 f7091ed64ec8
 */
static int split_huge_pages_pid(int pid, unsigned long vaddr_start,
				unsigned long vaddr_end)
{
	unsigned long addr;

	for (addr = vaddr_start; addr < vaddr_end; addr += PAGE_SIZE) {
		struct page *page;

		page = follow_page(&vma, addr, FOLL_GET | FOLL_DUMP);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
		if (IS_ERR_OR_NULL(page))
			continue;

		if (is_zone_device_page(page) || !is_transparent_hugepage(page))
			goto next;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		if (IS_ERR_OR_NULL(page) || is_zone_device_page(page))
			continue;

		if (!is_transparent_hugepage(page))
			goto next;
#else
		if (IS_ERR_OR_NULL(page))
			continue;

		if (!is_transparent_hugepage(page))
			goto next;
#endif
next:
		put_page(page);
	}
	return 0;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/*
 * The CPU touches a device-private folio that a PMD maps: its driver migrates it back. Who does not get the lock tries
 * again.
 * source: mm/huge_memory.c v6.19..v7.3, commit a30b48bf1b24
 */
vm_fault_t do_huge_pmd_device_private(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;
	vm_fault_t ret = 0;
	spinlock_t *ptl;
	softleaf_t entry;
	struct page *page;
	struct folio *folio;

	ptl = pmd_lock(vma->vm_mm, vmf->pmd);
	if (unlikely(!pmd_same(*vmf->pmd, vmf->orig_pmd))) {
		spin_unlock(ptl);
		return 0;
	}

	entry = softleaf_from_pmd(vmf->orig_pmd);
	page = softleaf_to_page(entry);
	folio = page_folio(page);
	vmf->page = page;
	vmf->pte = NULL;
	if (folio_trylock(folio)) {
		folio_get(folio);
		spin_unlock(ptl);
		ret = page_pgmap(page)->ops->migrate_to_ram(vmf);
		folio_unlock(folio);
		folio_put(folio);
	} else {
		spin_unlock(ptl);
	}
	return ret;
}

/* All entries of the folio go, and wait. source: mm/huge_memory.c v4.5..v7.3 */
static void unmap_folio(struct folio *folio)
{
	if (vma.vm_mm && pmd_is_device_private_entry(vma.vm_mm->pmd))
		__split_huge_pmd(&vma, &vma.vm_mm->pmd, vma.vm_start, false);
	if (child_vma.vm_mm && pmd_is_device_private_entry(child_vma.vm_mm->pmd))
		__split_huge_pmd(&child_vma, &child_vma.vm_mm->pmd, child_vma.vm_start, false);
	try_to_migrate(folio, 0);
}

/* The entries of the pages come back, each to the folio that its page is of now. source: mm/huge_memory.c v4.5..v7.3 */
static void remap_page(struct folio *folio, unsigned long nr, int flags)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct folio *new_folio = (struct folio *)folio_page(folio, i);

		remove_migration_ptes(new_folio, new_folio, flags);
	}
}

/* Single pages of a folio that nobody can reach. source: mm/huge_memory.c v6.19..v7.3 */
static void __split_unmapped_folio(struct folio *folio, int order)
{
	int i;

	ClearPageHead(&folio->page);
	folio->_order = 0;
	for (i = 1; i < (1 << order); i++) {
		struct page *page = folio_page(folio, i);

		clear_compound_head(page);
		page->lock = folio->lock;
		page->_order = 0;
		page->_mapcount.counter = -1;
		page->mapping = folio->mapping;
	}
}

/*
 * A large device-private folio becomes single pages, of which each entry that mapped it holds its own; the caller has it
 * locked and held. Fails if somebody else holds it.
 * source: mm/huge_memory.c v6.19..v7.3 __folio_split
 */
int split_folio(struct folio *folio)
{
	int order = folio_order(folio);
	int nr_pages = folio_nr_pages(folio);
	int ret = 0;
	int i;

	unmap_folio(folio);

	if (folio_ref_freeze(folio, folio_expected_ref_count(folio) + 1)) {
		__split_unmapped_folio(folio, order);
		for (i = 1; i < nr_pages; i++) {
			struct folio *new_folio = (struct folio *)folio_page(folio, i);

			zone_device_private_split_cb(folio, new_folio);
			folio_ref_unfreeze(new_folio, folio_expected_ref_count(new_folio) + 1);
		}

		zone_device_private_split_cb(folio, NULL);
		folio_ref_unfreeze(folio, folio_expected_ref_count(folio) + 1);
	} else {
		ret = -EAGAIN;
	}

	if (ret) {
		remove_migration_ptes(folio, folio, 0);
		return ret;
	}

	remap_page(folio, nr_pages, 0);
	for (i = 1; i < nr_pages; i++) {
		struct folio *new_folio = (struct folio *)folio_page(folio, i);

		folio_unlock(new_folio);
		folio_put(new_folio);
	}
	return 0;
}
#endif
