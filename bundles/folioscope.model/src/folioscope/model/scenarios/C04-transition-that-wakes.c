/* scenario: C04 an FS_DAX page becomes idle
 * asks: at which count are those woken who wait for the page?
 * types: FS_DAX
 * kernels: 4.18..
 * threads: user
 * when woken_at becomes 0: free-at-1to0 "waiters for a {type} page are woken when the count goes from 1 to 0"
 * when woken_at becomes 1: free-at-2to1 "waiters for a {type} page are woken when the count goes from 2 to 1"
 */
int count_at_rest;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	count_at_rest = page_ref_count(&pages[0]);
	record_puts = 1;
}

/* Two users without a mapping in between; they come as a fault does, which does not ask for the count. */
void user(void)
{
	page_ref_inc(&pages[0]);
	page_ref_inc(&pages[0]);
	put_page(&pages[0]);
	put_page(&pages[0]);
	__check(page_ref_count(&pages[0]) == count_at_rest, "count-not-reset", "an idle page has the count it had before");
}
