/*
 * Putting pages into page tables, copying them at fork, taking them out, and faults on entries that are not present.
 * source: mm/memory.c v4.5..v7.3
 */

/*
 * The page of a PTE if its count stands for the mapping, else NULL. A devmap PTE is special and has no such page: by
 * VM_MIXEDMAP until v4.18, by its own test from v4.19 to v6.16. In v4.14..v5.2 public device memory is asked for apart.
 * source: mm/memory.c v4.5..v7.3; v4.14 df6ad69838fc; v4.19 e1fb4a086495; v5.3 25b2995a35b6; v6.17 79065255abc4
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
enum { highest_memmap_pfn = 6 };

struct page *_vm_normal_page(struct vm_area_struct *vma, unsigned long addr,
			     pte_t pte, bool with_public_device)
{
	unsigned long pfn = pte_pfn(pte);

	if (likely(!pte_special(pte)))
		goto check_pfn;
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	if (vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP))
		return NULL;
#endif
	if (is_zero_pfn(pfn))
		return NULL;
	if (likely(pfn <= highest_memmap_pfn)) {
		struct page *page = pfn_to_page(pfn);

		if (is_device_public_page(page)) {
			if (with_public_device)
				return page;
			return NULL;
		}
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	if (vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP))
		return NULL;
	if (pte_devmap(pte))
		return NULL;
#endif

	print_bad_pte(vma, addr, pte, NULL);
	return NULL;

check_pfn:
	return pfn_to_page(pfn);
}

struct page *vm_normal_page(struct vm_area_struct *vma, unsigned long addr,
			    pte_t pte)
{
	return _vm_normal_page(vma, addr, pte, false);
}
#else
struct page *vm_normal_page(struct vm_area_struct *vma, unsigned long addr,
			    pte_t pte)
{
	unsigned long pfn = pte_pfn(pte);

	if (likely(!pte_special(pte)))
		goto check_pfn;
	if (vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP))
		return NULL;
	if (is_zero_pfn(pfn))
		return NULL;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (pte_devmap(pte))
		return NULL;
#endif

	print_bad_pte(vma, addr, pte, NULL);
	return NULL;

check_pfn:
	return pfn_to_page(pfn);
}
#endif

/* The same for a PMD. source: mm/memory.c v4.14..v7.3 */
struct page *vm_normal_page_pmd(struct vm_area_struct *vma, unsigned long addr,
				pmd_t pmd)
{
	unsigned long pfn = pmd_pfn(pmd);

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (pmd_devmap(pmd))
		return NULL;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	if (pmd_special(pmd))
		return NULL;
#endif
	return pfn_to_page(pfn);
}

/* ---- insertion with a reference ---- */

/* A page whose count is zero is not mapped. source: mm/memory.c v5.13..v7.3; folio and vma from v6.12 on */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
static int validate_page_before_insert(struct vm_area_struct *vma,
				       struct page *page)
{
	struct folio *folio = page_folio(page);

	if (!folio_ref_count(folio))
		return -EINVAL;
	if (unlikely(is_zero_folio(folio)))
		return 0;
	if (folio_test_anon(folio))
		return -EINVAL;
	return 0;
}
#else
static int validate_page_before_insert(struct page *page)
{
	if (PageAnon(page))
		return -EINVAL;
	return 0;
}
#endif

/*
 * The PTE gets the page, and the page a reference and a mapping. The zero page gets neither from v6.11 on.
 * source: mm/memory.c v5.13..v6.14; v6.15 mkwrite, a58c6fb6623d's series
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 212)
static int insert_page_into_pte_locked(struct vm_area_struct *vma, pte_t *pte,
				unsigned long addr, struct page *page,
				pgprot_t prot, bool mkwrite)
{
	struct folio *folio = page_folio(page);
	pte_t pteval = ptep_get(pte);

	if (!pte_none(pteval)) {
		if (!mkwrite)
			return -EBUSY;

		if (pte_pfn(pteval) != page_to_pfn(page)) {
			WARN_ON_ONCE(!is_zero_pfn(pte_pfn(pteval)));
			return -EFAULT;
		}
		pteval = maybe_mkwrite(pteval, vma);
		pteval = pte_mkyoung(pteval);
		ptep_set_access_flags(vma, addr, pte, pteval, 1);
		return 0;
	}

	pteval = mk_pte(page, prot);
	if (unlikely(is_zero_folio(folio))) {
		pteval = pte_mkspecial(pteval);
	} else {
		folio_get(folio);
		pteval = mk_pte(page, prot);
		if (mkwrite) {
			pteval = pte_mkyoung(pteval);
			pteval = maybe_mkwrite(pte_mkdirty(pteval), vma);
		}
		folio_add_file_rmap_pte(folio, page, vma);
	}
	set_pte_at(vma->vm_mm, addr, pte, pteval);
	return 0;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
static int insert_page_into_pte_locked(struct vm_area_struct *vma, pte_t *pte,
			unsigned long addr, struct page *page, pgprot_t prot)
{
	struct folio *folio = page_folio(page);
	pte_t pteval;

	if (!pte_none(ptep_get(pte)))
		return -EBUSY;
	pteval = mk_pte(page, prot);
	if (unlikely(is_zero_folio(folio))) {
		pteval = pte_mkspecial(pteval);
	} else {
		folio_get(folio);
		folio_add_file_rmap_pte(folio, page, vma);
	}
	set_pte_at(vma->vm_mm, addr, pte, pteval);
	return 0;
}
#else
static int insert_page_into_pte_locked(struct vm_area_struct *vma, pte_t *pte,
			unsigned long addr, struct page *page, pgprot_t prot)
{
	if (!pte_none(*pte))
		return -EBUSY;
	get_page(page);
	page_add_file_rmap(page, vma, false);
	set_pte_at(vma->vm_mm, addr, pte, mk_pte(page, prot));
	return 0;
}
#endif

/* source: mm/memory.c v4.5..v6.14; v6.15 mkwrite */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 212)
static int insert_page(struct vm_area_struct *vma, unsigned long addr,
			struct page *page, pgprot_t prot, bool mkwrite)
