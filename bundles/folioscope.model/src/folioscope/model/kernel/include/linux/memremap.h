/*
 * The pgmap: what a driver hands to memremap_pages().
 * source: include/linux/memremap.h v4.5..v7.3
 */

/*
 * The types, with one set of numbers at all versions so that a run can be started with one. Which of them exist at
 * a version is for the scenarios to know (PUBLIC 4.14..5.2, COHERENT 6.0.., PCI_P2PDMA 4.20.., GENERIC was DEVDAX
 * before 5.9; untyped pmem and device-dax before 4.18 run as FS_DAX and GENERIC).
 */
enum memory_type {
	MEMORY_DEVICE_PRIVATE = 1,
	MEMORY_DEVICE_PUBLIC = 2,
	MEMORY_DEVICE_COHERENT = 3,
	MEMORY_DEVICE_FS_DAX = 4,
	MEMORY_DEVICE_GENERIC = 5,
	MEMORY_DEVICE_DEVDAX = 5,
	MEMORY_DEVICE_PCI_P2PDMA = 6,
};

enum { PGMAP_ALTMAP_VALID = 1, PGMAP_MIGRATE_DATA = 2 };

/* Bounds of the device memory, as page frame numbers, end included. */
struct range {
	int start;
	int end;
};

/* A driver's callbacks; a null entry is a callback that the driver does not have. */
struct dev_pagemap_ops {
	void (*page_free)(struct page *page);
	void (*folio_free)(struct folio *folio);
	void (*folio_split)(struct folio *head, struct folio *tail);
	int (*migrate_to_ram)(struct vm_fault *vmf);
	void (*kill)(struct dev_pagemap *pgmap);
	void (*cleanup)(struct dev_pagemap *pgmap);
	int (*memory_failure)(struct dev_pagemap *pgmap, int pfn, int nr_pages, int flags);
};

/*
 * Before v5.17 the percpu_ref may be the driver's own (pgmap->ref points at it), from v5.17 on it is embedded. The
 * pointer lies over the unused first slot of the pgmap's own percpu_ref, so that &pgmap->ref is the same object in
 * code of either kind.
 * page_free and data stand in the pgmap itself until v5.2.
 */
struct dev_pagemap {
	int type;
	int flags;
	int vmemmap_shift;
	union {
		struct range range;
		struct range ranges[1];
		struct range res;
	};
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	struct percpu_ref ref;
#else
	union {
		struct percpu_ref *ref;
		struct percpu_ref internal_ref;
	};
#endif
	struct completion done;
	struct dev_pagemap_ops *ops;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
	void (*page_free)(struct page *page, void *data);
	void (*kill)(struct percpu_ref *ref);
	void (*cleanup)(struct percpu_ref *ref);
	void *data;
#endif
	void *owner;
	int nr_range;
};

/* A driver that tears its pgmap down drops what it got from get_dev_pagemap() with this. */
static inline void put_dev_pagemap(struct dev_pagemap *pgmap)
{
	if (pgmap)
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
		percpu_ref_put(&pgmap->ref);
#else
		percpu_ref_put(pgmap->ref);
#endif
}

/* How many base pages one compound page of the pgmap has. source: v5.17.. */
static inline int pgmap_vmemmap_nr(struct dev_pagemap *pgmap)
{
	return 1 << pgmap->vmemmap_shift;
}

static inline int range_len(struct range *range)
{
	return range->end - range->start + 1;
}

static inline bool is_zone_device_page(struct page *page)
{
	return page->zone == ZONE_DEVICE;
}

static inline bool folio_is_zone_device(struct folio *folio)
{
	return folio->zone == ZONE_DEVICE;
}

/* The pgmap of a page is its head's. source: include/linux/mmzone.h v6.15.. */
static inline struct dev_pagemap *page_pgmap(struct page *page)
{
	VM_WARN_ON_ONCE_PAGE(!is_zone_device_page(page), page);
	return page_folio(page)->pgmap;
}

static inline bool is_device_private_page(struct page *page)
{
	return is_zone_device_page(page) &&
		page_folio(page)->pgmap->type == MEMORY_DEVICE_PRIVATE;
}

static inline bool is_device_public_page(struct page *page)
{
	return is_zone_device_page(page) &&
		page->pgmap->type == MEMORY_DEVICE_PUBLIC;
}

static inline bool is_device_coherent_page(struct page *page)
{
	return is_zone_device_page(page) &&
		page_folio(page)->pgmap->type == MEMORY_DEVICE_COHERENT;
}

static inline bool is_pci_p2pdma_page(struct page *page)
{
	return is_zone_device_page(page) &&
		page_folio(page)->pgmap->type == MEMORY_DEVICE_PCI_P2PDMA;
}

static inline bool is_fsdax_page(struct page *page)
{
	return is_zone_device_page(page) &&
		page_folio(page)->pgmap->type == MEMORY_DEVICE_FS_DAX;
}

static inline bool folio_is_device_private(struct folio *folio)
{
	return is_device_private_page(&folio->page);
}

static inline bool folio_is_device_coherent(struct folio *folio)
{
	return is_device_coherent_page(&folio->page);
}

static inline bool folio_is_pci_p2pdma(struct folio *folio)
{
	return is_pci_p2pdma_page(&folio->page);
}

static inline bool folio_is_fsdax(struct folio *folio)
{
	return is_fsdax_page(&folio->page);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
/*
 * A device-private folio is split: its driver hears of each new folio, and of the end (without one). Where the driver
 * does not want to, the new folio gets what it needs here.
 * source: include/linux/memremap.h v6.19..v7.3
 */
static inline void zone_device_private_split_cb(struct folio *original_folio,
						struct folio *new_folio)
{
	if (folio_is_device_private(original_folio)) {
		if (!original_folio->pgmap->ops->folio_split) {
			if (new_folio) {
				new_folio->pgmap = original_folio->pgmap;
				new_folio->page.mapping = original_folio->page.mapping;
			}
		} else {
			original_folio->pgmap->ops->folio_split(original_folio, new_folio);
		}
	}
}
#endif

struct device;
struct zone;
