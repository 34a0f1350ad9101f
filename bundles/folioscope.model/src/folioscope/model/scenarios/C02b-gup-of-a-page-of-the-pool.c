/* scenario: C02b a driver maps a page of the pool, and the process gives it to GUP
 * asks: does GUP get a page of another device?
 * types: PCI_P2PDMA
 * kernels: 4.20..6.1
 * params: FAST = 0, 1; GUP_FLAGS = FOLL_GET, FOLL_PIN; DEVMAP = 0, 1
 * threads: gup_user
 * when gup_refused becomes 1: gup-denied "GUP refuses a mapped {type} page"
 */
int FAST;
int GUP_FLAGS;

/* Whether the entry is devmap and holds no reference, as those of files do, or is an ordinary one. */
int DEVMAP;
int mapped;
struct page *got[1];

/* No release up to v6.1 lets a process map such a page; a driver can. */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	vma.vm_end = 1;
	vma.vm_mm = &mm;
	vma.vm_flags = VM_READ | VM_WRITE | VM_SHARED | VM_MIXEDMAP;
	vma.vm_page_prot = _PAGE_RW;
	mapped = pci_alloc_p2pmem(&pci_dev, 1) != NULL;
	if (mapped && DEVMAP)
		mm.pte[0] = pte_mkdevmap(mk_pte(&pages[0], _PAGE_RW));
	else if (mapped)
		mapped = !vm_insert_page(&vma, 0, &pages[0]);
}

void gup_user(void)
{
	int flags = FOLL_GET;
	int count = page_ref_count(&pages[0]);
	int ret;

	if (!mapped)
		return;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (GUP_FLAGS == FOLL_PIN)
		flags = FOLL_PIN;
#endif
	if (FAST)
		ret = internal_get_user_pages_fast(0, 1, flags, got);
	else
		ret = __get_user_pages(&mm, 0, 1, flags, got);
	if (count > 0)
		__observe("gup_refused", ret != 1);
}
