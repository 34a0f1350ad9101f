/*
 * Dropping what a page cache holds; for DAX these are entries, which from v6.15 on should be gone before.
 * source: mm/truncate.c v4.6..v7.3
 */
#define XA_STATE(name, array, index) struct xa_state name; xas_init(&name, array, index)
#define xas_for_each(xas, entry, max) \
	for (entry = xas_find(xas, max); entry; entry = xas_next_entry(xas, max))

/* One DAX entry that truncation has found. source: v6.15, commit bde708f1a65d adds the warning */
static void truncate_folio_batch_exceptionals(struct address_space *mapping,
				pgoff_t index)
{
	if (dax_mapping(mapping)) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 206)
		WARN_ON_ONCE(1);
#endif
		dax_delete_mapping_entry(mapping, index);
	}
}

/* Remove all that lies behind an offset. source: v4.6..v7.3 */
void truncate_inode_pages(struct address_space *mapping, loff_t lstart)
{
	int index;

	for (index = lstart; index < XA_NR_SLOTS; index++) {
		if (mapping->i_pages.entry[index])
			truncate_folio_batch_exceptionals(mapping, index);
	}
}

void truncate_inode_pages_final(struct address_space *mapping)
{
	truncate_inode_pages(mapping, 0);
}

/* Unmap, then remove. source: v4.5..v7.3 */
void truncate_pagecache(struct inode *inode, loff_t newsize)
{
	struct address_space *mapping = inode->i_mapping;

	waited_while_scanning = exclusive_waits;
	unmap_mapping_range(mapping, newsize, 0, 1);
	truncate_inode_pages(mapping, newsize);
	unmap_mapping_range(mapping, newsize, 0, 1);
}
