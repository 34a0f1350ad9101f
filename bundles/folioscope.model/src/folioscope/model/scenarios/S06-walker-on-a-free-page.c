/* scenario: S06 somebody walks page frames and meets a free page
 * asks: does a speculative reference on a free page disturb its driver?
 * types: PRIVATE, COHERENT
 * kernels: 4.14..
 * threads: walker
 */
int count_at_rest;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	count_at_rest = page_ref_count(&pages[0]);
	misuse = 1;
}

void walker(void)
{
	if (get_page_unless_zero(&pages[0])) {
		__label("free_page_looks_used");
		put_page(&pages[0]);
	}
	__check(page_ref_count(&pages[0]) == count_at_rest, "", "the count of a free page is as before");
}
