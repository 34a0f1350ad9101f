/* scenario: C02 a page that a process maps is taken by its address
 * asks: does GUP get a page that is mapped, and does it hold the pgmap meanwhile?
 * types: FS_DAX, GENERIC, COHERENT, PCI_P2PDMA
 * kernels: 4.18..
 * params: FAST = 0, 1; GUP_FLAGS = FOLL_GET, FOLL_PIN, FOLL_LONGTERM, FOLL_PCI_P2PDMA
 * threads: gup_user
 * when gup_pgmap_refs becomes 0: gup-pgmap-ref-dropped "GUP of a {type} page that is mapped as devmap no longer takes a reference on its pgmap"
 * when gup_refused becomes 1: gup-denied "GUP refuses a mapped {type} page"
 */
int FAST;
int GUP_FLAGS;
int mapped;
struct page *got[1];

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	mapped = map_device_page();
	record_puts = 1;
}

void gup_user(void)
{
	int flags = FOLL_GET;
	int count = page_ref_count(&pages[0]);
	int ret;

	if (!mapped) {
		if (PGMAP_TYPE == MEMORY_DEVICE_PCI_P2PDMA && pci_alloc_p2pmem(&pci_dev, 1))
			__check(page_ref_count(&pages[0]) > 0, "init-at-0", "a page that is in use does not have a count of zero");
		return;
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (GUP_FLAGS == FOLL_PIN)
		flags = FOLL_PIN;
	else if (GUP_FLAGS == FOLL_LONGTERM)
		flags = FOLL_PIN | FOLL_LONGTERM;
	else if (GUP_FLAGS == FOLL_PCI_P2PDMA)
		flags = FOLL_PIN | FOLL_PCI_P2PDMA;
#endif
	if (FAST)
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
		ret = gup_fast_fallback(0, 1, flags, got);
#else
		ret = internal_get_user_pages_fast(0, 1, flags, got);
#endif
	else
		ret = __get_user_pages(&mm, 0, 1, flags, got);
	if (GUP_FLAGS == FOLL_GET)
		__check(ret == 1 || count > 0, "init-at-0", "a page that is in use does not have a count of zero");
	else
		__check(ret == 1 || count > 0, "gup-fail-zero", "GUP gets a page that is mapped");
	if (GUP_FLAGS != FOLL_LONGTERM && count > 0)
		__observe("gup_refused", ret != 1);
	if (ret == 1 && pte_devmap(mm.pte[0]))
		__observe("gup_pgmap_refs", pgmap_gets > 0);
}