#else
static int insert_page(struct vm_area_struct *vma, unsigned long addr,
			struct page *page, pgprot_t prot)
#endif
{
	int retval;
	pte_t *pte;
	spinlock_t *ptl;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	retval = validate_page_before_insert(vma, page);
#else
	retval = validate_page_before_insert(page);
#endif
	if (retval)
		goto out;
	retval = -ENOMEM;
	ptl = pte_lockptr(vma->vm_mm, &vma->vm_mm->pmd);
	pte = get_locked_pte(vma->vm_mm, addr, NULL);
	if (!pte)
		goto out;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 212)
	retval = insert_page_into_pte_locked(vma, pte, addr, page, prot,
					mkwrite);
#else
	retval = insert_page_into_pte_locked(vma, pte, addr, page, prot);
#endif
	pte_unmap_unlock(pte, ptl);
out:
	return retval;
}

/* One page of several that a driver maps at once, under the lock. source: mm/memory.c v5.8..v7.3 */
static int insert_page_in_batch_locked(struct vm_area_struct *vma, pte_t *pte,
			unsigned long addr, struct page *page, pgprot_t prot)
{
	int err;

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
	if (!page_count(page))
		return -EINVAL;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	err = validate_page_before_insert(vma, page);
#else
	err = validate_page_before_insert(page);
#endif
	if (err)
		return err;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 212)
	return insert_page_into_pte_locked(vma, pte, addr, page, prot, false);
#else
	return insert_page_into_pte_locked(vma, pte, addr, page, prot);
#endif
}

/* Set by a scenario that wants vm_insert_page() to run out of memory. */
int insert_fails;

/* A driver maps one of its pages: the mapping gets a reference of its own. source: mm/memory.c v4.5..v7.3 */
int vm_insert_page(struct vm_area_struct *vma, unsigned long addr,
			struct page *page)
{
	if (addr < vma->vm_start || addr >= vma->vm_end)
		return -EFAULT;
	if (insert_fails)
		return -ENOMEM;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
	if (!page_count(page))
		return -EINVAL;
#endif
	if (!(vma->vm_flags & VM_MIXEDMAP))
		vma->vm_flags |= VM_MIXEDMAP;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 212)
	return insert_page(vma, addr, page, vma->vm_page_prot, false);
#else
	return insert_page(vma, addr, page, vma->vm_page_prot);
#endif
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 213)
/* A fault handler maps a page, with a reference. source: mm/memory.c v6.15, a58c6fb6623d's series */
vm_fault_t vmf_insert_page_mkwrite(struct vm_fault *vmf, struct page *page,
			bool write)
{
	pgprot_t pgprot = vmf->vma->vm_page_prot;
	unsigned long addr = vmf->address;
	int err;

	if (addr < vmf->vma->vm_start || addr >= vmf->vma->vm_end)
		return VM_FAULT_SIGBUS;

	err = insert_page(vmf->vma, addr, page, pgprot, write);
	if (err == -ENOMEM)
		return VM_FAULT_OOM;
	if (err < 0 && err != -EBUSY)
		return VM_FAULT_SIGBUS;

	return VM_FAULT_NOPAGE;
}
#endif

/* ---- insertion of a page frame number, without a reference ---- */

