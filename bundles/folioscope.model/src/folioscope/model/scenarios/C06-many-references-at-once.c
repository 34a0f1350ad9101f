/* scenario: C06 a batch of references is dropped, as munmap does it
 * asks: does release_pages() see the same transition as put_page()?
 * types: PRIVATE, PUBLIC, COHERENT, FS_DAX
 * kernels: 4.14..
 * threads: unmapper
 */
struct page *batch[1];
int count_at_rest;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	count_at_rest = page_ref_count(&pages[0]);
	if (PGMAP_TYPE == MEMORY_DEVICE_FS_DAX) {
		page_ref_inc(&pages[0]);
	} else {
		batch[0] = driver_alloc_page();
		unlock_page(batch[0]);
	}
	batch[0] = &pages[0];
	record_puts = 1;
}

void unmapper(void)
{
	release_pages(batch, 1);
	if (PGMAP_TYPE != MEMORY_DEVICE_FS_DAX)
		__check(callbacks == 1, "leak", "the driver gets a page back that nobody holds any more");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	else
		__check(wakes == 1, "lost-wake", "those who wait for an idle page are woken");
#endif
}
