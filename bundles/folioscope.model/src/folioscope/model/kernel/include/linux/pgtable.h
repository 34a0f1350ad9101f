/*
 * Page table entries are ints: the low eight bits are flags, the page frame number stands above them; 0 is none.
 * source: arch/x86/include/asm/pgtable.h v4.5..v7.3 (pte_devmap until v6.16)
 */
enum pte_bits {
	_PAGE_PRESENT = 1,
	_PAGE_RW = 2,
	_PAGE_DEVMAP = 4,
	_PAGE_SPECIAL = 8,
	_PAGE_SWP_PRIVATE = 16,
	_PAGE_SWP_EXCLUSIVE = 32,
	_PAGE_SWP_MIGRATION = 64,
	_PAGE_PSE = 128,
	PTE_PFN_SHIFT = 8,
};

int pte_none(pte_t pte) { return pte == 0; }
int pte_present(pte_t pte) { return pte & _PAGE_PRESENT; }
int pte_write(pte_t pte) { return pte & _PAGE_RW; }
int pte_devmap(pte_t pte) { return pte & _PAGE_DEVMAP; }
int pte_special(pte_t pte) { return pte & _PAGE_SPECIAL; }
int pte_pfn(pte_t pte) { return pte >> PTE_PFN_SHIFT; }
struct page *pte_page(pte_t pte) { return pfn_to_page(pte_pfn(pte)); }
pte_t pte_mkdevmap(pte_t pte) { return pte | _PAGE_DEVMAP | _PAGE_SPECIAL; }
pte_t pte_mkspecial(pte_t pte) { return pte | _PAGE_SPECIAL; }
pte_t pte_mkwrite(pte_t pte, struct vm_area_struct *vma) { return pte | _PAGE_RW; }
pte_t pte_wrprotect(pte_t pte) { return pte & ~_PAGE_RW; }
pte_t pte_mkyoung(pte_t pte) { return pte; }
pte_t pte_mkold(pte_t pte) { return pte; }
pte_t pte_mkdirty(pte_t pte) { return pte; }
pte_t pfn_pte(int pfn, int prot) { return (pfn << PTE_PFN_SHIFT) | _PAGE_PRESENT | prot; }
pte_t mk_pte(struct page *page, int prot) { return pfn_pte(page_to_pfn(page), prot); }
int pte_same(pte_t a, pte_t b) { return a == b; }
pte_t ptep_get(pte_t *ptep) { return *ptep; }
pte_t ptep_get_lockless(pte_t *ptep) { return *ptep; }
pte_t gup_get_pte(pte_t *ptep) { return *ptep; }
void set_pte_at(struct mm_struct *mm, int addr, pte_t *ptep, pte_t pte) { *ptep = pte; }
pte_t ptep_get_and_clear(struct mm_struct *mm, int addr, pte_t *ptep) { return __xchg(ptep, 0); }