/* A special PTE, or a devmap one until v6.16: the page does not know of it. source: mm/memory.c v4.5..v7.3; v6.17 79065255abc4 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static vm_fault_t insert_pfn(struct vm_area_struct *vma, unsigned long addr,
			unsigned long pfn, pgprot_t prot, bool mkwrite)
{
	struct mm_struct *mm = vma->vm_mm;
	pte_t *pte, entry;
	spinlock_t *ptl;

	ptl = pte_lockptr(mm, &mm->pmd);
	pte = get_locked_pte(mm, addr, NULL);
	if (!pte)
		return VM_FAULT_OOM;
	entry = ptep_get(pte);
	if (!pte_none(entry)) {
		if (mkwrite) {
			if (pte_pfn(entry) != pfn) {
				WARN_ON_ONCE(!is_zero_pfn(pte_pfn(entry)));
				goto out_unlock;
			}
			entry = pte_mkyoung(entry);
			entry = maybe_mkwrite(pte_mkdirty(entry), vma);
			ptep_set_access_flags(vma, addr, pte, entry, 1);
		}
		goto out_unlock;
	}

	entry = pte_mkspecial(pfn_pte(pfn, prot));

	if (mkwrite) {
		entry = pte_mkyoung(entry);
		entry = maybe_mkwrite(pte_mkdirty(entry), vma);
	}

	set_pte_at(mm, addr, pte, entry);

out_unlock:
	pte_unmap_unlock(pte, ptl);
	return VM_FAULT_NOPAGE;
}
#else
static vm_fault_t insert_pfn(struct vm_area_struct *vma, unsigned long addr,
			pfn_t pfn, pgprot_t prot, bool mkwrite)
{
	struct mm_struct *mm = vma->vm_mm;
	pte_t *pte, entry;
	spinlock_t *ptl;

	ptl = pte_lockptr(mm, &mm->pmd);
	pte = get_locked_pte(mm, addr, NULL);
	if (!pte)
		return VM_FAULT_OOM;
	entry = ptep_get(pte);
	if (!pte_none(entry)) {
		if (mkwrite) {
			if (pte_pfn(entry) != pfn_t_to_pfn(pfn)) {
				WARN_ON_ONCE(!is_zero_pfn(pte_pfn(entry)));
				goto out_unlock;
			}
			entry = pte_mkyoung(entry);
			entry = maybe_mkwrite(pte_mkdirty(entry), vma);
			ptep_set_access_flags(vma, addr, pte, entry, 1);
		}
		goto out_unlock;
	}

	if (pfn_t_devmap(pfn))
		entry = pte_mkdevmap(pfn_t_pte(pfn, prot));
	else
		entry = pte_mkspecial(pfn_t_pte(pfn, prot));

	if (mkwrite) {
		entry = pte_mkyoung(entry);
		entry = maybe_mkwrite(pte_mkdirty(entry), vma);
	}

	set_pte_at(mm, addr, pte, entry);

out_unlock:
	pte_unmap_unlock(pte, ptl);
	return VM_FAULT_NOPAGE;
}
#endif

/* The same grounds on which vm_normal_page() says NULL. source: mm/memory.c v4.16..v6.16 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static bool vm_mixed_ok(struct vm_area_struct *vma, unsigned long pfn, bool mkwrite)
{
	if (vma->vm_flags & VM_MIXEDMAP)
		return true;
	if (is_zero_pfn(pfn))
		return true;
	return false;
}

static vm_fault_t __vm_insert_mixed(struct vm_area_struct *vma,
		unsigned long addr, unsigned long pfn, bool mkwrite)
{
	pgprot_t pgprot = vma->vm_page_prot;
	struct page *page;
	int err;

	if (unlikely(!vm_mixed_ok(vma, pfn, mkwrite)))
		return VM_FAULT_SIGBUS;

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	if (!IS_ENABLED(CONFIG_ARCH_HAS_PTE_SPECIAL) && pfn_valid(pfn)) {
		page = pfn_to_page(pfn);
		err = insert_page(vma, addr, page, pgprot, mkwrite);
	} else {
		return insert_pfn(vma, addr, pfn, pgprot, mkwrite);
	}

	if (err == -ENOMEM)
		return VM_FAULT_OOM;
	if (err < 0 && err != -EBUSY)
		return VM_FAULT_SIGBUS;

	return VM_FAULT_NOPAGE;
}

vm_fault_t vmf_insert_mixed(struct vm_area_struct *vma, unsigned long addr,
		unsigned long pfn)
{
	return __vm_insert_mixed(vma, addr, pfn, false);
}
#else
static bool vm_mixed_ok(struct vm_area_struct *vma, pfn_t pfn)
{
	if (vma->vm_flags & VM_MIXEDMAP)
		return true;
	if (pfn_t_devmap(pfn))
		return true;
	if (pfn_t_special(pfn))
		return true;
	if (is_zero_pfn(pfn_t_to_pfn(pfn)))
		return true;
	return false;
}

static vm_fault_t __vm_insert_mixed(struct vm_area_struct *vma,
		unsigned long addr, pfn_t pfn, bool mkwrite)
{
	pgprot_t pgprot = vma->vm_page_prot;
	struct page *page;
	int err;

	BUG_ON(!vm_mixed_ok(vma, pfn));

	if (addr < vma->vm_start || addr >= vma->vm_end)
		return VM_FAULT_SIGBUS;

	if (!IS_ENABLED(CONFIG_ARCH_HAS_PTE_SPECIAL) &&
	    !pfn_t_devmap(pfn) && pfn_t_valid(pfn)) {
		page = pfn_to_page(pfn_t_to_pfn(pfn));
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 212)
		err = insert_page(vma, addr, page, pgprot, mkwrite);
#else
		err = insert_page(vma, addr, page, pgprot);
#endif
	} else {
		return insert_pfn(vma, addr, pfn, pgprot, mkwrite);
	}

	if (err == -ENOMEM)
		return VM_FAULT_OOM;
	if (err < 0 && err != -EBUSY)
		return VM_FAULT_SIGBUS;

	return VM_FAULT_NOPAGE;
}

vm_fault_t vmf_insert_mixed(struct vm_area_struct *vma, unsigned long addr,
		pfn_t pfn)
{
	return __vm_insert_mixed(vma, addr, pfn, false);
}

vm_fault_t vmf_insert_mixed_mkwrite(struct vm_area_struct *vma,
		unsigned long addr, pfn_t pfn)
{
	return __vm_insert_mixed(vma, addr, pfn, true);
}
#endif

/* ---- fork ---- */

