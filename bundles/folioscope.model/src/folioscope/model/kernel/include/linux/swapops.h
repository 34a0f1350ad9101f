/*
 * Entries that are not present: a device-private page, a device-exclusive one, or one under migration. The whole
 * page table entry is the swp_entry_t here.
 * source: include/linux/swapops.h v4.14..v6.18, include/linux/leafops.h v6.19..v7.3
 */
swp_entry_t pte_to_swp_entry(pte_t pte)
{
	return pte;
}

pte_t swp_entry_to_pte(swp_entry_t entry)
{
	return entry;
}

softleaf_t softleaf_from_pte(pte_t pte)
{
	return pte;
}

unsigned long swp_offset(swp_entry_t entry)
{
	return entry >> PTE_PFN_SHIFT;
}

bool non_swap_entry(swp_entry_t entry)
{
	return true;
}

bool is_device_private_entry(swp_entry_t entry)
{
	return entry & _PAGE_SWP_PRIVATE;
}

bool softleaf_is_device_private(softleaf_t entry)
{
	return entry & _PAGE_SWP_PRIVATE;
}

bool is_writable_device_private_entry(swp_entry_t entry)
{
	return (entry & _PAGE_SWP_PRIVATE) && (entry & _PAGE_RW);
}

bool is_device_exclusive_entry(swp_entry_t entry)
{
	return entry & _PAGE_SWP_EXCLUSIVE;
}

bool is_migration_entry(swp_entry_t entry)
{
	return entry & _PAGE_SWP_MIGRATION;
}

bool is_writable_migration_entry(swp_entry_t entry)
{
	return (entry & _PAGE_SWP_MIGRATION) && (entry & _PAGE_RW);
}

bool is_readable_migration_entry(swp_entry_t entry)
{
	return (entry & _PAGE_SWP_MIGRATION) && !(entry & _PAGE_RW);
}

swp_entry_t make_readable_device_private_entry(unsigned long offset)
{
	return (offset << PTE_PFN_SHIFT) | _PAGE_SWP_PRIVATE;
}

swp_entry_t make_writable_device_private_entry(unsigned long offset)
{
	return (offset << PTE_PFN_SHIFT) | _PAGE_SWP_PRIVATE | _PAGE_RW;
}

swp_entry_t make_readable_migration_entry(unsigned long offset)
{
	return (offset << PTE_PFN_SHIFT) | _PAGE_SWP_MIGRATION;
}

swp_entry_t make_writable_migration_entry(unsigned long offset)
{
	return (offset << PTE_PFN_SHIFT) | _PAGE_SWP_MIGRATION | _PAGE_RW;
}

swp_entry_t make_readable_device_exclusive_entry(unsigned long offset)
{
	return (offset << PTE_PFN_SHIFT) | _PAGE_SWP_EXCLUSIVE;
}

swp_entry_t make_writable_device_exclusive_entry(unsigned long offset)
{
	return (offset << PTE_PFN_SHIFT) | _PAGE_SWP_EXCLUSIVE | _PAGE_RW;
}

struct page *pfn_swap_entry_to_page(swp_entry_t entry)
{
	return pfn_to_page(swp_offset(entry));
}

struct page *softleaf_to_page(softleaf_t entry)
{
	return pfn_to_page(swp_offset(entry));
}

struct folio *pfn_swap_entry_folio(swp_entry_t entry)
{
	return page_folio(pfn_to_page(swp_offset(entry)));
}

struct folio *softleaf_to_folio(softleaf_t entry)
{
	return page_folio(pfn_to_page(swp_offset(entry)));
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/* A huge entry that is not present: a device-private folio of the size of a PMD. source: include/linux/leafops.h v6.19..v7.3 */
softleaf_t softleaf_from_pmd(pmd_t pmd)
{
	return pmd & ~_PAGE_PSE;
}

pmd_t softleaf_to_pmd(softleaf_t entry)
{
	return entry | _PAGE_PSE;
}

bool pmd_is_device_private_entry(pmd_t pmd)
{
	return (pmd & _PAGE_PSE) && (pmd & _PAGE_SWP_PRIVATE);
}

bool softleaf_is_device_private_write(softleaf_t entry)
{
	return is_writable_device_private_entry(entry);
}
#endif

/* source: include/linux/swapops.h v4.14..v5.13 */
struct page *device_private_entry_to_page(swp_entry_t entry)
{
	return pfn_to_page(swp_offset(entry));
}

struct page *migration_entry_to_page(swp_entry_t entry)
{
	return pfn_to_page(swp_offset(entry));
}
