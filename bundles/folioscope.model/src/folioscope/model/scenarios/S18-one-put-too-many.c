/* scenario: S18 a driver puts an unused page once too often
 * asks: what notices it?
 * types: PRIVATE, PUBLIC, COHERENT, FS_DAX, GENERIC, PCI_P2PDMA
 * kernels: 4.5..
 * threads: culprit, teardown
 */
int put_done;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	misuse = 1;
}

void culprit(void)
{
	int refs = pgmap_refs(&pgmap);

	put_page(&pages[0]);
	if (pgmap_refs(&pgmap) < refs)
		__warn("", "a put too many lets go of the pgmap as well");
	__observe("count_after_extra_put", page_ref_count(&pages[0]));
	put_done = 1;
}

void teardown(void)
{
	__await(put_done, "", "the put");
	pgmap_down();
}
