/* scenario: S41 a huge entry is read, written, met by another one, cut and unmapped
 * asks: does a huge entry hold a reference exactly if it counts as a mapping, whatever comes upon it?
 * types: GENERIC
 * kernels: 5.9..
 * params: SIZE = PMD_ORDER, PUD_ORDER; BY = BY_FOLIO, BY_NUMBER
 * threads: process, looker
 */
enum { BY_FOLIO = 0, BY_NUMBER = 1 };

int SIZE;
int BY;
int rest[4];

/* A device's own memory, by its folio until 6.14 by a devmap entry; or what a driver maps by its page frame number. */
void setup(void)
{
	int i;

	pgmap.range.end = 3;
	pgmap.nr_range = 1;
	dev_dax_device.align = 1 << SIZE;
	dev_dax_probe(&dev_dax_device);
	mmap_device(&vma, &mm, 1 << SIZE);
	if (BY == BY_NUMBER) {
		inode.i_flags = 0;
		vma.vm_flags = VM_READ | VM_WRITE | VM_SHARED | VM_PFNMAP;
	}
	misuse = 1;
	for (i = 0; i < 4; i++)
		rest[i] = page_ref_count(&pages[i]);
}

static int entry(void)
{
	return SIZE == PMD_ORDER ? mm.pmd : mm.pud;
}

static void insert(int addr, int pfn, int write)
{
	struct vm_fault vmf;
	int number;

	vmf.vma = &vma;
	vmf.address = addr;
	vmf.pmd = &mm.pmd;
	vmf.pud = &mm.pud;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	if (BY == BY_FOLIO) {
		if (SIZE == PMD_ORDER)
			vmf_insert_folio_pmd(&vmf, page_folio(pfn_to_page(pfn)), write);
		else
			vmf_insert_folio_pud(&vmf, page_folio(pfn_to_page(pfn)), write);
		return;
	}
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	number = pfn;
#else
	number = phys_to_pfn_t(pfn, BY == BY_FOLIO ? PFN_DEV | PFN_MAP : 0);
#endif
	if (SIZE == PMD_ORDER)
		vmf_insert_pfn_pmd(&vmf, number, write);
	else
		vmf_insert_pfn_pud(&vmf, number, write);
}

static void counted(void)
{
	int i;

	for (i = 0; i < 4; i++)
		__check(page_ref_count(&pages[i]) - rest[i] == page_mapcount(&pages[i]), "",
			"a page has a reference for each entry that counts");
}

void process(void)
{
	insert(0, 0, 0);
	insert(0, 0, 0);
	__observe("entry_read", entry());
	insert(0, 0, 1);
	__observe("entry_written", entry());
	if (SIZE == PMD_ORDER) {
		insert(0, 2, 0);
		insert(0, 2, 1);
		vm_normal_page_pmd(&vma, 0, mm.pmd);
	} else {
		insert(0, 4, 1);
	}
	insert(1 << SIZE, 0, 1);
	__observe("entry_left", entry());
	counted();
	if (SIZE == PMD_ORDER) {
		dup_mmap(&child_vma, &vma, &child_mm);
		__observe("entry_of_child", child_mm.pmd);
		unmap_region(&child_vma);
		counted();
	}
	zap_page_range_single(&vma, 1, 1);
	__observe("entry_cut", entry());
	counted();
	if (SIZE == PMD_ORDER)
		insert(0, 2, 1);
	else
		insert(0, 0, 1);
	__observe("entry_made_for_a_write", entry());
	counted();
	vma.vm_flags &= ~VM_WRITE;
	zap_page_range_single(&vma, 0, 1 << SIZE);
	insert(0, 0, 1);
	__observe("entry_of_read_only_area", entry());
	unmap_region(&vma);
	counted();
}

/* Under the lock of the page table nothing changes. */
void looker(void)
{
	int seen;

	spin_lock(&mm.page_table_lock);
	seen = entry();
	__check(seen == entry(), "", "an entry does not change while the page table is locked");
	spin_unlock(&mm.page_table_lock);
}
