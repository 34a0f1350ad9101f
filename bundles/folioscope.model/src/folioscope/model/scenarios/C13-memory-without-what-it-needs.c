/* scenario: C13 a driver asks for pages of its memory and leaves something out
 * asks: is it refused, is nothing of the pgmap held then, and does it come up and go when all is there?
 * types: PRIVATE, COHERENT, GENERIC
 * kernels: 5.3..
 * threads: driver
 */
struct dev_pagemap_ops ops;
struct percpu_ref own_ref;
int killed;
int cleaned;
int owner;

static void ask(void)
{
	pgmap.nr_range = 1;
	memremap_pages(&pgmap, 0);
	__observe("refs_of_what_is_refused", pgmap_refs(&pgmap));
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
static void free_folio(struct folio *folio)
{
	callbacks++;
}
#else
static void free_page(struct page *page)
{
	callbacks++;
}
#endif

static int to_ram(struct vm_fault *vmf)
{
	return 0;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
static void own_release(struct percpu_ref *ref)
{
	complete(&pgmap.done);
}

static void own_kill(struct dev_pagemap *map)
{
	killed++;
	percpu_ref_kill(map->ref);
}

static void own_cleanup(struct dev_pagemap *map)
{
	cleaned++;
	wait_for_completion(&map->done);
	percpu_ref_exit(map->ref);
}
#endif

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.type = PGMAP_TYPE;
	misuse = 1;
}

/* What the pages of each type cannot do without. */
void driver(void)
{
	pgmap.done.done = 0;
	if (PGMAP_TYPE == MEMORY_DEVICE_GENERIC) {
		pgmap.nr_range = 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
		memremap_pages(&pgmap, 0);
		__observe("refs_of_what_is_refused", pgmap_refs(&pgmap));
#endif
	} else {
		if (PGMAP_TYPE == MEMORY_DEVICE_PRIVATE)
			ask();
		pgmap.ops = &ops;
		if (PGMAP_TYPE == MEMORY_DEVICE_PRIVATE)
			ask();
		ops.migrate_to_ram = to_ram;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
		pgmap.owner = &owner;
		ask();
		pgmap.owner = NULL;
		pgmap.ref = NULL;
#else
		ask();
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
		ops.folio_free = free_folio;
#else
		ops.page_free = free_page;
#endif
		ask();
		pgmap.owner = &owner;
	}
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
	/* Its own reference count, or the means to let go of it, but not both. */
	pgmap.ref = NULL;
	pgmap.ops = &ops;
	ops.kill = own_kill;
	ask();
	ops.kill = NULL;
	ops.cleanup = own_cleanup;
	ask();
	percpu_ref_init(&own_ref, own_release, 0, GFP_KERNEL);
	pgmap.ref = &own_ref;
	ask();
	ops.kill = own_kill;
#endif
	/* Now all is there. */
	misuse = 0;
	pgmap.nr_range = 1;
	devm_memremap_pages(NULL, &pgmap);
	__observe("count", page_ref_count(&pages[0]));
	__check(memmap_present, "", "the pages are there when nothing is left out");
	pgmap_down();
	__observe("killed", killed);
	__observe("cleaned", cleaned);
	__check(!memmap_present, "", "the pages are gone when the driver gives them up");
}
