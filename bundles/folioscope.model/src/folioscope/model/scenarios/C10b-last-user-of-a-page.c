/* scenario: C10b the last user of a page of a device lets go of it
 * asks: does the core call only callbacks that the owner of the pgmap has?
 * types: PRIVATE, PUBLIC, COHERENT, GENERIC, PCI_P2PDMA
 * kernels: 4.5..
 * threads: user
 * when last_put_returned ceases 1: regression null-free-callback "the last put of a {type} page calls a free callback that its owner does not have"
 */
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	if (PGMAP_TYPE == MEMORY_DEVICE_PCI_P2PDMA)
		mapped = p2pdma_get_page();
	else if (PGMAP_TYPE != MEMORY_DEVICE_GENERIC)
		unlock_page(driver_alloc_page());
	pgmap_held_by_others();
}

/* The process that has the page gives it up; where a page is never free, a transfer to it ends. */
void user(void)
{
	if (!mapped && (PGMAP_TYPE == MEMORY_DEVICE_PCI_P2PDMA || PGMAP_TYPE == MEMORY_DEVICE_GENERIC))
		page_ref_inc(&pages[0]);
	if (page_ref_count(&pages[0]) < 1)
		return;
	__observe("last_put_returned", 0);
	if (mapped)
		unmap_device_page();
	else
		put_page(&pages[0]);
	__observe("last_put_returned", 1);
}
