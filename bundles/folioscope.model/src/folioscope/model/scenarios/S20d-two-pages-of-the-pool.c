/* scenario: S20d a process maps two pages of a PCI device's pool by one call, where the second address may be taken
 * asks: does each address get its page, and does what was not mapped go back to the pool?
 * types: PCI_P2PDMA
 * kernels: 6.2..
 * params: TAKEN = 0, 1
 * threads: process
 */
int TAKEN;
int refs;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap_up();
	refs = pgmap_refs(&pgmap);
	if (TAKEN)
		mm.pte[1] = pfn_pte(my_zero_pfn(0), 0);
}

void process(void)
{
	mmap_pool(2);
	if (TAKEN)
		mm.pte[1] = 0;
	__check(pte_pfn(mm.pte[0]) == 0 && page_out[0], "", "the first address has the first page");
	if (TAKEN)
		__check(!page_out[1], "leak", "a page that was not mapped is in the pool");
	else
		__check(pte_pfn(mm.pte[1]) == 1, "", "the second address has the second page");
	zap_page_range_single(&vma, 0, 1);
	__check(page_out[1] == !TAKEN, "premature-free", "a page that is still mapped is not in the pool");
	unmap_region(&vma);
	__check(!page_out[0] && !page_out[1], "leak", "pages that nobody maps are in the pool");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "pages in the pool do not hold the pgmap");
}
