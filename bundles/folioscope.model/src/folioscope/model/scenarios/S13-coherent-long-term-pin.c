/* scenario: S13 a coherent page is pinned for long
 * asks: is it moved to RAM first, and is the device page handed back once?
 * types: COHERENT
 * kernels: 6.0..
 * threads: gup_user, process
 */
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	mapped = map_device_page();
}

/* What GUP does for FOLL_LONGTERM when it meets a coherent page: hold it, let go of it, move it. */
void gup_user(void)
{
	struct page *pinned[1];

	if (get_user_pages(0, 1, FOLL_WRITE, pinned) != 1)
		return;
	if (is_device_coherent_page(pinned[0]))
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
		migrate_device_coherent_folio(page_folio(pinned[0]));
#else
		migrate_device_coherent_page(pinned[0]);
#endif
	else
		put_page(pinned[0]);
}

void process(void)
{
	unmap_region(&vma);
}

void end(void)
{
	__check(callbacks > 0, "leak", "the driver gets the page back when nobody maps it any more");
	__check(callbacks < 2, "premature-free", "the driver gets the page back once");
}
