/* scenario: C05 charges move while a device-private page is mapped
 * asks: is a page in use told from a free one?
 * types: PRIVATE
 * kernels: 4.14..6.12
 * threads: mover
 */
struct page *used;
swp_entry_t moved;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	used = driver_alloc_page();
	unlock_page(used);
}

void mover(void)
{
	struct page *page;

	page = mc_handle_swap_pte(&vma, make_writable_device_private_entry(page_to_pfn(used)), &moved);
	__check(page == used, "inuse-seen-as-free", "a page that a process maps is not taken for a free one");
	if (page)
		put_page(page);
}
