/* scenario: S20b mapping a page of the pool fails half-way
 * asks: does the page leave nothing behind?
 * types: PCI_P2PDMA
 * kernels: 5.10..
 * params: LOOK_AT = LOOK_AT_PGMAP, LOOK_AT_COUNT
 * threads: process
 */
enum { LOOK_AT_PGMAP = 0, LOOK_AT_COUNT = 1 };

int LOOK_AT;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	insert_fails = 1;
}

void process(void)
{
	int count = page_ref_count(&pages[0]);
	int refs = pgmap_refs(&pgmap);

	map_device_page();
	if (LOOK_AT == LOOK_AT_PGMAP)
		__check(pgmap_refs(&pgmap) == refs, "pgmap-ref-leak", "a failed mapping does not keep the pgmap");
	else
		__check(page_ref_count(&pages[0]) == count, "count-not-reset", "a page whose mapping failed is in the pool with the count it had");
}
