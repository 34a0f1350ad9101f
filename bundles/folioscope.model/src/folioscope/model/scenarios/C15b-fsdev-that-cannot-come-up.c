/* scenario: C15b fsdev brings up a pgmap that has no range
 * asks: does it hand on that the pages could not be had?
 * types: GENERIC
 * kernels: 7.1..
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
	dev_dax_device.pgmap = &pgmap;
}

void probe(void)
{
	__check((fsdev_dax_probe(&dev_dax_device) == 0) == RANGES, "", "whoever asks for pages without a range hears that there are none");
}
