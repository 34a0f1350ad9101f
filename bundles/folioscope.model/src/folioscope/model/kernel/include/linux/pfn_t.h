/*
 * A page frame number with flags in its low bits; PFN_DEV and PFN_MAP together make a devmap entry.
 * source: include/linux/pfn_t.h v4.5..v6.16
 */
enum { PFN_DEV = 1, PFN_MAP = 2, PFN_SPECIAL = 4, PFN_T_SHIFT = 3 };

pfn_t __pfn_to_pfn_t(unsigned long pfn, int flags)
{
	return (pfn << PFN_T_SHIFT) | flags;
}

pfn_t pfn_to_pfn_t(unsigned long pfn)
{
	return pfn << PFN_T_SHIFT;
}

pfn_t phys_to_pfn_t(unsigned long addr, int flags)
{
	return (addr << PFN_T_SHIFT) | flags;
}

unsigned long pfn_t_to_pfn(pfn_t pfn)
{
	return pfn >> PFN_T_SHIFT;
}

bool pfn_t_devmap(pfn_t pfn)
{
	return (pfn & PFN_DEV) && (pfn & PFN_MAP);
}

bool pfn_t_special(pfn_t pfn)
{
	return pfn & PFN_SPECIAL;
}

/* A device address without PFN_MAP has no struct page. */
bool pfn_t_has_page(pfn_t pfn)
{
	return (pfn & PFN_MAP) || !(pfn & PFN_DEV);
}

bool pfn_t_valid(pfn_t pfn)
{
	return pfn_valid(pfn_t_to_pfn(pfn));
}

struct page *pfn_t_to_page(pfn_t pfn)
{
	return pfn_to_page(pfn_t_to_pfn(pfn));
}

pte_t pfn_t_pte(pfn_t pfn, pgprot_t prot)
{
	return pfn_pte(pfn_t_to_pfn(pfn), prot);
}

pmd_t pfn_t_pmd(pfn_t pfn, pgprot_t prot)
{
	return pfn_pmd(pfn_t_to_pfn(pfn), prot);
}

pud_t pfn_t_pud(pfn_t pfn, pgprot_t prot)
{
	return pfn_pud(pfn_t_to_pfn(pfn), prot);
}
