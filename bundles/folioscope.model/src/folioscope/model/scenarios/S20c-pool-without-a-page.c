/* scenario: S20c a page is asked for of a PCI device's pool that is empty, is being taken away, or is gone
 * asks: is it refused, without a trace?
 * types: PCI_P2PDMA
 * kernels: 4.20..
 * params: POOL = POOL_EMPTY, POOL_DYING, POOL_GONE
 * threads: process
 */
enum { POOL_EMPTY = 0, POOL_DYING = 1, POOL_GONE = 2 };

int POOL;
int refs;
int out;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	pgmap_held_by_others();
	if (POOL == POOL_EMPTY)
		pci_alloc_p2pmem(&pci_dev, 1);
	out = page_out[0];
	if (POOL == POOL_DYING)
		percpu_ref_kill(&pgmap.ref);
	if (POOL == POOL_GONE)
		pci_dev.p2pdma = NULL;
	refs = pgmap_refs(&pgmap);
	good_path = 1;
}

void process(void)
{
	__check(!pci_alloc_p2pmem(&pci_dev, 1), "", "a pool without a page gives none");
	__check(page_out[0] == out, "leak", "a page that was refused is in the pool");
	mmap_pool(1);
	__check(pte_none(mm.pte[0]), "", "a pool without a page maps none");
	__check(page_out[0] == out, "leak", "a page that was refused is in the pool");
	__check(p2pmem_pool.used[0] == out, "leak", "a page that was refused is in the pool");
	__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a page that was refused does not hold the pgmap");
	__check(rcu_readers == 0, "", "nobody is left in a read-side section");
}
