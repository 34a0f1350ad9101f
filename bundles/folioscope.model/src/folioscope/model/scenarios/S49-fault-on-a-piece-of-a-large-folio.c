/* scenario: S49 the CPU touches the second half of a large folio of the device whose first half is unmapped
 * asks: is the folio split, and does the lock and the reference of the fault go over to the piece that is touched?
 * types: PRIVATE
 * kernels: 6.19..
 * params: HELD = 0, 1; WHOLE = 0, 1
 * threads: cpu, other
 */
/* Whether somebody else holds the folio, so that it cannot be split; and whether it is mapped as a whole. */
int HELD;
int WHOLE;
int refs_at_rest;
struct page *head;

/* What is no folio of the device is not put, nor one where something is. */
static void insert_again(void)
{
	struct migrate_vma args = { 0 };
	struct migrate_pfns pfns;

	args.vma = &vma;
	pfns.src[0] = MIGRATE_PFN_MIGRATE;
	migrate_vma_insert_huge_pmd_page(&args, 0, &pages[4], &pfns.src[0], &mm.pmd);
	__observe("put", pfns.src[0]);
	pfns.src[0] = MIGRATE_PFN_MIGRATE;
	migrate_vma_insert_huge_pmd_page(&args, 0, head, &pfns.src[0], &mm.pmd);
	__observe("put", pfns.src[0]);
}

void setup(void)
{
	pgmap.range.start = 2;
	pgmap.range.end = 3;
	pgmap.nr_range = 1;
	pgmap_up();
	refs_at_rest = pgmap_refs(&pgmap);
	head = &pages[2];
	mmap_anonymous(&vma, &mm, 2);
	if (HELD)
		vma.vm_flags = VM_READ;
	dmirror_migrate_huge_to_device(&vma);
	__observe("huge_entry", mm.pmd);
	insert_again();
	if (!WHOLE)
		zap_page_range_single(&vma, 0, 1);
	__observe("entry", mm.pte[1]);
	if (HELD)
		get_page(head);
	misuse = 1;
}

void cpu(void)
{
	handle_pte_fault(&vma, 1);
}

/* Meanwhile somebody has the folio locked for a moment, and then unmaps it. */
void other(void)
{
	if (trylock_page(head))
		unlock_page(head);
	if (WHOLE)
		zap_page_range_single(&vma, 0, 2);
}

void end(void)
{
	__observe("entry_afterwards", mm.pte[1]);
	__observe("order", head->_order);
	__check(!PageLocked(head) && !PageLocked(head + 1), "", "nobody has a piece locked any more");
	unmap_region(&vma);
	if (HELD) {
		__check(page_out[2], "premature-free", "a folio that somebody holds is not handed back");
		put_page(head);
	}
	__check(!page_out[2] && !page_out[3], "leak", "the driver gets each piece back when nobody maps it any more");
	__check(page_ref_count(head) == 0 && page_ref_count(head + 1) == 0, "count-not-reset", "a free page has a count of 0");
	__check(pgmap_refs(&pgmap) == refs_at_rest, "pgmap-ref-leak",
		"the pieces let go of the pgmap as often as the whole took it");
}
