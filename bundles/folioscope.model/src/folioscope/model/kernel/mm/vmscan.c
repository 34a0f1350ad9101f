/*
 * Page table walks of the multi-generational LRU look at pages of RAM only.
 * source: mm/vmscan.c v6.1..v7.3; no devmap from v6.17 on, commits 21aa65bf82a7 and before; get_pmd_pfn v6.1..v6.3 inline, v6.12
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static unsigned long get_pte_pfn(pte_t pte, struct vm_area_struct *vma, unsigned long addr)
{
	unsigned long pfn = pte_pfn(pte);

	if (!pte_present(pte) || is_zero_pfn(pfn))
		return -1;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	if (WARN_ON_ONCE(pte_special(pte)))
		return -1;
#else
	if (WARN_ON_ONCE(pte_devmap(pte) || pte_special(pte)))
		return -1;
#endif

	return pfn;
}

static unsigned long get_pmd_pfn(pmd_t pmd, struct vm_area_struct *vma, unsigned long addr)
{
	unsigned long pfn = pmd_pfn(pmd);

	if (!pmd_present(pmd))
		return -1;

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	if (WARN_ON_ONCE(pmd_devmap(pmd)))
		return -1;
#endif

	return pfn;
}
#endif