/*
 * Whether the child gets the parent's entries at once; a shared mapping of a file refills by faults.
 * source: mm/memory.c v4.5..v7.3
 */
static bool vma_needs_copy(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma)
{
	if (src_vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP))
		return true;

	if (src_vma->anon_vma)
		return true;

	return false;
}

/*
 * An entry that is not present: a device-private page is shared with the child, which takes a reference and a mapping.
 * source: mm/memory.c v4.14..v7.3 (part of copy_one_pte until v5.8)
 */
static unsigned long
copy_nonpresent_pte(struct mm_struct *dst_mm, struct mm_struct *src_mm,
		pte_t *dst_pte, pte_t *src_pte, struct vm_area_struct *dst_vma,
		struct vm_area_struct *src_vma, unsigned long addr)
{
	unsigned long vm_flags = dst_vma->vm_flags;
	pte_t pte = *src_pte;
	struct page *page;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	struct folio *folio;
#endif
	swp_entry_t entry = pte_to_swp_entry(pte);

	if (is_migration_entry(entry)) {
		if (!is_readable_migration_entry(entry) &&
				is_cow_mapping(vm_flags)) {
			entry = make_readable_migration_entry(
							swp_offset(entry));
			pte = swp_entry_to_pte(entry);
			set_pte_at(src_mm, addr, src_pte, pte);
		}
	} else if (is_device_private_entry(entry)) {
		page = pfn_swap_entry_to_page(entry);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
		folio = page_folio(page);
		folio_get(folio);
		folio_try_dup_anon_rmap_pte(folio, page, dst_vma, src_vma);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
		get_page(page);
		BUG_ON(page_try_dup_anon_rmap(page, false, src_vma));
#else
		get_page(page);
		page_dup_rmap(page, false);
#endif

		if (is_writable_device_private_entry(entry) &&
		    is_cow_mapping(vm_flags)) {
			entry = make_readable_device_private_entry(
							swp_offset(entry));
			pte = swp_entry_to_pte(entry);
			set_pte_at(src_mm, addr, src_pte, pte);
		}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
	} else if (is_device_exclusive_entry(entry)) {
		if (try_restore_exclusive_pte(src_pte, src_vma, addr))
			return -EBUSY;
		return -ENOENT;
#endif
	}
	set_pte_at(dst_mm, addr, dst_pte, pte);
	return 0;
}

