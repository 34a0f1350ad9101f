/* scenario: S07 the driver goes while a process has one of its pages
 * asks: is the memmap removed only when the page is free?
 * types: PRIVATE, COHERENT, PCI_P2PDMA
 * kernels: 4.14..
 * threads: user, teardown
 */
struct page *used;
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	if (PGMAP_TYPE == MEMORY_DEVICE_PCI_P2PDMA) {
		mapped = p2pdma_get_page();
	} else {
		used = driver_alloc_page();
		unlock_page(used);
	}
}

/* The page is given up, in one go, when the driver has done what it can without that. */
void user(void)
{
	__await(pgmap.done.waiters || !memmap_present, "", "the teardown to wait, or to be over");
	__atomic_begin();
	if (PGMAP_TYPE == MEMORY_DEVICE_PCI_P2PDMA)
		p2pdma_put_page(mapped);
	else
		put_page(used);
	__atomic_end();
}

void teardown(void)
{
	pgmap_down();
}
