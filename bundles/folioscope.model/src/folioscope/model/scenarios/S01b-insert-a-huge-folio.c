/* scenario: S01b a huge folio is mapped by one entry
 * asks: what does the entry look like, and does it hold a reference?
 * types: FS_DAX
 * kernels: 6.8..
 * threads: process
 * when refs_of_a_mapping becomes 1: mapped-ref-taken "a {type} folio that is mapped by a PMD now holds a reference for its mapping"
 * when special_entry_is_counted becomes 1: regression special-refcounted "a {type} folio that holds a reference for its mapping is mapped as special"
 * when special_entry_is_counted ceases 1: fix special-refcounted "a {type} folio that holds a reference for its mapping is no longer mapped as special"
 */
void setup(void)
{
	setup_file(0, 2);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
	prep_compound_page(&pages[0], PMD_ORDER);
	page_ref_inc(&pages[0]);
}

void process(void)
{
	struct vm_fault vmf;
	int before = page_ref_count(&pages[0]);

	vmf.vma = &vma;
	vmf.address = 0;
	vmf.flags = FAULT_FLAG_WRITE;
	vmf.pmd = &mm.pmd;
	vmf_insert_folio_pmd(&vmf, page_folio(&pages[0]), true);
	if (mm.pmd) {
		__observe("refs_of_a_mapping", page_ref_count(&pages[0]) - before);
		__observe("special_entry_is_counted", page_ref_count(&pages[0]) > before && (mm.pmd & _PAGE_SPECIAL) != 0);
	}
}
