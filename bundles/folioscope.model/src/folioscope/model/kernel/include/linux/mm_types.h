/*
 * The structures a page lives in. One slot per scalar; what does not touch the life of a page is left out.
 * Members keep the kernel's names. A member that the kernel packs into page->flags (zone, lock) has a slot of its
 * own here, so that reading the zone is not a step.
 * source: include/linux/mm_types.h v4.5..v7.3
 */

typedef struct { int counter; } atomic_t;
typedef struct { int counter; } atomic_long_t;

typedef int bool;
typedef int gfp_t;
typedef int pgoff_t;
typedef int vm_fault_t;
typedef int spinlock_t;
typedef int pte_t;
typedef int pmd_t;
typedef int pud_t;
typedef int pgprot_t;
typedef int pfn_t;
typedef int swp_entry_t;
typedef int softleaf_t;
typedef int nodemask_t;
typedef int pgtable_t;
typedef int u64;
typedef int uint;
typedef int uintptr_t;

enum { false = 0, true = 1 };

enum zone_type { ZONE_NORMAL = 0, ZONE_MOVABLE = 1, ZONE_DEVICE = 2 };

/* Bits of page->flags that matter here (values are bit masks, not bit numbers). */
enum pageflags {
	PG_head = 1,
	PG_active = 4,
	PG_waiters = 8,
	PG_anon_exclusive = 16,
	PG_reserved = 32,
	PG_lru = 64,
	PG_swapbacked = 128,
	PG_dirty = 256,
	PG_referenced = 512,
	PG_uptodate = 1024,
};

/* page->mapping: an address_space, or one of these (they are no addresses); a tail page has the last. */
enum {
	PAGE_MAPPING_ANON = -1,
	PAGE_MAPPING_DAX_COW = -2,
	PAGE_MAPPING_DAX_SHARED = -2,
	TAIL_MAPPING = -3,
};

/* page->flags. source: include/linux/mm_types.h v6.18.. */
typedef struct { int f; } memdesc_flags_t;

/*
 * struct page. A tail page keeps its head where a ZONE_DEVICE page keeps its pgmap (the kernel overlays both on
 * lru); it is a tail while a page is there. _mapcount starts at -1 as in the kernel.
 */
struct page {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 18, 0)
	memdesc_flags_t flags;
#else
	int flags;
#endif
	int zone;
	int lock;
	struct address_space *mapping;
	union {
		int index;
		int share;
	};
	union {
		struct dev_pagemap *pgmap;
		struct page *compound_head;
	};
	void *zone_device_data;
	int private;
	atomic_t _mapcount;
	atomic_t _refcount;
	atomic_t _pincount;
	int _order;
	int memcg_data;
};

/*
 * struct folio lies over its head page: same slots, same order. A large one has its number of pages in the second,
 * where that has memcg_data.
 */
struct folio {
	union {
		struct {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 18, 0)
			memdesc_flags_t flags;
#else
			int flags;
#endif
			int zone;
			int lock;
			struct address_space *mapping;
			union {
				int index;
				int share;
			};
			union {
				struct dev_pagemap *pgmap;
				struct page *compound_head;
			};
			void *zone_device_data;
			int private;
			atomic_t _mapcount;
			atomic_t _refcount;
			atomic_t _pincount;
			int _order;
			int memcg_data;
		};
		struct page page;
	};
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	union {
		struct {
			memdesc_flags_t _flags_1;
			int __slots_1[9];
			atomic_t _pincount_1;
			int _order_1;
			int _nr_pages;
		};
		struct page __page_1;
	};
#endif
};

/* A folio batch, and the pagevec before it: how many pages, and which. */
struct folio_batch {
	int nr;
	struct folio *folios[2];
};

struct pagevec {
	int nr;
	struct page *pages[2];
};

/* The page cache of a file: one entry per index, 0 when empty. Its lock is xa_lock (tree_lock before 4.20). */
struct xarray {
	int xa_lock;
	int entry[4];
};

