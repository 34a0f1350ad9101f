/* scenario: S29 a large folio of a process is split while one half of it is unmapped
 * asks: does each piece go back to the driver once, and take its share of the pgmap along?
 * types: PRIVATE
 * kernels: 6.19..
 * threads: migration, unmapper
 */
int refs_at_rest;

void setup(void)
{
	pgmap.range.end = 1;
	pgmap.nr_range = 1;
	pgmap_up();
	refs_at_rest = pgmap_refs(&pgmap);
	mmap_anonymous(&vma, &mm, 2);
	dmirror_migrate_huge_to_device(&vma);
	__check(pgmap_refs(&pgmap) == refs_at_rest + 2, "pgmap-uaf", "each base page of a large folio holds the pgmap");
	good_path = 1;
}

/* The driver wants the first half back in RAM. */
void migration(void)
{
	dmirror_migrate_to_system(&vma, 0, 1);
}

/* The process gives its second half up. */
void unmapper(void)
{
	zap_page_range_single(&vma, 1, 1);
}

void end(void)
{
	int i;

	unmap_region(&vma);
	for (i = 0; i < 2; i++) {
		__check(!page_out[i], "leak", "the driver gets each piece back when nobody maps it any more");
		__check(page_ref_count(&pages[i]) == 0, "count-not-reset", "a free page has a count of 0");
		__check(!PageTail(&pages[i]) && !PageHead(&pages[i]) || callbacks == 1, "stale-state", "a piece is a page of its own");
	}
	__observe("pieces", callbacks);
	if (pgmap_refs(&pgmap) > refs_at_rest)
		__check(0, "pgmap-ref-leak", "the pieces let go of the pgmap as often as the whole took it");
	__check(pgmap_refs(&pgmap) == refs_at_rest, "underflow",
		"the pieces let go of the pgmap as often as the whole took it");
	dmirror_devmem_alloc_page(&dmirror_device, true);
}
