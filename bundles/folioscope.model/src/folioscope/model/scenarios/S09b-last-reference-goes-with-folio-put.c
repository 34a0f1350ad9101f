/* scenario: S09b the last reference of a page goes by folio_put()
 * asks: is that transition seen as well as with put_page()?
 * types: FS_DAX
 * kernels: 5.16..
 * threads: user
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	page_ref_inc(&pages[0]);
	record_puts = 1;
	misuse = 1;
}

void user(void)
{
	folio_put(page_folio(&pages[0]));
	__check(wakes == 1, "", "folio_put() wakes those who wait for an idle page");
}
