/* scenario: C08 a pgmap of huge pages
 * asks: is the head alone counted, and does a huge page hold the pgmap once?
 * types: GENERIC
 * kernels: 5.3..
 * threads: look
 * when head_alone_counts becomes 1: compound-head-ref "only the head of a compound {type} page is counted"
 * when pgmap_refs_of_huge_page becomes 1: compound-head-ref "a compound {type} page holds its pgmap once"
 */
void setup(void)
{
	pgmap.range.end = 1;
	pgmap.vmemmap_shift = 1;
	pgmap_up();
}

void look(void)
{
	__observe("head_alone_counts", page_ref_count(&pages[0]) > 0 && page_ref_count(&pages[1]) == 0);
	__observe("pgmap_refs_of_huge_page", pgmap_refs(&pgmap) - 1);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	pgmap_down();
#endif
}
