/*
 * How nouveau hands out a page; everything else of it is as in lib/test_hmm.c.
 * source: drivers/gpu/drm/nouveau/nouveau_dmem.c v5.1..v7.3
 */
struct nouveau_drm {
	struct page *free_pages;
};

struct nouveau_drm nouveau_drm;

/* A page for a process, locked. source: v5.1..v7.3; get_page until v5.17, commits 27674ef6c73f, ef233450898f */
static struct page *
nouveau_dmem_page_alloc_locked(struct nouveau_drm *drm)
{
	struct page *page = &pages[0];

	page_handed_out(page);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	zone_device_folio_init(page_folio(page), page_pgmap(page), 0);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	zone_device_page_init(page);
#else
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	get_page(page);
#endif
	lock_page(page);
#endif
	return page;
}
