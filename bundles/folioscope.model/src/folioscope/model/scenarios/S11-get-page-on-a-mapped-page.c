/* scenario: S11 a page that a process maps is taken once more by somebody who holds it
 * asks: does a mapped page have a count that can be raised?
 * types: GENERIC, FS_DAX, COHERENT, PCI_P2PDMA
 * kernels: 4.18..
 * threads: user
 */
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	mapped = map_device_page();
}

void user(void)
{
	if (!mapped)
		return;
	get_page(&pages[0]);
	put_page(&pages[0]);
}
