/* scenario: S16 a page moves to RAM while somebody takes a reference for a moment
 * asks: is a page that somebody holds neither handed back nor lost?
 * types: PRIVATE, COHERENT
 * kernels: 4.14..
 * threads: migration, walker
 * when moved_although_held becomes 1: fix migrate-fail "a {type} page moves although somebody holds it for a moment"
 */
int held;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
	__assume(!pte_none(mm.pte[0]));
	held = get_page_unless_zero(&pages[0]);
}

void migration(void)
{
	dmirror_migrate_to_system(&vma, 0, 1);
	if (held && callbacks == 0)
		__observe("moved_although_held", !pte_none(mm.pte[0]) && pte_pfn(mm.pte[0]) >= NR_DEVICE_PAGES);
}

void walker(void)
{
	__check(callbacks == 0, "premature-free", "a page that somebody holds is not handed back");
	__atomic_begin();
	if (held)
		held = 0;
	__atomic_end();
	put_page(&pages[0]);
}

void end(void)
{
	unmap_region(&vma);
	__check(callbacks > 0, "leak", "the driver gets the page back when nobody holds it any more");
	__check(callbacks < 2, "premature-free", "the driver gets the page back once");
}
