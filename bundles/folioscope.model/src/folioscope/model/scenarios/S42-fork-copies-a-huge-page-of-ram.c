/* scenario: S42 a process with a huge page of RAM forks, and both unmap it
 * asks: does the huge page have a reference and a mapping for each of the two entries?
 * types: NORMAL
 * kernels: 5.6..
 * threads: parent, child
 */
struct page *page;

void setup(void)
{
	misuse = 1;
	page = alloc_page(GFP_KERNEL);
	alloc_page(GFP_KERNEL);
	prep_compound_page(page, PMD_ORDER);
	__observe("pages", compound_nr(page));
	set_page_count(page + 1, 0);
	mmap_anonymous(&vma, &mm, 2);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	folio_add_new_anon_rmap(page_folio(page), &vma, 0, RMAP_EXCLUSIVE);
#else
	page_add_new_anon_rmap(page, &vma, 0);
#endif
	mm.pmd = pmd_mkwrite(pmd_mkhuge(pfn_pmd(page_to_pfn(page), 0)), &vma);
}

/* Forks, and forks again as the entry has gone; in between its entry is a copy of the child's, and not writable. */
void parent(void)
{
	__lock(&child_mm.mmap_lock);
	dup_mmap(&child_vma, &vma, &child_mm);
	__observe("entry_of_child", child_mm.pmd);
	__observe("entry_of_parent", mm.pmd);
	__check(page_ref_count(page) == 2 && page_mapcount(page) == 2, "",
		"a huge page has a reference and a mapping for each entry");
	__unlock(&child_mm.mmap_lock);
	unmap_region(&vma);
	copy_huge_pmd(&child_mm, &mm, &child_mm.pmd, &mm.pmd, 0, &child_vma, &vma);
}

void child(void)
{
	__await(child_vma.vm_mm != 0, "hang-idle-wait", "a fork");
	__lock(&child_mm.mmap_lock);
	unmap_region(&child_vma);
	__unlock(&child_mm.mmap_lock);
}

void end(void)
{
	__check(page_ref_count(page) == 0, "leak", "a page that nobody maps any more goes back to the page allocator");
	__check(page->_mapcount.counter == -1, "", "a page that is no longer mapped has no mappings");
}
