/*
 * How the ultravisor's memory of KVM hands out a page; everything else of it is as in lib/test_hmm.c.
 * source: arch/powerpc/kvm/book3s_hv_uvmem.c v5.5..v7.3
 */
struct kvm {
	void *uvmem;
};

struct kvm kvm;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 5, 0)
/* A page for a guest, locked. source: v5.5..v7.3; get_page until v5.17, commits 27674ef6c73f, ef233450898f */
static struct page *kvmppc_uvmem_get_page(unsigned long gpa, struct kvm *kvm)
{
	struct page *dpage = NULL;
	void *pvt = NULL;
	unsigned long uvmem_pfn = 0;

	dpage = pfn_to_page(uvmem_pfn);
	page_handed_out(dpage);
	dpage->zone_device_data = pvt;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0)
	zone_device_page_init(dpage, page_pgmap(dpage), 0);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	zone_device_page_init(dpage);
#else
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	get_page(dpage);
#endif
	lock_page(dpage);
#endif
	return dpage;
}

/* The CPU or the ultravisor takes a page back. source: v5.8..v7.3; fault_page from v6.1 on, commit 16ce101db85d */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static int __kvmppc_svm_page_out(struct vm_area_struct *vma,
		unsigned long start,
		unsigned long end, unsigned long page_shift,
		struct kvm *kvm, unsigned long gpa, struct page *fault_page)
#else
static int __kvmppc_svm_page_out(struct vm_area_struct *vma,
		unsigned long start,
		unsigned long end, unsigned long page_shift,
		struct kvm *kvm, unsigned long gpa)
#endif
{
	int ret;
	struct migrate_vma mig = { 0 };
	struct migrate_pfns pfns;
	struct page *dpage, *spage;

	mig.vma = vma;
	mig.start = start;
	mig.end = end;
	mig.src = &pfns.src[0];
	mig.dst = &pfns.dst[0];
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)
	mig.pgmap_owner = kvm->uvmem;
	mig.flags = MIGRATE_VMA_SELECT_DEVICE_PRIVATE;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 7, 0)
	mig.src_owner = kvm->uvmem;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	mig.fault_page = fault_page;
#endif
	ret = migrate_vma_setup(&mig);
	if (ret)
		return -1;

	spage = migrate_pfn_to_page(*mig.src);
	if (!spage || !(*mig.src & MIGRATE_PFN_MIGRATE))
		goto out_finalize;

	if (!is_zone_device_page(spage))
		goto out_finalize;

	dpage = alloc_page(GFP_HIGHUSER_MOVABLE);
	if (!dpage) {
		ret = -1;
		goto out_finalize;
	}

	lock_page(dpage);
	*mig.dst = migrate_pfn(page_to_pfn(dpage));
	migrate_vma_pages(&mig);

out_finalize:
	migrate_vma_finalize(&mig);
	return ret;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static inline int kvmppc_svm_page_out(struct vm_area_struct *vma,
				      unsigned long start, unsigned long end,
				      unsigned long page_shift,
				      struct kvm *kvm, unsigned long gpa,
				      struct page *fault_page)
{
	int ret;

	ret = __kvmppc_svm_page_out(vma, start, end, page_shift, kvm, gpa,
				fault_page);
	return ret;
}
#else
static inline int kvmppc_svm_page_out(struct vm_area_struct *vma,
				      unsigned long start, unsigned long end,
				      unsigned long page_shift,
				      struct kvm *kvm, unsigned long gpa)
{
	int ret;

	ret = __kvmppc_svm_page_out(vma, start, end, page_shift, kvm, gpa);
	return ret;
}
#endif
#endif
