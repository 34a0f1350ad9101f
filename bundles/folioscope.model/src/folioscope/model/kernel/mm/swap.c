/*
 * The last reference, and many references at once.
 * source: mm/swap.c v4.5..v7.3
 */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
/*
 * Nobody holds the folio any more. A device page goes back to its driver, never to the page allocator.
 * source: v5.19..
 */
void __folio_put(struct folio *folio)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	if (unlikely(folio_is_zone_device(folio))) {
		free_zone_device_folio(folio);
		return;
	}
#else
	if (unlikely(folio_is_zone_device(folio))) {
		free_zone_device_page(&folio->page);
		return;
	}
#endif

	free_unref_page(&folio->page);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* source: v5.18 */
void __put_page(struct page *page)
{
	if (unlikely(is_zone_device_page(page)))
		free_zone_device_page(page);
	else if (unlikely(PageCompound(page)))
		__put_compound_page(page);
	else
		__put_single_page(page);
}
#else
/*
 * Nobody holds the page any more. From v4.12 on a device page lets go of its pgmap, which happens at teardown only.
 * source: v4.5..v5.17
 */
void __put_page(struct page *page)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 12, 0)
	if (is_zone_device_page(page)) {
		put_dev_pagemap(page->pgmap);

		return;
	}
#endif

	if (unlikely(PageCompound(page)))
		__put_compound_page(page);
	else
		__put_single_page(page);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
/*
 * One reference less of a page that is free, or idle, at a count of 1.
 * source: v5.6..v5.16, commit 07d802699528
 */
void put_devmap_managed_page(struct page *page)
{
	int count;

	if (WARN_ON_ONCE(!page_is_devmap_managed(page)))
		return;

	count = page_ref_dec_return(page);

	if (count == 1)
		free_devmap_managed_page(page);
	else if (!count)
		__put_page(page);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
/*
 * Drops references of several folios, as munmap does.
 * source: v6.10.. (v6.9 has it beside release_pages())
 */
void folios_put_refs(struct folio_batch *folios, int *refs)
{
	int i;

	for (i = 0; i < folios->nr; i++) {
		struct folio *folio = folios->folios[i];
		int nr_refs = refs ? refs[i] : 1;

		if (folio_is_zone_device(folio)) {
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 219)
			if (put_devmap_managed_folio_refs(folio, nr_refs))
				continue;
#endif
			if (folio_ref_sub_and_test(folio, nr_refs))
				free_zone_device_folio(folio);
			continue;
		}

		if (!folio_ref_sub_and_test(folio, nr_refs))
			continue;

		free_unref_page(&folio->page);
	}
	folios->nr = 0;
}

static inline void folios_put(struct folio_batch *folios)
{
	folios_put_refs(folios, NULL);
}

/* Drops one reference of each page of an array. source: v6.9.. */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++)
		put_page(pages[i]);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/*
 * Drops one reference of each page of an array, as munmap does.
 * source: v5.18..v6.9
 */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct folio *folio = page_folio(pages[i]);

		if (folio_is_zone_device(folio)) {
			if (put_devmap_managed_page(&folio->page))
				continue;
			if (folio_put_testzero(folio))
				free_zone_device_page(&folio->page);
			continue;
		}

		if (!folio_put_testzero(folio))
			continue;

		free_unref_page(&folio->page);
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 11, 0)
/*
 * Drops one reference of each page of an array, as munmap does.
 * source: v5.11..v5.17
 */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct page *page = pages[i];

		page = compound_head(page);
		if (is_huge_zero_page(page))
			continue;

		if (is_zone_device_page(page)) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
			if (put_devmap_managed_page(page))
				continue;
#else
			if (page_is_devmap_managed(page)) {
				put_devmap_managed_page(page);
				continue;
			}
#endif
			if (put_page_testzero(page))
				put_dev_pagemap(page->pgmap);
			continue;
		}

		if (!put_page_testzero(page))
			continue;

		__put_page(page);
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/* source: v5.6..v5.10 (v5.10 looks for the head first) */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct page *page = pages[i];

		if (is_huge_zero_page(page))
			continue;

		if (is_zone_device_page(page)) {
			if (page_is_devmap_managed(page)) {
				put_devmap_managed_page(page);
				continue;
			}
		}

		page = compound_head(page);
		if (!put_page_testzero(page))
			continue;

		__put_page(page);
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
/* source: v5.3..v5.5 */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct page *page = pages[i];

		if (is_huge_zero_page(page))
			continue;

		if (is_zone_device_page(page)) {
			if (put_devmap_managed_page(page))
				continue;
		}

		page = compound_head(page);
		if (!put_page_testzero(page))
			continue;

		__put_page(page);
	}
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 14, 0)
/*
 * Looks for PUBLIC pages only; a device page of another kind would go the way of ordinary memory.
 * source: v4.14..v5.2
 */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct page *page = pages[i];

		if (is_huge_zero_page(page))
			continue;

		if (is_device_public_page(page)) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
			put_devmap_managed_page(page);
#else
			put_zone_device_private_or_public_page(page);
#endif
			continue;
		}

		page = compound_head(page);
		if (!put_page_testzero(page))
			continue;

		free_unref_page(page);
	}
}
#else
/* source: v4.5..v4.13 */
void release_pages(struct page **pages, int nr)
{
	int i;

	for (i = 0; i < nr; i++) {
		struct page *page = compound_head(pages[i]);

		if (!put_page_testzero(page))
			continue;

		free_unref_page(page);
	}
}
#endif