/* A present PTE: a page that counts its mappings gets one more. source: mm/memory.c v5.9..v7.3; copy_present_ptes from v6.9 on */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
static inline int
copy_present_ptes(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma,
		 pte_t *dst_pte, pte_t *src_pte, pte_t pte, unsigned long addr)
{
	struct page *page;
	struct folio *folio;

	page = vm_normal_page(src_vma, addr, pte);
	if (unlikely(!page))
		goto copy_pte;

	folio = page_folio(page);

	folio_get(folio);
	if (folio_test_anon(folio)) {
		if (unlikely(folio_try_dup_anon_rmap_pte(folio, page, dst_vma, src_vma))) {
			folio_put(folio);
			return -EAGAIN;
		}
	} else {
		folio_dup_file_rmap_pte(folio, page, dst_vma);
	}

copy_pte:
	if (is_cow_mapping(src_vma->vm_flags) && pte_write(pte)) {
		set_pte_at(src_vma->vm_mm, addr, src_pte, pte_wrprotect(pte));
		pte = pte_wrprotect(pte);
	}
	set_pte_at(dst_vma->vm_mm, addr, dst_pte, pte);
	return 1;
}
#else
static inline int
copy_present_pte(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma,
		 pte_t *dst_pte, pte_t *src_pte, unsigned long addr)
{
	pte_t pte = *src_pte;
	struct page *page;

	page = vm_normal_page(src_vma, addr, pte);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	if (page && PageAnon(page)) {
		get_page(page);
		if (unlikely(page_try_dup_anon_rmap(page, false, src_vma))) {
			put_page(page);
			return -EAGAIN;
		}
	} else if (page) {
		get_page(page);
		page_dup_file_rmap(page, false);
	}
#else
	if (page) {
		get_page(page);
		page_dup_rmap(page, false);
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
	else if (pte_devmap(pte)) {
		page = pte_page(pte);

		if (is_device_public_page(page)) {
			get_page(page);
			page_dup_rmap(page, false);
		}
	}
#endif
#endif

	if (is_cow_mapping(src_vma->vm_flags) && pte_write(pte)) {
		set_pte_at(src_vma->vm_mm, addr, src_pte, pte_wrprotect(pte));
		pte = pte_wrprotect(pte);
	}
	set_pte_at(dst_vma->vm_mm, addr, dst_pte, pte);
	return 0;
}
#endif

/* source: mm/memory.c v4.5..v7.3; a device-exclusive entry is restored first, then looked at again */
static int
copy_pte_range(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma,
	       pmd_t *dst_pmd, pmd_t *src_pmd, unsigned long addr,
	       unsigned long end)
{
	struct mm_struct *dst_mm = dst_vma->vm_mm;
	struct mm_struct *src_mm = src_vma->vm_mm;
	pte_t *src_pte, *dst_pte;
	spinlock_t *src_ptl, *dst_ptl;
	pte_t ptent;
	int ret = 0;

	dst_ptl = pte_lockptr(dst_mm, dst_pmd);
	src_ptl = pte_lockptr(src_mm, src_pmd);
	dst_pte = pte_offset_map_lock(dst_mm, dst_pmd, addr, NULL);
	src_pte = pte_offset_map_lock(src_mm, src_pmd, addr, NULL);
	do {
		ptent = ptep_get(src_pte);
		if (pte_none(ptent))
			continue;
		if (unlikely(!pte_present(ptent))) {
			ret = copy_nonpresent_pte(dst_mm, src_mm,
						  dst_pte, src_pte,
						  dst_vma, src_vma,
						  addr);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
			if (ret == -EBUSY)
				break;
#endif
			if (ret != -ENOENT)
				continue;
			ptent = ptep_get(src_pte);
		}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
		copy_present_ptes(dst_vma, src_vma, dst_pte, src_pte,
					ptent, addr);
#else
		copy_present_pte(dst_vma, src_vma, dst_pte, src_pte, addr);
#endif
	} while (dst_pte++, src_pte++, addr += PAGE_SIZE, addr != end);

	spin_unlock(src_ptl);
	spin_unlock(dst_ptl);
	return 0;
}

/* source: mm/memory.c v4.5..v7.3 */
int
copy_page_range(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma)
{
	struct mm_struct *dst_mm = dst_vma->vm_mm;
	struct mm_struct *src_mm = src_vma->vm_mm;

	if (!vma_needs_copy(dst_vma, src_vma))
		return 0;

	if (pmd_leaf(src_mm->pmd)) {
		copy_huge_pmd(dst_mm, src_mm, &dst_mm->pmd, &src_mm->pmd,
				src_vma->vm_start, dst_vma, src_vma);
		return 0;
	}
	return copy_pte_range(dst_vma, src_vma, &dst_mm->pmd, &src_mm->pmd,
			src_vma->vm_start, src_vma->vm_end);
}

/* fork() of the process that has vma: the child's mapping. source: kernel/fork.c dup_mmap v4.5..v7.3 */
void dup_mmap(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma, struct mm_struct *dst_mm)
{
	dst_vma->vm_start = src_vma->vm_start;
	dst_vma->vm_end = src_vma->vm_end;
	dst_vma->vm_flags = src_vma->vm_flags;
	dst_vma->vm_pgoff = src_vma->vm_pgoff;
	dst_vma->vm_mm = dst_mm;
	dst_vma->vm_file = src_vma->vm_file;
	dst_vma->anon_vma = src_vma->anon_vma;
	if (src_vma->vm_file)
		src_vma->vm_file->f_mapping->i_mmap += 1;
	copy_page_range(dst_vma, src_vma);
}

/* ---- unmapping ---- */

/*
 * A present PTE goes; a page that counts its mappings loses one, and a reference when the TLB is flushed.
 * source: mm/memory.c v6.9..v7.3; within zap_pte_range before
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
static inline int zap_present_ptes(struct mmu_gather *tlb,
		struct vm_area_struct *vma, pte_t *pte, pte_t ptent,
		unsigned long addr)
{
	struct mm_struct *mm = tlb->mm;
	struct folio *folio;
	struct page *page;

	page = vm_normal_page(vma, addr, ptent);
	if (!page) {
		ptep_get_and_clear_full(mm, addr, pte, 0);
		return 1;
	}

	folio = page_folio(page);
	ptep_get_and_clear_full(mm, addr, pte, 0);
	folio_remove_rmap_pte(folio, page, vma);
	__tlb_remove_page(tlb, page);
	return 1;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
/* An entry that is not present goes. source: mm/memory.c v6.12..v7.3; a device-exclusive page keeps its mapping until here (from v6.15 on) */
static inline int zap_nonpresent_ptes(struct mmu_gather *tlb,
		struct vm_area_struct *vma, pte_t *pte, pte_t ptent,
		unsigned long addr)
{
	swp_entry_t entry = pte_to_swp_entry(ptent);

	if (is_device_private_entry(entry) ||
	    is_device_exclusive_entry(entry)) {
		struct page *page = pfn_swap_entry_to_page(entry);
		struct folio *folio = page_folio(page);

		WARN_ON_ONCE(!folio_test_anon(folio));
		folio_remove_rmap_pte(folio, page, vma);
		folio_put(folio);
	}
	pte_clear_not_present_full(vma->vm_mm, addr, pte, 0);
	return 1;
}
#endif

/* source: mm/memory.c v4.5..v7.3 */
static unsigned long zap_pte_range(struct mmu_gather *tlb,
				struct vm_area_struct *vma, pmd_t *pmd,
				unsigned long addr, unsigned long end,
				struct zap_details *details)
{
	struct mm_struct *mm = tlb->mm;
	spinlock_t *ptl;
	pte_t *start_pte;
	pte_t *pte;
	swp_entry_t entry;

	ptl = pte_lockptr(mm, pmd);
	start_pte = pte_offset_map_lock(mm, pmd, addr, NULL);
	pte = start_pte;
	do {
		pte_t ptent = ptep_get(pte);
		struct page *page;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
		struct folio *folio;
#endif

		if (pte_none(ptent))
			continue;

		if (pte_present(ptent)) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
			zap_present_ptes(tlb, vma, pte, ptent, addr);
#else
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
			page = _vm_normal_page(vma, addr, ptent, true);
#else
			page = vm_normal_page(vma, addr, ptent);
#endif
			ptent = ptep_get_and_clear_full(mm, addr, pte, 0);
			if (unlikely(!page))
				continue;

			page_remove_rmap(page, vma, false);
			__tlb_remove_page(tlb, page);
#endif
			continue;
		}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
		zap_nonpresent_ptes(tlb, vma, pte, ptent, addr);
#else
		entry = pte_to_swp_entry(ptent);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
		if (is_device_private_entry(entry) ||
		    is_device_exclusive_entry(entry)) {
			page = pfn_swap_entry_to_page(entry);
			folio = page_folio(page);
			WARN_ON_ONCE(!folio_test_anon(folio));
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
			folio_remove_rmap_pte(folio, page, vma);
#else
			if (is_device_private_entry(entry))
				folio_remove_rmap_pte(folio, page, vma);
#endif
			folio_put(folio);
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
		if (is_device_private_entry(entry) ||
		    is_device_exclusive_entry(entry)) {
			page = pfn_swap_entry_to_page(entry);
			WARN_ON_ONCE(!PageAnon(page));
			if (is_device_private_entry(entry))
				page_remove_rmap(page, vma, false);
			put_page(page);
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
		if (is_device_private_entry(entry)) {
			page = device_private_entry_to_page(entry);

			page_remove_rmap(page, vma, false);
			put_page(page);
		}
#endif
		pte_clear_not_present_full(mm, addr, pte, 0);
#endif
	} while (pte++, addr += PAGE_SIZE, addr != end);

	pte_unmap_unlock(start_pte, ptl);

	return addr;
}

/* Take a range out of a process; a huge entry that the range does not cover is split first. source: mm/memory.c v4.5..v7.3 */
void zap_page_range_single(struct vm_area_struct *vma, unsigned long address,
		unsigned long size)
{
	struct mmu_gather tlb;
	struct mm_struct *mm = vma->vm_mm;
	unsigned long end = address + size;

	tlb_gather_mmu(&tlb, mm);
	if (pud_leaf(mm->pud)) {
		if (size >= HPAGE_PUD_SIZE)
			zap_huge_pud(&tlb, vma, &mm->pud, address);
		else
			__split_huge_pud(vma, &mm->pud, vma->vm_start);
		tlb_finish_mmu(&tlb);
		return;
	}
	if (pmd_leaf(mm->pmd)) {
		if (size >= HPAGE_PMD_SIZE)
			zap_huge_pmd(&tlb, vma, &mm->pmd, address);
		else
			__split_huge_pmd(vma, &mm->pmd, vma->vm_start, false);
	}
	zap_pte_range(&tlb, vma, &mm->pmd, address, end, NULL);
	tlb_finish_mmu(&tlb);
}

/* Unmap a range of a file from whoever maps it. source: mm/memory.c v4.17..v7.3 */
static void unmap_mapping_range_vma(struct vm_area_struct *vma, pgoff_t first_index, pgoff_t last_index)
{
	pgoff_t first = first_index > vma->vm_pgoff ? first_index : vma->vm_pgoff;
	pgoff_t last = vma->vm_pgoff + (vma->vm_end - vma->vm_start) - 1;

	if (last_index < last)
		last = last_index;
	if (first > last)
		return;
	zap_page_range_single(vma, vma->vm_start + first - vma->vm_pgoff, last - first + 1);
}

void unmap_mapping_pages(struct address_space *mapping, pgoff_t start,
		pgoff_t nr, bool even_cows)
{
	pgoff_t first_index = start;
	pgoff_t last_index = start + nr - 1;

	if (last_index < first_index)
		last_index = ULONG_MAX;
	if (vma.vm_file && vma.vm_file->f_mapping == mapping)
		unmap_mapping_range_vma(&vma, first_index, last_index);
	if (child_vma.vm_file && child_vma.vm_file->f_mapping == mapping)
		unmap_mapping_range_vma(&child_vma, first_index, last_index);
}

void unmap_mapping_range(struct address_space *mapping,
		loff_t const holebegin, loff_t const holelen, int even_cows)
{
	unmap_mapping_pages(mapping, holebegin, holelen, even_cows);
}

/* A mapping goes: its entries, then its place in the file. source: mm/mmap.c v4.5..v7.3 */
void unmap_region(struct vm_area_struct *vma)
{
	struct address_space *mapping = vma->vm_file ? vma->vm_file->f_mapping : NULL;

	zap_page_range_single(vma, vma->vm_start, vma->vm_end - vma->vm_start);
	vma->vm_file = NULL;
	if (mapping)
		mapping->i_mmap -= 1;
}

/* ---- faults on entries that are not present ---- */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
/*
 * A device-exclusive entry becomes a present one again. The entry kept the mapping's reference; the mapping itself was
 * dropped at conversion until v6.14 and is counted again here; from v6.15 on it is counted all the while ("mm/rmap: keep
 * mapcount untouched for device-exclusive entries", pulled for v6.15-rc1).
 * source: mm/memory.c v5.14..v7.3, commit b756a3b5e7ea
 */
static void restore_exclusive_pte(struct vm_area_struct *vma,
				  struct page *page, unsigned long address,
				  pte_t *ptep)
{
	pte_t pte;
	swp_entry_t entry;

	entry = pte_to_swp_entry(*ptep);
	pte = mk_pte(page, vma->vm_page_prot);
	if (entry & _PAGE_RW)
		pte = pte_mkwrite(pte, vma);

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 8, 0)
	if (PageAnon(page))
		page_add_anon_rmap(page, vma, address, RMAP_NONE);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0)
	if (PageAnon(page))
		folio_add_anon_rmap_pte(page_folio(page), page, vma, address, RMAP_NONE);
#endif
	set_pte_at(vma->vm_mm, address, ptep, pte);
}