struct xa_state {
	struct xarray *xa;
	int xa_index;
	int xa_order;
	int xa_node;
};

struct address_space_operations {
	int (*writepages)(struct address_space *mapping, void *wbc);
};

/* i_mmap counts the VMAs that map the file (mapping_mapped() is i_mmap != 0). */
struct address_space {
	struct inode *host;
	struct xarray i_pages;
	int nrpages;
	int nrexceptional;
	int invalidate_lock;
	int i_mmap;
	int i_mmap_rwsem;
	int flags;
	struct address_space_operations *a_ops;
};

enum { S_DAX = 1 };

struct super_block {
	int s_type;
	int s_active;
	struct super_operations *s_op;
	void *s_fs_info;
};

struct inode {
	struct address_space *i_mapping;
	struct super_block *i_sb;
	int i_flags;
	int i_state;
	int i_rwsem;
	int i_mmap_sem;
	int i_size;
	int i_nlink;
	int i_block[3];
	struct address_space i_data;
};

struct file {
	struct inode *f_inode;
	struct address_space *f_mapping;
};

/* Two virtual pages and one huge entry per process are enough; a virtual address is an index into pte[]. */
struct mm_struct {
	int page_table_lock;
	int mmap_lock;
	pte_t pte[2];
	pmd_t pmd;
	pud_t pud;
	int rss;
};

enum vm_flags_bits {
	VM_READ = 1,
	VM_WRITE = 2,
	VM_SHARED = 4,
	VM_MIXEDMAP = 8,
	VM_PFNMAP = 16,
	VM_HUGEPAGE = 32,
	VM_IO = 64,
	VM_UFFD_WP = 128,
	VM_MAYWRITE = 256,
	VM_DONTEXPAND = 512,
	VM_MAYSHARE = 1024,
};

struct vm_operations_struct {
	int (*fault)(struct vm_fault *vmf);
	int (*huge_fault)(struct vm_fault *vmf, int order);
	struct page *(*find_special_page)(struct vm_area_struct *vma, int addr);
};

struct vm_area_struct {
	int vm_start;
	int vm_end;
	int vm_flags;
	int vm_page_prot;
	int vm_pgoff;
	struct mm_struct *vm_mm;
	struct file *vm_file;
	void *anon_vma;
	void *vm_private_data;
	struct vm_operations_struct *vm_ops;
};

enum { FAULT_FLAG_WRITE = 1, FAULT_FLAG_MKWRITE = 2 };

struct vm_fault {
	struct vm_area_struct *vma;
	int address;
	int pgoff;
	int flags;
	pmd_t *pmd;
	pud_t *pud;
	pte_t *pte;
	spinlock_t *ptl;
	struct page *page;
	struct page *cow_page;
	pte_t orig_pte;
	pmd_t orig_pmd;
};

enum vm_fault_reason {
	VM_FAULT_OOM = 1,
	VM_FAULT_SIGBUS = 2,
	VM_FAULT_MAJOR = 4,
	VM_FAULT_WRITE = 8,
	VM_FAULT_HWPOISON = 16,
	VM_FAULT_NOPAGE = 256,
	VM_FAULT_LOCKED = 512,
	VM_FAULT_RETRY = 1024,
	VM_FAULT_FALLBACK = 2048,
	VM_FAULT_DONE_COW = 4096,
};

struct mmu_gather {
	struct mm_struct *mm;
	int nr;
	struct page *pages[2];
};

/* Error numbers the model returns, negated. */
enum errno {
	ENOENT = 2,
	EINTR = 4,
	EIO = 5,
	EAGAIN = 11,
	EACCES = 13,
	ENOMEM = 12,
	EFAULT = 14,
	EBUSY = 16,
	EEXIST = 17,
	EMLINK = 31,
	ENODEV = 19,
	EINVAL = 22,
	EREMOTEIO = 121,
	EOPNOTSUPP = 95,
	ERESTARTSYS = 512,
	ENXIO = 6,
};