int pmd_none(pmd_t pmd) { return pmd == 0; }
int pmd_present(pmd_t pmd) { return pmd & _PAGE_PRESENT; }
int pmd_write(pmd_t pmd) { return pmd & _PAGE_RW; }
int pmd_devmap(pmd_t pmd) { return pmd & _PAGE_DEVMAP; }
int pmd_special(pmd_t pmd) { return pmd & _PAGE_SPECIAL; }
int pmd_trans_huge(pmd_t pmd) { return (pmd & _PAGE_PSE) && !(pmd & _PAGE_DEVMAP); }
int pmd_leaf(pmd_t pmd) { return pmd & _PAGE_PSE; }
int pmd_pfn(pmd_t pmd) { return pmd >> PTE_PFN_SHIFT; }
struct page *pmd_page(pmd_t pmd) { return pfn_to_page(pmd_pfn(pmd)); }
pmd_t pmd_mkdevmap(pmd_t pmd) { return pmd | _PAGE_DEVMAP; }
pmd_t pmd_mkspecial(pmd_t pmd) { return pmd | _PAGE_SPECIAL; }
pmd_t pmd_mkhuge(pmd_t pmd) { return pmd | _PAGE_PSE; }
pmd_t pmd_mkwrite(pmd_t pmd, struct vm_area_struct *vma) { return pmd | _PAGE_RW; }
pmd_t pmd_wrprotect(pmd_t pmd) { return pmd & ~_PAGE_RW; }
pmd_t pmd_mkyoung(pmd_t pmd) { return pmd; }
pmd_t pmd_mkdirty(pmd_t pmd) { return pmd; }
pmd_t pfn_pmd(int pfn, int prot) { return (pfn << PTE_PFN_SHIFT) | _PAGE_PRESENT; }
pmd_t pmdp_get(pmd_t *pmdp) { return *pmdp; }
pmd_t pmdp_get_lockless(pmd_t *pmdp) { return *pmdp; }
int pmd_same(pmd_t a, pmd_t b) { return a == b; }
void set_pmd_at(struct mm_struct *mm, int addr, pmd_t *pmdp, pmd_t pmd) { *pmdp = pmd; }

int pud_none(pud_t pud) { return pud == 0; }
int pud_present(pud_t pud) { return pud & _PAGE_PRESENT; }
int pud_write(pud_t pud) { return pud & _PAGE_RW; }
int pud_devmap(pud_t pud) { return pud & _PAGE_DEVMAP; }
int pud_special(pud_t pud) { return pud & _PAGE_SPECIAL; }
int pud_trans_huge(pud_t pud) { return (pud & _PAGE_PSE) && !(pud & _PAGE_DEVMAP); }
int pud_leaf(pud_t pud) { return pud & _PAGE_PSE; }
int pud_pfn(pud_t pud) { return pud >> PTE_PFN_SHIFT; }
struct page *pud_page(pud_t pud) { return pfn_to_page(pud_pfn(pud)); }
pud_t pud_mkdevmap(pud_t pud) { return pud | _PAGE_DEVMAP; }
pud_t pud_mkspecial(pud_t pud) { return pud | _PAGE_SPECIAL; }
pud_t pud_mkhuge(pud_t pud) { return pud | _PAGE_PSE; }
pud_t pud_mkwrite(pud_t pud) { return pud | _PAGE_RW; }
pud_t pud_mkyoung(pud_t pud) { return pud; }
pud_t pud_mkdirty(pud_t pud) { return pud; }
pud_t pfn_pud(int pfn, int prot) { return (pfn << PTE_PFN_SHIFT) | _PAGE_PRESENT; }
void set_pud_at(struct mm_struct *mm, int addr, pud_t *pudp, pud_t pud) { *pudp = pud; }

/* The page table lock covers one process. source: include/linux/mm.h */
spinlock_t *pte_lockptr(struct mm_struct *mm, pmd_t *pmd)
{
	return &mm->page_table_lock;
}

spinlock_t *pmd_lockptr(struct mm_struct *mm, pmd_t *pmd)
{
	return &mm->page_table_lock;
}

spinlock_t *pmd_lock(struct mm_struct *mm, pmd_t *pmd)
{
	__lock(&mm->page_table_lock);
	return &mm->page_table_lock;
}

spinlock_t *pud_lock(struct mm_struct *mm, pud_t *pud)
{
	__lock(&mm->page_table_lock);
	return &mm->page_table_lock;
}

void spin_lock(spinlock_t *lock) { __lock(lock); }
void spin_unlock(spinlock_t *lock) { __unlock(lock); }
int spin_trylock(spinlock_t *lock) { return __trylock(lock); }

/* The PTE of an address: each process has one table. */
pte_t *pte_offset_map(pmd_t *pmd, int addr)
{
	return pmd == &child_mm.pmd ? &child_mm.pte[addr] : &mm.pte[addr];
}