/* For fork: busy if the page is locked. source: mm/memory.c v5.14..v7.3 */
static int
try_restore_exclusive_pte(pte_t *src_pte, struct vm_area_struct *vma,
			unsigned long addr)
{
	swp_entry_t entry = pte_to_swp_entry(*src_pte);
	struct page *page = pfn_swap_entry_to_page(entry);

	if (trylock_page(page)) {
		restore_exclusive_pte(vma, page, addr, src_pte);
		unlock_page(page);
		return 0;
	}

	return -EBUSY;
}

/* For the CPU's fault: the page is held while it is waited for. source: mm/memory.c v5.14..v7.3 */
static vm_fault_t remove_device_exclusive_entry(struct vm_fault *vmf)
{
	struct folio *folio = page_folio(vmf->page);
	struct vm_area_struct *vma = vmf->vma;

	if (!get_page_unless_zero(&folio->page))
		return 0;
	lock_page(&folio->page);

	vmf->pte = pte_offset_map_lock(vma->vm_mm, vmf->pmd, vmf->address,
				&vmf->ptl);
	if (likely(vmf->pte && pte_same(ptep_get(vmf->pte), vmf->orig_pte)))
		restore_exclusive_pte(vma, vmf->page, vmf->address, vmf->pte);

	if (vmf->pte)
		pte_unmap_unlock(vmf->pte, vmf->ptl);
	unlock_page(&folio->page);
	put_page(&folio->page);
	return 0;
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
/* The driver's page_fault callback. source: kernel/memremap.c v4.14..v5.2 */
vm_fault_t device_private_entry_fault(struct vm_fault *vmf)
{
	return dmirror_devmem_fault(vmf);
}
#endif

/*
 * A device-private page is touched by the CPU: its driver migrates it back. Until v6.0 nothing holds the page meanwhile; from
 * v6.1 on the entry is looked at again and the page held; from v6.15 on it is locked too, and who loses tries again.
 * source: mm/memory.c v4.14..v6.0; v6.1 16ce101db85d; v6.15 1afaeb8293c9; v7.0 (Fixes: 1afaeb8293c9) waits
 */
vm_fault_t do_swap_page(struct vm_fault *vmf)
{
	struct vm_area_struct *vma = vmf->vma;
	swp_entry_t entry;
	vm_fault_t ret = 0;

	entry = pte_to_swp_entry(vmf->orig_pte);
	if (is_migration_entry(entry)) {
		migration_entry_wait(vma->vm_mm, vmf->pmd,
				     vmf->address);
	} else if (is_device_exclusive_entry(entry)) {
		vmf->page = pfn_swap_entry_to_page(entry);
		ret = remove_device_exclusive_entry(vmf);
	} else if (is_device_private_entry(entry)) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
		struct dev_pagemap *pgmap;
		vmf->page = pfn_swap_entry_to_page(entry);
		vmf->pte = pte_offset_map_lock(vma->vm_mm, vmf->pmd,
				vmf->address, &vmf->ptl);
		if (unlikely(!vmf->pte ||
			     !pte_same(ptep_get(vmf->pte),
						vmf->orig_pte)))
			goto unlock;

		if (trylock_page(vmf->page)) {
			get_page(vmf->page);
			pte_unmap_unlock(vmf->pte, vmf->ptl);
			pgmap = page_pgmap(vmf->page);
			ret = pgmap->ops->migrate_to_ram(vmf);
			unlock_page(vmf->page);
			put_page(vmf->page);
		} else {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 0, 0)
			pte_unmap(vmf->pte);
			softleaf_entry_wait_on_locked(entry, vmf->ptl);
#else
			pte_unmap_unlock(vmf->pte, vmf->ptl);
#endif
		}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
		vmf->page = pfn_swap_entry_to_page(entry);
		vmf->pte = pte_offset_map_lock(vma->vm_mm, vmf->pmd,
				vmf->address, &vmf->ptl);
		if (unlikely(!vmf->pte ||
			     !pte_same(ptep_get(vmf->pte),
						vmf->orig_pte)))
			goto unlock;

		get_page(vmf->page);
		pte_unmap_unlock(vmf->pte, vmf->ptl);
		ret = vmf->page->pgmap->ops->migrate_to_ram(vmf);
		put_page(vmf->page);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
		vmf->page = pfn_swap_entry_to_page(entry);
		ret = vmf->page->pgmap->ops->migrate_to_ram(vmf);
#else
		vmf->page = device_private_entry_to_page(entry);
		ret = device_private_entry_fault(vmf);
#endif
	}
	goto out;
