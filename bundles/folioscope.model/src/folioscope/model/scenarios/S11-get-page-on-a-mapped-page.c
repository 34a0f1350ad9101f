/* scenario: S11 a page that a process maps is taken once more by somebody who holds it
 * asks: does a mapped page have a count that can be raised?
 * types: GENERIC, FS_DAX, PRIVATE, COHERENT
 * kernels: 4.18..
 * params: DRIVER = DRIVER_TEST_HMM, DRIVER_NOUVEAU, DRIVER_AMDKFD, DRIVER_UVMEM
 * threads: user
 */
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	mapped = pgmap_up_and_map();
}

void user(void)
{
	if (!mapped)
		return;
	get_page(&pages[0]);
	put_page(&pages[0]);
}
