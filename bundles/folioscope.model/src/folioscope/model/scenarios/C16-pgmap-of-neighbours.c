/* scenario: C16 the pgmaps of several page frames are looked up one after the other, as GUP does
 * asks: is a pgmap that covers the next page frame as well held once, and one that does not let go of?
 * types: FS_DAX, PRIVATE
 * kernels: 4.5..6.17
 * threads: looker
 */
void setup(void)
{
	pgmap.range.start = 1;
	pgmap.range.end = 2;
	pgmap_up();
	pgmap_held_by_others();
}

void looker(void)
{
	struct dev_pagemap *found;
	int refs = pgmap_refs(&pgmap);

	found = get_dev_pagemap(1, NULL);
	__check(found == &pgmap && pgmap_refs(&pgmap) == refs + 1, "", "a pgmap that is found is held");
	found = get_dev_pagemap(2, found);
	__check(found == &pgmap && pgmap_refs(&pgmap) == refs + 1, "", "a pgmap is held once for all that it covers");
	found = get_dev_pagemap(3, found);
	__check(!found && pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a pgmap that does not cover the page frame is let go of");
	found = get_dev_pagemap(2, NULL);
	found = get_dev_pagemap(0, found);
	__check(!found && pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a pgmap that does not cover the page frame is let go of");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_kill(&pgmap.ref);
#else
	percpu_ref_kill(pgmap.ref);
#endif
	__check(!get_dev_pagemap(1, NULL), "", "a pgmap that is being taken away is not found");
}
