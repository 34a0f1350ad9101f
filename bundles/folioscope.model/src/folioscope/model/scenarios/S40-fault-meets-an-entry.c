/* scenario: S40 a fault puts a page where something is mapped already, or may not be
 * asks: does a page get a reference for each entry that counts, and none where nothing is put?
 * types: GENERIC
 * kernels: 4.14..
 * params: AREA = AREA_WRITABLE, AREA_READ_ONLY
 * threads: process, other
 */
enum { AREA_WRITABLE = 0, AREA_READ_ONLY = 1 };

int AREA;
int rest[7];
struct page *ram;

void setup(void)
{
	int i;

	pgmap.range.end = 2;
	pgmap_up();
	mmap_device(&vma, &mm, 2);
	vma.vm_page_prot = 0;
	if (AREA == AREA_READ_ONLY)
		vma.vm_flags = VM_READ | VM_SHARED;
	ram = alloc_page(GFP_KERNEL);
	set_page_count(&pages[6], 1);
	for (i = 0; i < 7; i++) {
		pages[i]._mapcount.counter = -1;
		rest[i] = page_ref_count(&pages[i]);
	}
}

/* As a fault handler of a driver does it: with a reference from 6.15 on, before by the page frame number. */
static void insert(int addr, int pfn, int write)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	struct vm_fault vmf;

	vmf.vma = &vma;
	vmf.address = addr;
	vmf_insert_page_mkwrite(&vmf, pfn_to_page(pfn), write);
#else
	if (write)
		vmf_insert_mixed_mkwrite(&vma, addr, phys_to_pfn_t(pfn, PFN_DEV | PFN_MAP));
	else
		vmf_insert_mixed(&vma, addr, phys_to_pfn_t(pfn, PFN_DEV | PFN_MAP));
#endif
}

static void counted(int first)
{
	int i;

	for (i = first; i < 7; i++)
		__check(page_ref_count(&pages[i]) - rest[i] == page_mapcount(&pages[i]), "",
			"a page has a reference for each entry that counts");
}

/* Reads, writes there, then meets what is not his page; another address is outside of the area. */
void process(void)
{
	insert(1, 1, 0);
	insert(1, 1, 0);
	__observe("entry_read", mm.pte[1]);
	insert(1, 1, 1);
	__observe("entry_written", mm.pte[1]);
	insert(1, 2, 0);
	insert(1, 2, 1);
	insert(2, 2, 1);
	__observe("entry_left", mm.pte[1]);
	counted(1);
	zap_page_range_single(&vma, 1, 1);
	insert(1, 2, 1);
	__observe("entry_made_for_a_write", mm.pte[1]);
	zap_page_range_single(&vma, 1, 1);
}

/* Meanwhile somebody else faults on the other address. */
void other(void)
{
	insert(0, 0, 1);
}

/* What is no page of a driver: the zero page, anonymous memory, a free page. */
void end(void)
{
	counted(0);
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	vmf_insert_mixed(&vma, 1, phys_to_pfn_t(2, PFN_SPECIAL));
	__observe("entry_special", mm.pte[1]);
	mm.pte[1] = 0;
	vmf_insert_mixed(&vma, 1, phys_to_pfn_t(6, 0));
#else
	vmf_insert_mixed(&vma, 1, 6);
	__observe("entry_of_zero_page", mm.pte[1]);
	mm.pte[1] = 0;
	vmf_insert_mixed(&vma, 1, 2);
	vma.vm_flags |= VM_MIXEDMAP;
	vmf_insert_mixed(&vma, 1, 2);
	vmf_insert_mixed(&vma, 1, 2);
	vmf_insert_mixed(&vma, 2, 2);
#endif
	__observe("entry_by_number", mm.pte[1]);
	vm_normal_page(&vma, 1, mm.pte[1]);
	zap_page_range_single(&vma, 1, 1);
	vm_insert_page(&vma, 1, &pages[6]);
	__observe("zero_page", mm.pte[1]);
	zap_page_range_single(&vma, 1, 1);
	vm_insert_page(&vma, 2, ram);
	vm_insert_page(&vma, 1, ram);
	vm_insert_page(&vma, 1, ram);
	__observe("ram", mm.pte[1]);
	counted(0);
	dup_mmap(&child_vma, &vma, &child_mm);
	__observe("ram_of_child", child_mm.pte[1]);
	counted(0);
	unmap_region(&child_vma);
	counted(0);
	zap_page_range_single(&vma, 1, 1);
	ram->mapping = PAGE_MAPPING_ANON;
	vm_insert_page(&vma, 1, ram);
	ram->mapping = NULL;
	set_page_count(ram, 0);
	vm_insert_page(&vma, 1, ram);
	__check(pte_none(mm.pte[1]), "", "a page of somebody's own, or a free one, is not mapped");
}
