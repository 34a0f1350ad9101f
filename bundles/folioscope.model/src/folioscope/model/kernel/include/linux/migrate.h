/*
 * A migration of one or two virtual pages.
 * source: include/linux/migrate.h v4.14..v7.3
 */
enum {
	MIGRATEPAGE_SUCCESS = 0,
	MIGRATE_PFN_VALID = 1,
	MIGRATE_PFN_MIGRATE = 2,
	MIGRATE_PFN_LOCKED = 4,
	MIGRATE_PFN_WRITE = 8,
	MIGRATE_PFN_SHIFT = 4,
};

enum migrate_mode { MIGRATE_ASYNC, MIGRATE_SYNC_LIGHT, MIGRATE_SYNC, MIGRATE_SYNC_NO_COPY };

enum migrate_vma_direction {
	MIGRATE_VMA_SELECT_SYSTEM = 1,
	MIGRATE_VMA_SELECT_DEVICE_PRIVATE = 2,
	MIGRATE_VMA_SELECT_DEVICE_COHERENT = 4,
};

/*
 * The owner whose device-private pages are to move, v5.7.., and, by flags, what is to move, v5.9..; fault_page is the page
 * that the fault holds a reference on, v6.1..
 */
struct migrate_vma {
	struct vm_area_struct *vma;
	unsigned long *dst;
	unsigned long *src;
	unsigned long cpages;
	unsigned long npages;
	unsigned long start;
	unsigned long end;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	void *pgmap_owner;
	unsigned long flags;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
	void *src_owner;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	struct page *fault_page;
#endif
};

/* The pfn arrays of a migration, which the kernel has as locals. */
struct migrate_pfns {
	unsigned long src[2];
	unsigned long dst[2];
};

static inline struct page *migrate_pfn_to_page(unsigned long mpfn)
{
	if (!(mpfn & MIGRATE_PFN_VALID))
		return NULL;
	return pfn_to_page(mpfn >> MIGRATE_PFN_SHIFT);
}

static inline unsigned long migrate_pfn(unsigned long pfn)
{
	return (pfn << MIGRATE_PFN_SHIFT) | MIGRATE_PFN_VALID;
}
