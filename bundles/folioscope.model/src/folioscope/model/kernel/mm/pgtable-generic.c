/*
 * Ways into the page table of a process: pte[] and one pmd entry, under one lock. A pmd of 0 stands for a table of PTEs.
 * source: mm/pgtable-generic.c, mm/memory.c v4.5..v7.3
 */
pte_t *pte_offset_map_lock(struct mm_struct *mm, pmd_t *pmd, unsigned long addr, spinlock_t **ptlp)
{
	spin_lock(&mm->page_table_lock);
	if (ptlp)
		*ptlp = &mm->page_table_lock;
	return &mm->pte[addr];
}

pte_t *get_locked_pte(struct mm_struct *mm, unsigned long addr, spinlock_t **ptlp)
{
	return pte_offset_map_lock(mm, &mm->pmd, addr, ptlp);
}

void pte_unmap_unlock(pte_t *pte, spinlock_t *ptl)
{
	spin_unlock(ptl);
}

void pte_unmap(pte_t *pte)
{
}

pte_t maybe_mkwrite(pte_t pte, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return pte_mkwrite(pte, vma);
	return pte;
}

pmd_t maybe_pmd_mkwrite(pmd_t pmd, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return pmd_mkwrite(pmd, vma);
	return pmd;
}

pud_t maybe_pud_mkwrite(pud_t pud, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE)
		return pud_mkwrite(pud);
	return pud;
}

int pudp_set_access_flags(struct vm_area_struct *vma, unsigned long addr, pud_t *pudp, pud_t entry, int dirty)
{
	*pudp = entry;
	return 1;
}

pud_t pudp_huge_get_and_clear_full(struct vm_area_struct *vma, unsigned long addr, pud_t *pudp, int full)
{
	return __xchg(pudp, 0);
}

pud_t pudp_huge_clear_flush(struct vm_area_struct *vma, unsigned long addr, pud_t *pudp)
{
	return __xchg(pudp, 0);
}

int ptep_set_access_flags(struct vm_area_struct *vma, unsigned long addr, pte_t *ptep, pte_t entry, int dirty)
{
	*ptep = entry;
	return 1;
}

int pmdp_set_access_flags(struct vm_area_struct *vma, unsigned long addr, pmd_t *pmdp, pmd_t entry, int dirty)
{
	*pmdp = entry;
	return 1;
}

pte_t ptep_get_and_clear_full(struct mm_struct *mm, unsigned long addr, pte_t *ptep, int full)
{
	return __xchg(ptep, 0);
}

pte_t ptep_clear_flush(struct vm_area_struct *vma, unsigned long addr, pte_t *ptep)
{
	return __xchg(ptep, 0);
}

void pte_clear_not_present_full(struct mm_struct *mm, unsigned long addr, pte_t *ptep, int full)
{
	*ptep = 0;
}

pmd_t pmdp_huge_get_and_clear_full(struct vm_area_struct *vma, unsigned long addr, pmd_t *pmdp, int full)
{
	return __xchg(pmdp, 0);
}

pmd_t pmdp_huge_clear_flush_notify(struct vm_area_struct *vma, unsigned long addr, pmd_t *pmdp)
{
	return __xchg(pmdp, 0);
}

bool is_huge_zero_pmd(pmd_t pmd)
{
	return false;
}

bool is_pmd_migration_entry(pmd_t pmd)
{
	return pmd & _PAGE_SWP_MIGRATION;
}

unsigned long my_zero_pfn(unsigned long addr)
{
	return 6;
}

bool is_zero_pfn(unsigned long pfn)
{
	return pfn == 6;
}

bool is_zero_folio(struct folio *folio)
{
	return folio == &pages[6];
}

void print_bad_pte(struct vm_area_struct *vma, unsigned long addr, pte_t pte, struct page *page)
{
	WARN_ON(1);
}
