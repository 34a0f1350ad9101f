/* scenario: C07 a page is held for a while
 * asks: does each reference to a page hold its pgmap as well?
 * types: FS_DAX, GENERIC
 * kernels: 4.5..
 * threads: user
 * when pgmap_ref_per_page_ref ceases 1: pgmap-ref-single "the pgmap is held once for the life of a page, no longer by each reference to it"
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
}

void user(void)
{
	int refs = pgmap_refs(&pgmap);

	if (page_ref_count(&pages[0]) == 0)
		page_ref_inc(&pages[0]);
	get_page(&pages[0]);
	__observe("pgmap_ref_per_page_ref", pgmap_refs(&pgmap) - refs);
	put_page(&pages[0]);
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a put lets go of what the get took");
}
