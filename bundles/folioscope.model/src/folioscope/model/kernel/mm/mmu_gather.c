/*
 * Pages of an unmapped range: their references are dropped together, after the page table lock.
 * source: mm/mmu_gather.c, mm/swap_state.c v4.5..v7.3
 */
void tlb_gather_mmu(struct mmu_gather *tlb, struct mm_struct *mm)
{
	tlb->mm = mm;
	tlb->nr = 0;
}

bool __tlb_remove_page(struct mmu_gather *tlb, struct page *page)
{
	tlb->pages[tlb->nr] = page;
	tlb->nr += 1;
	return false;
}

void tlb_remove_page_size(struct mmu_gather *tlb, struct page *page, int page_size)
{
	__tlb_remove_page(tlb, page);
}

/* source: mm/swap_state.c v4.5..v7.3 */
void free_pages_and_swap_cache(struct page **pages, int nr)
{
	release_pages(pages, nr);
}

/*
 * How many are in the fast path of GUP, which keeps interrupts off. A TLB flush that interrupts other CPUs, as x86's
 * does, does not end before they have left it.
 */
int irqs_off;

void local_irq_disable(void)
{
	__add_return(&irqs_off, 1);
}

void local_irq_enable(void)
{
	__add_return(&irqs_off, -1);
}

void tlb_flush_mmu(struct mmu_gather *tlb)
{
	__await(irqs_off == 0, "", "the flush reaches all CPUs");
}

void tlb_finish_mmu(struct mmu_gather *tlb)
{
	tlb_flush_mmu(tlb);
	if (tlb->nr)
		free_pages_and_swap_cache(tlb->pages, tlb->nr);
	tlb->nr = 0;
}
