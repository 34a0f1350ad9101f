/*
 * device-dax: a process maps device memory directly.
 * source: drivers/dax/device.c v4.7..v7.3
 */
struct dev_dax {
	int align;
	struct dev_pagemap *pgmap;
};

struct dev_dax dev_dax_device;

/* What of a fault the PTE, PMD and PUD handlers hand down. */
static unsigned long dax_pgoff_to_phys(struct dev_dax *dev_dax, pgoff_t pgoff,
		unsigned long size)
{
	return dev_dax->pgmap->range.start + pgoff;
}

/* The pages remember the file for memory failure. source: v4.18..v7.3 dev_dax_huge_fault, dax_set_mapping from v5.17 on */
static void dax_set_mapping(struct vm_fault *vmf, unsigned long phys,
			      unsigned long fault_size)
{
	unsigned long i, nr_pages = fault_size / PAGE_SIZE;
	pgoff_t pgoff = vmf->pgoff;

	for (i = 0; i < nr_pages; i++) {
		struct folio *folio = pfn_folio(phys + i);

		if (folio->mapping)
			continue;

		folio->mapping = vmf->vma->vm_file->f_mapping;
		folio->index = pgoff + i;
	}
}

/* source: v4.7..v6.14 without a reference; v6.15 aed877c2b425 with one */
static vm_fault_t __dev_dax_pte_fault(struct dev_dax *dev_dax,
				struct vm_fault *vmf)
{
	unsigned long phys;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	unsigned long pfn;
#else
	pfn_t pfn;
#endif
	unsigned int fault_size = PAGE_SIZE;

	if (dev_dax->align > PAGE_SIZE)
		return VM_FAULT_SIGBUS;

	if (fault_size != dev_dax->align)
		return VM_FAULT_SIGBUS;

	phys = dax_pgoff_to_phys(dev_dax, vmf->pgoff, PAGE_SIZE);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	pfn = PHYS_PFN(phys);

	dax_set_mapping(vmf, pfn, fault_size);

	return vmf_insert_page_mkwrite(vmf, pfn_to_page(pfn),
					vmf->flags & FAULT_FLAG_WRITE);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	pfn = phys_to_pfn_t(phys, 0);

	dax_set_mapping(vmf, phys, fault_size);

	return vmf_insert_page_mkwrite(vmf, pfn_t_to_page(pfn),
					vmf->flags & FAULT_FLAG_WRITE);
#else
	pfn = phys_to_pfn_t(phys, PFN_DEV|PFN_MAP);

	dax_set_mapping(vmf, phys, fault_size);

	return vmf_insert_mixed(vmf->vma, vmf->address, pfn);
#endif
}

static vm_fault_t __dev_dax_pmd_fault(struct dev_dax *dev_dax,
				struct vm_fault *vmf)
{
	unsigned long pmd_addr = vmf->address & PMD_MASK;
	unsigned long phys;
	pgoff_t pgoff;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	unsigned long pfn;
#else
	pfn_t pfn;
#endif
	unsigned int fault_size = PMD_SIZE;

	if (dev_dax->align > PMD_SIZE)
		return VM_FAULT_SIGBUS;

	if (fault_size < dev_dax->align)
		return VM_FAULT_SIGBUS;
	else if (fault_size > dev_dax->align)
		return VM_FAULT_FALLBACK;

	pgoff = linear_page_index(vmf->vma, pmd_addr);
	phys = dax_pgoff_to_phys(dev_dax, pgoff, PMD_SIZE);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	pfn = PHYS_PFN(phys);

	dax_set_mapping(vmf, pfn, fault_size);

	return vmf_insert_folio_pmd(vmf, page_folio(pfn_to_page(pfn)),
				vmf->flags & FAULT_FLAG_WRITE);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	pfn = phys_to_pfn_t(phys, 0);

	dax_set_mapping(vmf, phys, fault_size);

	return vmf_insert_folio_pmd(vmf, page_folio(pfn_t_to_page(pfn)),
				vmf->flags & FAULT_FLAG_WRITE);
#else
	pfn = phys_to_pfn_t(phys, PFN_DEV|PFN_MAP);

	dax_set_mapping(vmf, phys, fault_size);

	return vmf_insert_pfn_pmd(vmf, pfn, vmf->flags & FAULT_FLAG_WRITE);
#endif
}

/* source: v4.11..v6.14 without a reference; v6.15 aed877c2b425 with one */
static vm_fault_t __dev_dax_pud_fault(struct dev_dax *dev_dax,
				struct vm_fault *vmf)
{
	unsigned long pud_addr = vmf->address & PUD_MASK;
	unsigned long phys;
	pgoff_t pgoff;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	unsigned long pfn;
#else
	pfn_t pfn;
#endif
	unsigned int fault_size = PUD_SIZE;

	if (dev_dax->align > PUD_SIZE)
		return VM_FAULT_SIGBUS;

	if (fault_size < dev_dax->align)
		return VM_FAULT_SIGBUS;
	else if (fault_size > dev_dax->align)
		return VM_FAULT_FALLBACK;

	pgoff = linear_page_index(vmf->vma, pud_addr);
	phys = dax_pgoff_to_phys(dev_dax, pgoff, PUD_SIZE);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	pfn = PHYS_PFN(phys);

	dax_set_mapping(vmf, pfn, fault_size);

	return vmf_insert_folio_pud(vmf, page_folio(pfn_to_page(pfn)),
				vmf->flags & FAULT_FLAG_WRITE);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	pfn = phys_to_pfn_t(phys, 0);

	dax_set_mapping(vmf, phys, fault_size);

	return vmf_insert_folio_pud(vmf, page_folio(pfn_t_to_page(pfn)),
				vmf->flags & FAULT_FLAG_WRITE);
#else
	pfn = phys_to_pfn_t(phys, PFN_DEV|PFN_MAP);

	dax_set_mapping(vmf, phys, fault_size);

	return vmf_insert_pfn_pud(vmf, pfn, vmf->flags & FAULT_FLAG_WRITE);
#endif
}

/* source: v4.7..v7.3; the PUD from v4.11 on */
static vm_fault_t dev_dax_huge_fault(struct vm_fault *vmf, unsigned int order)
{
	vm_fault_t rc = VM_FAULT_SIGBUS;
	struct dev_dax *dev_dax = &dev_dax_device;

	if (order == 0)
		rc = __dev_dax_pte_fault(dev_dax, vmf);
	else if (order == PMD_ORDER)
		rc = __dev_dax_pmd_fault(dev_dax, vmf);
	else if (order == PUD_ORDER)
		rc = __dev_dax_pud_fault(dev_dax, vmf);
	return rc;
}

/* Probing: pages of the size of the mappings from v5.17 on. source: v4.7..v7.3 */
static int dev_dax_probe(struct dev_dax *dev_dax)
{
	struct dev_pagemap *pgmap = __the_pgmap();

	dev_dax->pgmap = pgmap;
	pgmap->type = MEMORY_DEVICE_GENERIC;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	if (dev_dax->align > PAGE_SIZE)
		pgmap->vmemmap_shift = dev_dax->align == PUD_SIZE ? PUD_ORDER : PMD_ORDER;
#endif
	devm_memremap_pages(NULL, pgmap);
	return 0;
}
