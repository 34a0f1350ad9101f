/*
 * FUSE on a DAX window: giving up the mappings of a range before its backing changes.
 * source: fs/fuse/dax.c v5.10..v7.3
 */

/* Sleep without the lock that keeps faults out. source: v5.10..v7.3 */
static void fuse_wait_dax_page(struct inode *inode)
{
	filemap_invalidate_unlock(inode->i_mapping);
	schedule();
	filemap_invalidate_lock(inode->i_mapping);
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 205)
/* Wait for one busy page of a range. source: v5.10..v6.14 */
static int __fuse_dax_break_layouts(struct inode *inode, bool *retry,
				    loff_t start, loff_t end)
{
	struct page *page;

	page = dax_layout_busy_page_range(inode->i_mapping, start, end);
	if (!page)
		return 0;

	*retry = true;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 204)
	return dax_wait_page_idle(page, fuse_wait_dax_page, inode);
#else
	return ___wait_var_event(&page->_refcount,
			atomic_read(&page->_refcount) == 1, TASK_INTERRUPTIBLE,
			0, 0, fuse_wait_dax_page(inode));
#endif
}

int fuse_dax_break_layouts(struct inode *inode, u64 dmap_start,
				  u64 dmap_end)
{
	bool retry;
	int	ret;

	do {
		retry = false;
		ret = __fuse_dax_break_layouts(inode, &retry, dmap_start,
					       dmap_end);
	} while (ret == 0 && retry);

	return ret;
}
#else
/* source: v6.15..v7.3, commit d5b3afea22a5 */
int fuse_dax_break_layouts(struct inode *inode, u64 dmap_start,
				  u64 dmap_end)
{
	return dax_break_layout(inode, dmap_start, dmap_end,
				fuse_wait_dax_page);
}
#endif
