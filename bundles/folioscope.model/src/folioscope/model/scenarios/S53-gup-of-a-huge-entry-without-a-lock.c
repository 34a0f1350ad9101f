/* scenario: S53 the pages behind a huge devmap entry are taken one by one without a lock, and one of them cannot be had
 * asks: is all given back that was got before, and is the pgmap let go of?
 * types: GENERIC
 * kernels: 4.18..6.16
 * params: HOW = FOLL_GET, FOLL_PIN
 * threads: user
 */
int HOW;

/* The first page was got before, of another entry. */
struct page *held[4];
int nr;
int flags;

void setup(void)
{
	misuse = 1;
	record_puts = 1;
	pgmap.range.end = 3;
	pgmap_up();
	pgmap.range.end = 2;
	pgmap_held_by_others();
	other_pgmap.type = pgmap.type;
	other_pgmap.range.start = 3;
	other_pgmap.range.end = 3;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_init(&other_pgmap.ref, dev_pagemap_percpu_release, 0, GFP_KERNEL);
#else
	percpu_ref_init(&other_pgmap.internal_ref, dev_pagemap_percpu_release, 0, GFP_KERNEL);
	other_pgmap.ref = &other_pgmap.internal_ref;
#endif
	pgmap_array.entry[3] = &other_pgmap;
	pages[3].pgmap = &other_pgmap;
	flags = FOLL_GET;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (HOW == FOLL_PIN)
		flags = FOLL_PIN;
#endif
}

/* Two pages from a page frame on; says whether it got them. */
static int take(int pfn)
{
	held[0] = &pages[0];
	held[1] = NULL;
	held[2] = NULL;
	nr = 1;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	return gup_fast_devmap_leaf(pfn, 0, 2, flags, held, &nr);
#else
	return __gup_device_huge(pfn, 0, 2, flags, held, &nr);
#endif
}

void user(void)
{
	int count = page_ref_count(&pages[1]);
	int refs = pgmap_refs(&pgmap);
	int other_refs = pgmap_refs(&other_pgmap);

	__observe("whole", take(1));
	__observe("got", nr);
	__observe("references", page_ref_count(&pages[1]) - count);
	__check(held[1] == &pages[1] && held[2] == &pages[2], "", "the pages are those behind the entry");
	__check(page_ref_count(&pages[1]) == page_ref_count(&pages[2]), "", "each page gets the same references");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "the pgmap is held only while the pages are taken");
	__observe("lookups", pgmap_gets);
	set_page_count(&pages[1], count);
	set_page_count(&pages[2], count);
	__observe("whole_of_two", take(2));
	__check(nr == 3 && held[2] == &pages[3], "", "the pages of two devices are got like those of one");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "the first pgmap is let go of when the second is met");
	__check(pgmap_refs(&other_pgmap) == other_refs, "pgmap-ref-leak", "the second pgmap is held only while its page is taken");
	set_page_count(&pages[2], count);
	set_page_count(&pages[3], count);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	/* The second device's memory is one that not everybody may have. */
	other_pgmap.type = MEMORY_DEVICE_PCI_P2PDMA;
	__observe("whole_with_p2pdma", take(2));
	__check(nr == 1, "", "a page of a PCI device is for those only who ask for such pages");
	__check(page_ref_count(&pages[2]) == count, "leak", "what was got before a page that is refused is given back");
	__check(pgmap_refs(&other_pgmap) == other_refs, "pgmap-ref-leak", "the pgmap of a page that is refused is let go of");
	flags |= FOLL_PCI_P2PDMA;
	__observe("whole_with_p2pdma_asked_for", take(2));
	__check(nr == 3, "", "who asks for pages of PCI devices gets them");
	flags &= ~FOLL_PCI_P2PDMA;
	set_page_count(&pages[2], count);
	set_page_count(&pages[3], count);
	other_pgmap.type = pgmap.type;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	/* Nobody has the second page, so that nobody can get it. */
	set_page_count(&pages[3], 0);
	__observe("whole_with_free_page", take(2));
	__check(nr == 1, "", "nothing is got when one page cannot be had");
	__check(page_ref_count(&pages[2]) == count, "leak", "what was got before a page that cannot be had is given back");
	__check(page_ref_count(&pages[3]) == 0, "", "a page that nobody has is not taken");
	__check(pgmap_refs(&other_pgmap) == other_refs, "pgmap-ref-leak", "the pgmap of a page that cannot be had is let go of");
	set_page_count(&pages[3], count);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_kill(&other_pgmap.ref);
#else
	percpu_ref_kill(other_pgmap.ref);
#endif
	__observe("whole_with_device_going", take(2));
	__check(nr == 1, "", "nothing is got when one device is going away");
	__check(page_ref_count(&pages[2]) == count, "leak", "what was got before a device is found to be going is given back");
	__check(page_ref_count(&pages[3]) == count, "", "a page of a device that is going away is not taken");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "the first pgmap is let go of when the second cannot be had");
}
