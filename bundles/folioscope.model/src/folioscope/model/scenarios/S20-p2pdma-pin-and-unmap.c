/* scenario: S20 a process maps a page of the pool, pins it for a transfer, unmaps it; the transfer ends
 * asks: does the page come back to the pool once, and not before the transfer has ended?
 * types: PCI_P2PDMA
 * kernels: 5.10..
 * threads: process, device
 */
int mapped;
int free_count;
int refs;
struct page *pinned[1];
int got;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	free_count = page_ref_count(&pages[0]);
	refs = pgmap_refs(&pgmap);
	good_path = 1;
	mapped = map_device_page();
	if (mapped)
		got = pin_user_pages(0, 1, FOLL_WRITE | FOLL_PCI_P2PDMA, pinned);
	if (got == 1)
		dma_active[0] = 1;
}

void process(void)
{
	if (!mapped)
		return;
	unmap_region(&vma);
	__atomic_begin();
	if (dma_active[0])
		__check(callbacks == 0, "premature-free", "a page that is pinned does not go back to the pool");
	__atomic_end();
}

void device(void)
{
	if (got != 1)
		return;
	dma_active[0] = 0;
	unpin_user_page(pinned[0]);
}

void end(void)
{
	if (!mapped)
		return;
	__check(callbacks > 0, "leak", "a page that nobody maps or pins goes back to the pool");
	__check(callbacks < 2, "premature-free", "a page goes back to the pool once");
	__check(page_ref_count(&pages[0]) == free_count, "count-not-reset", "a page in the pool has the count it had before");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a page in the pool does not hold the pgmap");
}
