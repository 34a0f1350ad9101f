/* scenario: S29b a process with a large folio of the device forks; one of them touches it, the other unmaps it
 * asks: do the entries, whatever size they are, hold one reference each, so that all of the folio comes back once?
 * types: PRIVATE
 * kernels: 6.19..
 * threads: parent, child
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
	dup_mmap(&child_vma, &vma, &child_mm);
	__observe("refs_of_two_mappings", page_ref_count(&pages[0]));
	good_path = 1;
}

void parent(void)
{
	handle_pte_fault(&vma, 0);
}

void child(void)
{
	unmap_region(&child_vma);
}

void end(void)
{
	unmap_region(&vma);
	__check(!page_out[0] && !page_out[1], "leak", "the driver gets each piece back when nobody maps it any more");
	__check(page_ref_count(&pages[0]) == 0 && page_ref_count(&pages[1]) == 0, "count-not-reset",
		"a free page has a count of 0");
	__check(pgmap_refs(&pgmap) == refs_at_rest, "pgmap-ref-leak",
		"the pieces let go of the pgmap as often as the whole took it");
}
