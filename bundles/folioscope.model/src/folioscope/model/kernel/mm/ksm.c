/*
 * Same-page merging takes a reference on what it looks at. In v6.0 it goes away from a device page without giving it back.
 * source: mm/ksm.c v5.10..v5.19; v6.0 3218f8712d6b; v6.1 f7091ed64ec8; break_ksm until v6.1, the others until v6.11
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 12, 0)
bool is_transparent_hugepage(struct page *page)
{
	return PageCompound(page);
}

int PageKsm(struct page *page)
{
	return 0;
}

/* The page at an address with a reference, by the slow path of GUP. source: mm/gup.c v5.10..v6.11 */
struct page *follow_page(struct vm_area_struct *vma, unsigned long address,
			 unsigned int foll_flags)
{
	struct follow_page_context ctx;
	struct page *page;

	ctx.pgmap = NULL;
	page = follow_page_pte(vma, address, &vma->vm_mm->pmd, foll_flags, &ctx.pgmap);
	if (ctx.pgmap)
		put_dev_pagemap(ctx.pgmap);
	return page;
}

static int break_ksm(struct vm_area_struct *vma, unsigned long addr)
{
	struct page *page;
	vm_fault_t ret = 0;

	do {
		cond_resched();
		page = follow_page(vma, addr,
				FOLL_GET | FOLL_MIGRATION | FOLL_REMOTE);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(6, 1, 0)
		if (IS_ERR_OR_NULL(page) || is_zone_device_page(page))
			break;
#else
		if (IS_ERR_OR_NULL(page))
			break;
#endif
		if (PageKsm(page))
			ret = VM_FAULT_NOPAGE;
		else
			ret = VM_FAULT_WRITE;
		put_page(page);
	} while (!(ret & (VM_FAULT_WRITE | VM_FAULT_SIGBUS | VM_FAULT_OOM)));
	return 0;
}

struct rmap_item {
	unsigned long address;
};

static struct page *get_mergeable_page(struct rmap_item *rmap_item)
{
	unsigned long addr = rmap_item->address;
	struct page *page;

	page = follow_page(&vma, addr, FOLL_GET);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (IS_ERR_OR_NULL(page))
		goto out;
	if (is_zone_device_page(page))
		goto out_putpage;
	if (PageAnon(page)) {
		flush_dcache_page(page);
	} else {
out_putpage:
		put_page(page);
out:
		page = NULL;
	}
#else
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (IS_ERR_OR_NULL(page) || is_zone_device_page(page))
		goto out;
#else
	if (IS_ERR_OR_NULL(page))
		goto out;
#endif
	if (PageAnon(page)) {
		flush_dcache_page(page);
	} else {
		put_page(page);
out:
		page = NULL;
	}
#endif
	return page;
}
#endif
