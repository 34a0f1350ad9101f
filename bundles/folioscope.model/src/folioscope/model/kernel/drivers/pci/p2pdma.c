/*
 * Memory of a PCI device for transfers between devices: a pool of pages, each handed out with a reference to the pgmap.
 * source: drivers/pci/p2pdma.c v4.20..v7.3
 */
struct gen_pool {
	int used[4];
};

/* What gen_pool_*_owner() returns by address: the percpu_ref of the chunk. */
struct gen_pool_owner {
	struct percpu_ref *ref;
};

struct pci_p2pdma {
	struct gen_pool *pool;
};

struct pci_p2pdma_pagemap {
	struct dev_pagemap *pgmap;
	struct pci_dev *provider;
};

struct pci_dev {
	struct pci_p2pdma *p2pdma;
};

struct attribute {
	char *name;
	int mode;
};

/* A file in sysfs; without mmap it cannot be mapped. */
struct bin_attribute {
	struct attribute attr;
	int size;
	int (*mmap)(struct file *filp, struct kobject *kobj, struct bin_attribute *attr, struct vm_area_struct *vma);
};

struct gen_pool p2pmem_pool;
struct pci_p2pdma pci_p2pdma;
struct pci_p2pdma_pagemap pci_p2pdma_pagemap;
struct pci_dev pci_dev;

struct pci_dev *to_pci_dev(struct device *dev)
{
	return &pci_dev;
}

struct device *kobj_to_dev(struct kobject *kobj)
{
	return NULL;
}

static struct pci_p2pdma_pagemap *to_p2p_pgmap(struct dev_pagemap *pgmap)
{
	return &pci_p2pdma_pagemap;
}

/* Device memory has addresses that are page frame numbers plus one. */
struct page *virt_to_page(void *kaddr)
{
	return pfn_to_page(kaddr - 1);
}

void *page_to_virt(struct page *page)
{
	return page_to_pfn(page) + 1;
}

/* The shared pgmap, for functions with a local of that name. */
struct dev_pagemap *__the_pgmap(void)
{
	return &pgmap;
}

/* The first page that is not out, with as many behind it as are wanted: nobody has those. source: lib/genalloc.c v4.5..v7.3 */
void *gen_pool_alloc_owner(struct gen_pool *pool, int size, struct percpu_ref **owner)
{
	int pfn;
	int i;

	for (pfn = pgmap.range.start; pfn <= pgmap.range.end; pfn++) {
		if (__xchg(&pool->used[pfn], 1) == 0) {
			page_handed_out(pfn_to_page(pfn));
			for (i = 1; i < size; i++) {
				pool->used[pfn + i] = 1;
				page_handed_out(pfn_to_page(pfn + i));
			}
			if (owner)
				*owner = &pgmap.ref;
			return pfn + 1;
		}
	}
	return NULL;
}

void gen_pool_free_owner(struct gen_pool *pool, int addr, int size, struct percpu_ref **owner)
{
	int i;

	page_handed_back(pfn_to_page(addr - 1));
	if (owner)
		*owner = &pgmap.ref;
	pool->used[addr - 1] = 0;
	for (i = 1; i < size; i++) {
		page_handed_back(pfn_to_page(addr - 1 + i));
		pool->used[addr - 1 + i] = 0;
	}
}

void gen_pool_free(struct gen_pool *pool, int addr, int size)
{
	gen_pool_free_owner(pool, addr, size, NULL);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
/*
 * A process maps one page of the pool, which then belongs to the mapping. From v6.15 on the page has a count of 0 in the
 * pool; until v6.18 the warning about that is the wrong way round, and a failed insertion keeps count and pgmap.
 * source: v6.2 7e9c7ef83d78; v6.15 b7e282378773; v7.0 cb500023a752 and its siblings
 */
static int p2pmem_alloc_mmap(struct file *filp, struct kobject *kobj,
		struct bin_attribute *attr, struct vm_area_struct *vma)
{
	struct pci_dev *pdev = to_pci_dev(kobj_to_dev(kobj));
	size_t len = vma->vm_end - vma->vm_start;
	struct pci_p2pdma *p2pdma;
	struct gen_pool_owner owner;
	struct percpu_ref *ref;
	unsigned long vaddr;
	void *kaddr;
	int ret;

	rcu_read_lock();
	p2pdma = pdev->p2pdma;
	if (!p2pdma) {
		ret = -ENODEV;
		goto out;
	}

	kaddr = (void *)gen_pool_alloc_owner(p2pdma->pool, len, &owner.ref);
	if (!kaddr) {
		ret = -ENOMEM;
		goto out;
	}
	ref = owner.ref;

	if (unlikely(!percpu_ref_tryget_live_rcu(ref))) {
		ret = -ENODEV;
		goto out_free_mem;
	}
	rcu_read_unlock();

	for (vaddr = vma->vm_start; vaddr < vma->vm_end; vaddr += PAGE_SIZE) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 210)
		struct page *page = virt_to_page(kaddr);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 0, 0)
		VM_WARN_ON_ONCE_PAGE(page_ref_count(page), page);