unlock:
	if (vmf->pte)
		pte_unmap_unlock(vmf->pte, vmf->ptl);
out:
	return ret;
}

/* The CPU touches an address: what is not present is brought back. source: handle_pte_fault in mm/memory.c v4.5..v7.3 */
vm_fault_t handle_pte_fault(struct vm_area_struct *vma, unsigned long address)
{
	struct vm_fault vmf;

	vmf.vma = vma;
	vmf.address = address;
	vmf.flags = 0;
	vmf.pmd = &vma->vm_mm->pmd;
	vmf.pte = &vma->vm_mm->pte[address];
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	vmf.orig_pmd = pmdp_get_lockless(vmf.pmd);
	if (pmd_is_device_private_entry(vmf.orig_pmd))
		return do_huge_pmd_device_private(&vmf);
#endif
	vmf.orig_pte = ptep_get(vmf.pte);
	if (pte_none(vmf.orig_pte)) {
		/* An anonymous page would go here, under the lock, if there is still nothing. */
		vmf.ptl = pte_lockptr(vma->vm_mm, vmf.pmd);
		spin_lock(vmf.ptl);
		spin_unlock(vmf.ptl);
		return 0;
	}
	if (pte_present(vmf.orig_pte))
		return 0;
	return do_swap_page(&vmf);
}
