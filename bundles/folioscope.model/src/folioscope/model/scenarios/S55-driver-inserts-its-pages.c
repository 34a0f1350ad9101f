/* scenario: S55 a driver maps pages of RAM, several in a row or by their number, and some of them cannot be mapped
 * asks: does a page get a reference for its mapping, and none where it is not mapped?
 * types: NORMAL
 * kernels: 5.14..
 * params: SPECIAL = 0, 1
 * threads: driver
 */
/* Whether the machine has special entries, which are nobody's page. */
int SPECIAL;

struct page *page;

void setup(void)
{
	misuse = 1;
	CONFIG_ARCH_HAS_PTE_SPECIAL = SPECIAL;
	vma.vm_end = 2;
	vma.vm_mm = &mm;
	vma.vm_flags = VM_READ | VM_WRITE | VM_SHARED | VM_MIXEDMAP;
	vma.vm_page_prot = _PAGE_RW;
	page = alloc_page(GFP_KERNEL);
}

static int insert_one(int addr)
{
	spinlock_t *ptl = pte_lockptr(&mm, &mm.pmd);
	pte_t *pte = get_locked_pte(&mm, addr, NULL);
	int err = insert_page_in_batch_locked(&vma, pte, addr, page, vma.vm_page_prot);

	pte_unmap_unlock(pte, ptl);
	return err;
}

static void several(void)
{
	__observe("first", insert_one(0));
	__check(mm.pte[0] == mk_pte(page, _PAGE_RW), "", "what is inserted is mapped");
	__check(page_ref_count(page) == 2, "", "a mapping has a reference");
	__observe("where_one_is", insert_one(0));
	page->mapping = PAGE_MAPPING_ANON;
	__observe("anonymous", insert_one(1));
	page->mapping = NULL;
	set_page_count(page, 0);
	__observe("free", insert_one(1));
	set_page_count(page, 2);
	__check(pte_none(mm.pte[1]), "", "what is refused is not mapped");
	__check(page_ref_count(page) == 2 && page_mapcount(page) == 1, "leak", "what is refused gets no reference");
}

/* By its number: a page that the machine cannot tell from nobody's otherwise is mapped with a reference. */
static int insert_number(int addr)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	return vmf_insert_mixed(&vma, addr, page_to_pfn(page));
#else
	return vmf_insert_mixed(&vma, addr, pfn_to_pfn_t(page_to_pfn(page)));
#endif
}

static void by_number(void)
{
	__observe("number", insert_number(1));
	__check(!pte_special(mm.pte[1]) == !SPECIAL, "", "an entry is special where the machine has such");
	__check(page_ref_count(page) == (SPECIAL ? 2 : 3), "leak", "an entry that is nobody's has no reference, another has one");
	__observe("number_where_one_is", insert_number(1));
	__observe("number_outside", insert_number(2));
	__observe("number_before", insert_number(-1));
	if (SPECIAL)
		return;
	mm.pte[1] = 0;
	page->mapping = PAGE_MAPPING_ANON;
	__observe("number_of_anonymous", insert_number(1));
	page->mapping = NULL;
	__check(pte_none(mm.pte[1]), "", "what is refused is not mapped");
}

void driver(void)
{
	several();
	by_number();
	__observe("references", page_ref_count(page));
	__observe("mappings", page_mapcount(page));
}