#else
		VM_WARN_ON_ONCE_PAGE(!page_ref_count(page), page);
#endif
		set_page_count(page, 1);
		ret = vm_insert_page(vma, vaddr, page);
		if (ret) {
			gen_pool_free(p2pdma->pool, (uintptr_t)kaddr, len);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(7, 0, 0)
			set_page_count(page, 0);
			percpu_ref_put(ref);
#endif
			return ret;
		}
		percpu_ref_get(ref);
		put_page(page);
#else
		ret = vm_insert_page(vma, vaddr, virt_to_page(kaddr));
		if (ret) {
			gen_pool_free(p2pdma->pool, (uintptr_t)kaddr, len);
			return ret;
		}
		percpu_ref_get(ref);
		put_page(virt_to_page(kaddr));
#endif
		kaddr += PAGE_SIZE;
		len -= PAGE_SIZE;
	}

	percpu_ref_put(ref);

	return 0;
out_free_mem:
	gen_pool_free(p2pdma->pool, (uintptr_t)kaddr, len);
out:
	rcu_read_unlock();
	return ret;
}

static struct bin_attribute p2pmem_alloc_attr = {
	.mmap = p2pmem_alloc_mmap,
};

/* The last reference of a mapped page: back to the pool, and the pgmap is let go. source: v6.2..v6.18; folio_free v6.19.. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
static void p2pdma_folio_free(struct folio *folio)
{
	struct page *page = &folio->page;
	struct pci_p2pdma_pagemap *pgmap = to_p2p_pgmap(page_pgmap(page));
	struct pci_p2pdma *p2pdma = pgmap->provider->p2pdma;
	struct gen_pool_owner owner;

	gen_pool_free_owner(p2pdma->pool, (uintptr_t)page_to_virt(page),
			    PAGE_SIZE, &owner.ref);
	percpu_ref_put(owner.ref);
}
#else
static void p2pdma_page_free(struct page *page)
{
	struct pci_p2pdma_pagemap *pgmap = to_p2p_pgmap(page->pgmap);
	struct pci_p2pdma *p2pdma = pgmap->provider->p2pdma;
	struct gen_pool_owner owner;

	gen_pool_free_owner(p2pdma->pool, (uintptr_t)page_to_virt(page),
			    PAGE_SIZE, &owner.ref);
	percpu_ref_put(owner.ref);
}
#endif

static const struct dev_pagemap_ops p2pdma_pgmap_ops = {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	.folio_free = p2pdma_folio_free,
#else
	.page_free = p2pdma_page_free,
#endif
};
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
/* Nothing to map before v6.2. */
static struct bin_attribute p2pmem_alloc_attr;
#endif

/* The pool comes up. source: v4.20..v7.3; the pgmap has a callback from v6.2 on */
int pci_p2pdma_add_resource(struct pci_dev *pdev, int bar, size_t size,
			    u64 offset)
{
	struct pci_p2pdma_pagemap *p2p_pgmap = &pci_p2pdma_pagemap;
	struct dev_pagemap *pgmap = __the_pgmap();
	void *addr;

	pci_dev.p2pdma = &pci_p2pdma;
	pci_p2pdma.pool = &p2pmem_pool;
	p2p_pgmap->pgmap = pgmap;

	pgmap->nr_range = 1;
	pgmap->type = MEMORY_DEVICE_PCI_P2PDMA;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	pgmap->ops = &p2pdma_pgmap_ops;
#endif

	p2p_pgmap->provider = &pci_dev;

	addr = devm_memremap_pages(NULL, pgmap);
	if (IS_ERR(addr))
		return PTR_ERR(addr);
	return 0;
}

/* Memory for a driver in the kernel: the count of the page is not touched. source: v4.20..v7.3 */
void *pci_alloc_p2pmem(struct pci_dev *pdev, size_t size)
{
	void *ret = NULL;
	struct gen_pool_owner owner;
	struct pci_p2pdma *p2pdma;

	rcu_read_lock();
	p2pdma = pdev->p2pdma;
	if (unlikely(!p2pdma))
		goto out;

	ret = (void *)gen_pool_alloc_owner(p2pdma->pool, size, &owner.ref);
	if (!ret)
		goto out;

	if (unlikely(!percpu_ref_tryget_live(owner.ref))) {
		gen_pool_free(p2pdma->pool, (unsigned long) ret, size);
		ret = NULL;
		goto out;
	}
out:
	rcu_read_unlock();
	return ret;
}

void pci_free_p2pmem(struct pci_dev *pdev, void *addr, size_t size)
{
	struct gen_pool_owner owner;
	struct pci_p2pdma *p2pdma = pdev->p2pdma;

	gen_pool_free_owner(p2pdma->pool, (uintptr_t)addr, size,
			&owner.ref);
	percpu_ref_put(owner.ref);
}
