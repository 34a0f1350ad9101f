/* scenario: C15 a driver brings up a pgmap that has no range
 * asks: does it hand on that its pages could not be had?
 * types: PRIVATE, PCI_P2PDMA
 * kernels: 5.10..
 * params: RANGES = 0, 1
 * threads: probe
 */
int RANGES;

void setup(void)
{
	pgmap.type = PGMAP_TYPE;
	pgmap.range.start = 1;
	pgmap.range.end = 1;
	pgmap.nr_range = RANGES;
}

void probe(void)
{
	if (PGMAP_TYPE == MEMORY_DEVICE_PRIVATE)
		__check((dmirror_pgmap_up() == 0) == RANGES, "", "whoever asks for pages without a range hears that there are none");
	else
		__check(pci_p2pdma_add_resource(NULL, 0, 1, 0) == 0, "", "a pool always has its range");
}
