/* scenario: C08 a pgmap of huge pages
 * asks: is the head alone counted, and does a huge page hold the pgmap once?
 * types: GENERIC
 * kernels: 5.3..
 * threads: look, teardown
 * when tail_count becomes 0: compound-head-ref "only the head of a compound {type} page is counted"
 * when pgmap_refs_of_huge_page becomes 1: compound-head-ref "a compound {type} page holds its pgmap once"
 */
void setup(void)
{
	pgmap.range.end = 1;
	pgmap.vmemmap_shift = 1;
	pgmap_up();
	__observe("tail_count", page_ref_count(&pages[1]));
	__observe("pgmap_refs_of_huge_page", pgmap_refs(&pgmap) - 1);
}

void look(void)
{
	__label("looked");
}

void teardown(void)
{
	pgmap_down();
}
