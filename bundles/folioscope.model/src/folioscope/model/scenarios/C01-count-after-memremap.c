/* scenario: C01 the count of a page that nobody uses yet
 * asks: with which count do pages leave memremap_pages() and the driver's probing?
 * types: PRIVATE, PUBLIC, COHERENT, FS_DAX, GENERIC, PCI_P2PDMA
 * kernels: 4.5..
 * threads: look
 * when count_after_memremap becomes 0: init-at-0 "{type} pages leave memremap_pages() with a count of 0 (was {before})"
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
}

void look(void)
{
	__observe("count_after_memremap", page_ref_count(&pages[0]));
}
