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

enum mc_target_type { MC_TARGET_NONE = 0, MC_TARGET_PAGE = 1, MC_TARGET_DEVICE = 3 };

/* What the page behind a swap entry is to the move; without a target nobody keeps its reference. source: v4.14..v6.12 */
static enum mc_target_type get_mctgt_type(struct vm_area_struct *vma,
		unsigned long addr, pte_t ptent, union mc_target *target)
{
	struct page *page = NULL;
	enum mc_target_type ret = MC_TARGET_NONE;
	swp_entry_t ent;

	page = mc_handle_swap_pte(vma, ptent, &ent);
	if (page) {
		ret = MC_TARGET_PAGE;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
		if (is_device_private_page(page) ||
		    is_device_coherent_page(page))
			ret = MC_TARGET_DEVICE;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
		if (is_device_private_page(page))
			ret = MC_TARGET_DEVICE;
#else
		if (is_device_private_page(page) ||
		    is_device_public_page(page))
			ret = MC_TARGET_DEVICE;
#endif
		if (!ret || !target)
			put_page(page);
	}
	return ret;
}
