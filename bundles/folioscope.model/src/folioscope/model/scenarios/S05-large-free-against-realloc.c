/* scenario: S05 a page is freed and handed out again as part of a larger folio
 * asks: does the core read anything from a folio once its driver has it back?
 * types: PRIVATE, COHERENT
 * kernels: 6.19..
 * threads: unmapper, migrator
 */
int refs_at_rest;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap_up();
	refs_at_rest = pgmap_refs(&pgmap);
	unlock_page(dmirror_devmem_alloc_page(&dmirror_device, false));
}

/* The last mapping of the second page goes. */
void unmapper(void)
{
	put_page(&pages[1]);
}

/* When it is free, the driver makes one folio of the first and the second page. */
void migrator(void)
{
	if (callbacks)
		dmirror_devmem_alloc_page(&dmirror_device, true);
}

void end(void)
{
	int held = page_out[0] ? 2 : 0;

	__check(pgmap_refs(&pgmap) == refs_at_rest + held, "use-after-free-callback",
		"the pgmap is held once for each base page that is out");
}
