/*
 * Moving charges looks at pages it does not hold: a device-private page that a process maps must not be taken for a
 * free one.
 * source: mm/memcontrol.c v4.14..v6.12
 */

/*
 * The page behind a swap entry, held; NULL when it is free.
 * source: v4.14..v5.17 (free pages have 1), v5.18..v6.12 (get_page_unless_zero, commit 27674ef6c73f)
 */
static struct page *mc_handle_swap_pte(struct vm_area_struct *vma,
			pte_t ptent, swp_entry_t *entry)
{
	struct page *page = NULL;
	swp_entry_t ent = pte_to_swp_entry(ptent);

	if (is_device_private_entry(ent)) {
		page = pfn_swap_entry_to_page(ent);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
		if (!get_page_unless_zero(page))
			return NULL;
#else
		if (!page_ref_add_unless(page, 1, 1))
			return NULL;
#endif
		return page;
	}

	return page;
}
