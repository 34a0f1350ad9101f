/*
 * EROFS maps files that nobody ever writes: it takes no lock against truncation, as there is none.
 * source: fs/erofs/data.c v5.15..v7.3
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
static vm_fault_t erofs_dax_huge_fault(struct vm_fault *vmf,
		unsigned int order)
{
	return dax_iomap_fault(vmf, order, NULL, NULL, NULL);
}

static vm_fault_t erofs_dax_fault(struct vm_fault *vmf)
{
	return erofs_dax_huge_fault(vmf, 0);
}
#endif
