/* scenario: S07b the driver goes while somebody has pinned one of its pages
 * asks: is the memmap removed only when the pin is gone?
 * types: FS_DAX, GENERIC
 * kernels: 4.5..
 * threads: gup_user, teardown
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	if (page_ref_count(&pages[0]) > 0)
		get_page(&pages[0]);
	else
		page_ref_inc(&pages[0]);
}

/* The pin goes when the driver has done what it can without that. */
void gup_user(void)
{
	__await(pgmap.done.waiters || !memmap_present, "", "the teardown to wait, or to be over");
	put_page(&pages[0]);
}

void teardown(void)
{
	pgmap_down();
}
