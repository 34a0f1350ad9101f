/*
 * Sizes. An address counts pages, so a page is 1 long; a PMD covers two pages and a PUD all four device pages.
 * source: include/linux/huge_mm.h, include/linux/mm.h v4.5..v7.3
 */
typedef int loff_t;
typedef int size_t;
typedef int dax_entry_t;

enum {
	PAGE_SHIFT = 0,
	PAGE_SIZE = 1,
	PMD_ORDER = 1,
	PMD_SHIFT = 1,
	PMD_SIZE = 2,
	PMD_MASK = -2,
	PUD_ORDER = 2,
	PUD_SHIFT = 2,
	PUD_SIZE = 4,
	PUD_MASK = -4,
	HPAGE_PMD_NR = 2,
	HPAGE_PMD_SIZE = 2,
	HPAGE_PUD_NR = 4,
	HPAGE_PUD_SIZE = 4,
};

/* Options that no kernel of the model has switched on. */
enum { CONFIG_FS_DAX_LIMITED = 0 };

bool arch_needs_pgtable_deposit(void)
{
	return false;
}

pgoff_t linear_page_index(struct vm_area_struct *vma, unsigned long address)
{
	return (address - vma->vm_start) + vma->vm_pgoff;
}

bool vma_is_dax(struct vm_area_struct *vma)
{
	return vma->vm_file && (vma->vm_file->f_mapping->host->i_flags & S_DAX);
}

bool vma_is_anonymous(struct vm_area_struct *vma)
{
	return !vma->vm_file;
}

/* A huge mapping without struct page semantics; DAX has it until v6.14. source: include/linux/huge_mm.h v5.9..v7.3 */
bool vma_is_special_huge(struct vm_area_struct *vma)
{
	return vma_is_dax(vma) || (vma->vm_file &&
				   (vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP)));
}

bool is_cow_mapping(int flags)
{
	return (flags & (VM_SHARED | VM_MAYWRITE)) == VM_MAYWRITE;
}
