/* scenario: S45 two pages of two devices are taken at once without a lock, and the second device is going away
 * asks: is all given back that was got before the device was found to be going?
 * types: GENERIC
 * kernels: 4.18..6.16
 * params: HOW = FOLL_GET, FOLL_PIN
 * threads: user
 */
int HOW;
struct page *got[2];
struct gup_fast_result result;

void setup(void)
{
	int flags = PFN_DEV | PFN_MAP;

	misuse = 1;
	pgmap.range.end = 1;
	pgmap_up();
	pgmap.range.end = 0;
	other_pgmap.type = pgmap.type;
	other_pgmap.range.start = 1;
	other_pgmap.range.end = 1;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_init(&other_pgmap.ref, dev_pagemap_percpu_release, 0, GFP_KERNEL);
#else
	percpu_ref_init(&other_pgmap.internal_ref, dev_pagemap_percpu_release, 0, GFP_KERNEL);
	other_pgmap.ref = &other_pgmap.internal_ref;
#endif
	pgmap_array.entry[1] = &other_pgmap;
	pages[1].pgmap = &other_pgmap;
	mmap_device(&vma, &mm, 2);
	mm.pte[0] = pte_mkdevmap(pfn_t_pte(phys_to_pfn_t(0, flags), _PAGE_RW));
	mm.pte[1] = pte_mkdevmap(pfn_t_pte(phys_to_pfn_t(1, flags), _PAGE_RW));
}

static void both(void)
{
	int flags = FOLL_GET;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (HOW == FOLL_PIN)
		flags = FOLL_PIN;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	gup_fast_pte_range(mm.pmd, &mm.pmd, 0, 2, flags, result.pages, &result.nr);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	gup_pte_range(mm.pmd, &mm.pmd, 0, 2, flags, result.pages, &result.nr);
#else
	gup_pte_range(mm.pmd, 0, 2, flags, result.pages, &result.nr);
#endif
	__observe("count", page_ref_count(&pages[0]));
	__observe("refs_of_pgmap", pgmap_refs(&pgmap));
	__observe("refs_of_other_pgmap", pgmap_refs(&other_pgmap));
}

void user(void)
{
	int count = page_ref_count(&pages[0]);

	both();
	__observe("got", result.nr);
	result.nr = 0;
	set_page_count(&pages[0], count);
	set_page_count(&pages[1], count);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_kill(&other_pgmap.ref);
#else
	percpu_ref_kill(other_pgmap.ref);
#endif
	both();
	get_user_pages(1, 1, 0, got);
	__check(result.nr || page_ref_count(&pages[0]) == count, "leak", "what was got is given back");
}
