/* scenario: S04b a page of the pool of a PCI device is unmapped and mapped again at once
 * asks: does the core leave a page alone once its pool has it back?
 * types: PCI_P2PDMA
 * kernels: 6.2..
 * threads: unmapper, mapper
 */
int count_of_a_mapping;
int mapped_again;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	map_device_page();
	count_of_a_mapping = page_ref_count(&pages[0]);
}

/* The last mapping goes. */
void unmapper(void)
{
	unmap_device_page();
}

/* Another process maps a page of the pool as soon as there is one. */
void mapper(void)
{
	if (p2pmem_pool.used[0])
		return;
	child_vma.vm_end = 1;
	child_vma.vm_mm = &child_mm;
	child_vma.vm_flags = VM_READ | VM_WRITE | VM_SHARED | VM_MAYSHARE;
	child_vma.vm_page_prot = _PAGE_RW;
	mapped_again = p2pmem_alloc_mmap(&file, NULL, NULL, &child_vma) == 0;
	__check(mapped_again, "use-after-free-callback", "a page of the pool can be mapped");
}

void end(void)
{
	if (mapped_again)
		__check(page_ref_count(&pages[0]) == count_of_a_mapping, "use-after-free-callback",
			"the count of a page handed out again is its new users' alone");
}
