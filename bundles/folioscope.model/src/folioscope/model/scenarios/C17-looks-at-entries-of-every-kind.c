/* scenario: C17 reclaim and moving charges look at entries of every kind
 * asks: is a device's page told from a page of RAM, and a page that was taken for a look given back?
 * types: PRIVATE
 * kernels: 4.14..
 * threads: looker
 */
struct page *used;
int out;

void setup(void)
{
	misuse = 1;
	pgmap.range.end = 1;
	pgmap_up();
	used = driver_alloc_page();
	unlock_page(used);
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 13, 0)
/* An entry behind which a device's page is, one that is none, and one behind which the page has been freed. */
static void charges(void)
{
	pte_t entry = make_writable_device_private_entry(page_to_pfn(used));
	int count = page_ref_count(used);

	__observe("target", get_mctgt_type(&vma, 0, entry, NULL));
	__check(page_ref_count(used) == count, "leak", "who asks without wanting the page gives it back");
	__observe("target_to_move", get_mctgt_type(&vma, 0, entry, &out));
	__check(page_ref_count(used) == count + 1, "", "who wants the page gets it held");
	put_page(used);
	__observe("target_of_migration", get_mctgt_type(&vma, 0, make_readable_migration_entry(page_to_pfn(used)), &out));
	__check(page_ref_count(used) == count, "leak", "an entry under migration has no page to be taken");
	put_page(used);
	__observe("target_of_free_page", get_mctgt_type(&vma, 0, entry, &out));
	__observe("count_of_free_page", page_ref_count(used));
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
static void reclaim(void)
{
	__observe("of_ram", get_pte_pfn(pfn_pte(4, _PAGE_RW), &vma, 0));
	__observe("of_zero_page", get_pte_pfn(pfn_pte(6, 0), &vma, 0));
	__observe("of_nothing", get_pte_pfn(0, &vma, 0));
	__observe("of_device_private", get_pte_pfn(make_writable_device_private_entry(1), &vma, 0));
	__observe("of_huge_page", get_pmd_pfn(pmd_mkhuge(pfn_pmd(4, _PAGE_RW)), &vma, 0));
	__observe("of_no_huge_page", get_pmd_pfn(0, &vma, 0));
	__observe("of_special", get_pte_pfn(pte_mkspecial(pfn_pte(4, 0)), &vma, 0));
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 17, 0)
	__observe("of_devmap", get_pte_pfn(pte_mkdevmap(pfn_pte(1, 0)), &vma, 0));
	__observe("of_huge_devmap", get_pmd_pfn(pmd_mkdevmap(pmd_mkhuge(pfn_pmd(1, 0))), &vma, 0));
#endif
}
#endif

void looker(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 13, 0)
	charges();
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	reclaim();
#endif
}
