/*
 * A page of a pgmap goes bad: who maps it with an entry of what size, and whether anything can be done. Killing is left out.
 * source: mm/memory-failure.c v4.20..v7.3; no devmap from v6.15 on, commit 38607c62b34b
 */
static unsigned long dev_pagemap_mapping_shift(struct vm_area_struct *vma,
		unsigned long address)
{
	unsigned long ret = 0;
	pud_t *pud = &vma->vm_mm->pud;
	pmd_t *pmd = &vma->vm_mm->pmd;
	pte_t *pte;
	pte_t ptent;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	if (pud_trans_huge(*pud))
		return PUD_SHIFT;
	if (pmd_trans_huge(*pmd))
		return PMD_SHIFT;
	pte = pte_offset_map(pmd, address);
	ptent = ptep_get(pte);
	if (pte_present(ptent))
		ret = PAGE_SHIFT;
#else
	if (pud_devmap(*pud))
		return PUD_SHIFT;
	if (pmd_devmap(*pmd))
		return PMD_SHIFT;
	pte = pte_offset_map(pmd, address);
	ptent = ptep_get(pte);
	if (pte_present(ptent) && pte_devmap(ptent))
		ret = PAGE_SHIFT;
#endif
	return ret;
}

/* source: v4.20..v5.18 memory_failure_dev_pagemap; split off it in v5.19, commit 00cc790e0036 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
static int mf_generic_kill_procs(unsigned long pfn, int flags,
		struct dev_pagemap *pgmap)
#else
static int memory_failure_dev_pagemap(unsigned long pfn, int flags,
		struct dev_pagemap *pgmap)
#endif
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	struct folio *folio = pfn_folio(pfn);
#else
	struct page *page = pfn_to_page(pfn);
#endif
	dax_entry_t cookie;
	int rc = 0;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	cookie = dax_lock_folio(folio);
#else
	cookie = dax_lock_page(page);
#endif
	if (!cookie)
		return -EBUSY;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_COHERENT:
		rc = -ENXIO;
		goto unlock;
	default:
		break;
	}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
	if (pgmap->type == MEMORY_DEVICE_PRIVATE) {
		rc = -ENXIO;
		goto unlock;
	}
#else
	switch (pgmap->type) {
	case MEMORY_DEVICE_PRIVATE:
	case MEMORY_DEVICE_PUBLIC:
		rc = -ENXIO;
		goto unlock;
	default:
		break;
	}
#endif

unlock:
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	dax_unlock_folio(folio, cookie);
#else
	dax_unlock_page(page, cookie);
#endif
	return rc;
}
