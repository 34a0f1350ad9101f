/*
 * What the model's functions need of the rest of the kernel, in the shortest form.
 */

enum { GFP_KERNEL = 1, GFP_HIGHUSER_MOVABLE = 2 };

/* Options that every kernel of the model has switched on. */
enum {
	CONFIG_ZONE_DEVICE = 1,
	CONFIG_DEVICE_PRIVATE = 1,
	CONFIG_DEVICE_PUBLIC = 1,
	CONFIG_DEV_PAGEMAP_OPS = 1,
	CONFIG_PCI_P2PDMA = 1,
	CONFIG_FS_DAX = 1,
	CONFIG_DAX = 1,
	CONFIG_DEV_DAX = 1,
	CONFIG_MEMCG = 1,
	CONFIG_TRANSPARENT_HUGEPAGE = 1,
};

/* Whether the machine has special page table entries; a scenario of one without switches it off. */
int CONFIG_ARCH_HAS_PTE_SPECIAL = 1;

void *ERR_PTR(int error) { return error; }
int PTR_ERR(void *ptr) { return ptr; }
bool IS_ERR(void *ptr) { return ptr < 0; }
bool IS_ERR_OR_NULL(void *ptr) { return ptr <= 0; }

/* How many threads are in a read-side section. */
int rcu_readers;

void rcu_read_lock(void)
{
	__add_return(&rcu_readers, 1);
}

void rcu_read_unlock(void)
{
	__add_return(&rcu_readers, -1);
}

/* Stronger than the kernel's: waits for a moment without any reader. */
void synchronize_rcu(void)
{
	__await(rcu_readers == 0, "", "nobody reads");
}

/* An xarray of a few slots. Whoever stores holds its lock. */
void *xa_load(struct xarray *xa, int index)
{
	return xa->entry[index];
}

void mem_cgroup_uncharge(struct folio *folio)
{
	folio->memcg_data = 0;
}

/* The memmap of a range of page frames comes into being. */
void move_pfn_range_to_zone(int start_pfn, int nr_pages)
{
	memmap_present = 1;
}

/*
 * The memmap of a range of page frames goes away; an access to one of its pages from now on reads freed memory. No
 * release waits for references that somebody else holds to FS_DAX and GENERIC pages from v5.18 on (their users are gone
 * by then, or so it is hoped); that is shown, and is no prediction.
 */
void remove_pfn_range_from_zone(int start_pfn, int nr_pages)
{
	int pfn;

	memmap_present = 0;
	for (pfn = start_pfn; pfn < start_pfn + nr_pages; pfn++) {
		if (misuse || PGMAP_TYPE == MEMORY_DEVICE_FS_DAX || PGMAP_TYPE == MEMORY_DEVICE_GENERIC)
			__poison(&pages[pfn], "");
		else
			__poison(&pages[pfn], "pgmap-uaf");
	}
}

/* Adding the pages of a range to the kernel's map never fails here. */
int add_pages(int nid, int start_pfn, int nr_pages, void *params)
{
	return 0;
}

/* There is no huge zero page. */
bool is_huge_zero_page(struct page *page)
{
	return false;
}

/* An ordinary page goes back to the page allocator. */
void free_unref_page(struct page *page)
{
	__label("freed_to_allocator");
	if (misuse && is_zone_device_page(page))
		__warn("", "a device page reaches the page allocator");
	if (!misuse)
		__check(!is_zone_device_page(page), "premature-free", "a device page reaches the page allocator");
}

/*
 * for_each_device_pfn() as it stands in code that is read without its definition: the loop's variable stays at 0, which
 * is the page frame of a pgmap's only page, and the body runs once.
 */
int in_device_pfn_loop;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
int __blk_for_each_device_pfn(int pfn, struct dev_pagemap *map, int range_id)
#else
int __blk_for_each_device_pfn(int pfn, struct dev_pagemap *map)
#endif
{
	in_device_pfn_loop = !in_device_pfn_loop;
	return in_device_pfn_loop;
}

/* The page allocator's two ways in; huge and single pages are not told apart. source: mm/swap.c v4.5..v5.18 */
static void __put_compound_page(struct page *page)
{
	free_unref_page(page);
}

static void __put_single_page(struct page *page)
{
	free_unref_page(page);
}

/* Blocks of pages and their kinds are no matter here. */
enum { MIGRATE_MOVABLE = 1 };

void set_pageblock_migratetype(struct page *page, int migratetype)
{
}

/* What is to be done when a device goes; here the scenario says when it goes. */
int devm_add_action_or_reset(struct device *dev, void (*action)(void *data), void *data)
{
	return 0;
}
