/*
 * What every scenario shares: the memory, the pgmap, two processes, one file, and how to look at them.
 * pages[0..3] are device pages (pfn 0..3), pages[4..5] are ordinary RAM (pfn 4..5), pages[6] is the zero page.
 */
enum { NR_DEVICE_PAGES = 4, NR_PAGES = 7 };

struct page pages[7];
struct dev_pagemap pgmap;

/* The second pgmap is for scenarios that need to tell the right one from a stale one. */
struct dev_pagemap other_pgmap;

/* 1 as long as pfn 0..3 have a memmap; memunmap_pages() clears it. */
int memmap_present;

struct mm_struct mm;
struct mm_struct child_mm;
struct vm_area_struct vma;
struct vm_area_struct child_vma;
struct inode inode;
struct file file;
struct super_block super;

/* Parameters of a run. */
int PGMAP_TYPE;
int CONFIG_DEBUG_VM;

/* Set by a scenario that does nothing wrong: an assertion that fires there is a false one. */
int good_path;

/*
 * Set by a scenario in which somebody does what he must not (one put too many, a page taken for a look while it is
 * free): what follows is shown, and is no prediction.
 */
int misuse;

/* Set by a scenario that asks at which transition things happen: last_put is then what the latest put left. */
int record_puts;
int last_put;
int wakes;
int pgmap_gets;

/* container_of() knows one thing only: the pgmap that a percpu_ref is part of. */
struct dev_pagemap *(container_of)(struct percpu_ref *ref)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	return ref == &other_pgmap.ref ? &other_pgmap : &pgmap;
#else
	return ref == &other_pgmap.internal_ref ? &other_pgmap : &pgmap;
#endif
}

/* How many references a pgmap has, the initial one included. */
int pgmap_refs(struct dev_pagemap *map)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	return map->ref.count;
#else
	return map->internal_ref.count;
#endif
}

int watch_count(void) { return pages[0]._refcount.counter; }
int watch_mapcount(void) { return pages[0]._mapcount.counter + 1; }
int watch_pgmap_ref(void) { return pgmap_refs(&pgmap); }
int watch_memmap(void) { return memmap_present; }
int watch_pte(void) { return mm.pte[0]; }
int watch_child_pte(void) { return child_mm.pte[0]; }
