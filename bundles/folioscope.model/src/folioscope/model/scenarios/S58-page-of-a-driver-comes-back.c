/* scenario: S58 a page of amdkfd, or of KVM's ultravisor, comes back to RAM, by a fault or as the driver wishes
 * asks: does the page come back once, locked by nobody, or stay where it is, as it may if it is held and must without memory?
 * types: PRIVATE
 * kernels: 5.14..
 * params: DRIVER = DRIVER_AMDKFD, DRIVER_UVMEM; WAY = WAY_TOUCH, WAY_DRIVER, WAY_HELD, WAY_NO_MEMORY
 * threads: taker
 */
enum { WAY_TOUCH = 0, WAY_DRIVER = 1, WAY_HELD = 2, WAY_NO_MEMORY = 3 };

/* Who asks for the page: the CPU by a fault, or the driver, which may be in vain. */
int WAY;
int before;

static vm_fault_t take_back(struct vm_area_struct *area, unsigned long addr, struct page *page)
{
	int err;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (DRIVER == DRIVER_AMDKFD)
		err = svm_migrate_vma_to_ram(&svm_range, area, addr, addr + PAGE_SIZE, 0, page);
	else
		err = kvmppc_svm_page_out(area, addr, addr + PAGE_SIZE, 0, &kvm, 0, page);
#else
	if (DRIVER == DRIVER_AMDKFD)
		err = svm_migrate_vma_to_ram(&svm_range, area, addr, addr + PAGE_SIZE, 0);
	else
		err = kvmppc_svm_page_out(area, addr, addr + PAGE_SIZE, 0, &kvm, 0);
#endif
	__observe("failed", err != 0);
	return err ? VM_FAULT_SIGBUS : 0;
}

static vm_fault_t touched(struct vm_fault *vmf)
{
	return take_back(vmf->vma, vmf->address, vmf->page);
}

/* The page comes back the way it does for the test driver. */
static const struct dev_pagemap_ops driver_ops = {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	.folio_free	= dmirror_devmem_free,
	.folio_split	= dmirror_devmem_folio_split,
#else
	.page_free	= dmirror_devmem_free,
#endif
	.migrate_to_ram	= touched,
};

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	pgmap.ops = &driver_ops;
	svm_range.svm_bo = &svm_range;
	kvm.uvmem = &kvm;
	pgmap.owner = DRIVER == DRIVER_AMDKFD ? svm_range.svm_bo : kvm.uvmem;
	mmap_anonymous(&vma, &mm, 2);
	dmirror_migrate_to_device(&vma, 1, 2);
	before = mm.pte[1];
	if (WAY == WAY_HELD)
		page_ref_add(&pages[0], 2);
	if (WAY == WAY_NO_MEMORY)
		ram_taken[0] = ram_taken[1] = 1;
	good_path = 1;
}

void taker(void)
{
	if (WAY == WAY_DRIVER)
		take_back(&vma, 1, NULL);
	else
		handle_pte_fault(&vma, 1);
	__check(!PageLocked(&pages[0]) && !PageLocked(&pages[4]), "", "nobody keeps a page locked");
	if (WAY == WAY_HELD || WAY == WAY_NO_MEMORY) {
		__check(mm.pte[1] == before || WAY == WAY_HELD && pte_present(mm.pte[1]), "migrate-fail",
			"a page that cannot move stays mapped as it was");
		__check(page_out[0], "premature-free", "a page that stays where it is does not go back to the driver");
	} else {
		__check(mm.pte[1] != before, "migrate-fail", "a page that nobody else holds comes back to RAM");
		__check(!page_out[0], "leak", "the driver gets a page back that nobody holds any more");
		__check(pages[4].mapping != NULL, "migrate-fail", "the page that is mapped now belongs to the area");
		__check(page_ref_count(&pages[4]) == 1, "leak", "the mapping is the only user of the new page");
	}
	if (WAY == WAY_HELD) {
		put_page(&pages[0]);
		put_page(&pages[0]);
	}
}

void end(void)
{
	unmap_region(&vma);
	__check(!page_out[0], "leak", "the driver gets a page back that nobody holds any more");
	__check(pages[4]._refcount.counter == 0, "leak",
		"a page of RAM that nobody maps any more goes back to the page allocator");
}
