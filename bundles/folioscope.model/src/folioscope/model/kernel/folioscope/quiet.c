/*
 * Functions of the kernel that have no part in the life of a page but stand where patches change something: they do
 * nothing here, so that their presence is no open question.
 */
void update_mmu_cache(struct vm_area_struct *vma, int addr, pte_t *ptep) { }
void update_mmu_cache_pmd(struct vm_area_struct *vma, int addr, pmd_t *pmd) { }
void update_mmu_cache_pud(struct vm_area_struct *vma, int addr, pud_t *pud) { }
void pgtable_trans_huge_deposit(struct mm_struct *mm, pmd_t *pmd, pgtable_t pgtable) { }
void mm_inc_nr_ptes(struct mm_struct *mm) { }
void pte_free(struct mm_struct *mm, pgtable_t pgtable) { }
void track_pfn_insert(struct vm_area_struct *vma, pgprot_t *prot, pfn_t pfn) { }
void add_mm_counter(struct mm_struct *mm, int member, int value) { }
void inc_mm_counter(struct mm_struct *mm, int member) { }
int mm_counter(struct page *page) { return 0; }
int mm_counter_file(struct folio *folio) { return 0; }
void lockdep_assert_held(spinlock_t *lock) { }
void flush_dcache_page(struct page *page) { }
void flush_dcache_folio(struct folio *folio) { }
void folio_migrate_flags(struct folio *newfolio, struct folio *folio) { }
void folio_migrate_copy(struct folio *newfolio, struct folio *folio) { }
bool folio_test_writeback(struct folio *folio) { return false; }
int wake_exceptional_entry_func(struct wait_queue_entry *wait, int mode, int sync, void *keyp) { return 0; }
void INIT_LIST_HEAD(void *list) { }

/* source: include/linux/rcupdate.h v4.5..v7.3 */
void *rcu_dereference(void *p) { return p; }
void *rcu_dereference_protected(void *p, int c) { return p; }
void zap_deposited_table(struct mm_struct *mm, pmd_t *pmd) { }

/* Writers' side of a lock that many readers may hold; here it is held by one. source: kernel/locking/rwsem.c v4.5..v7.3 */
void down_write(int *sem) { __lock(sem); }
void up_write(int *sem) { __unlock(sem); }
bool pfn_modify_allowed(int pfn, pgprot_t prot) { return true; }
