/*
 * ext4 on DAX: waiting for pages before their blocks are freed.
 * source: fs/ext4/inode.c v4.19..v7.3, commit 430657b6be89
 */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
/* Sleep without the lock that keeps faults out. source: v5.15..v7.3 */
static void ext4_wait_dax_page(struct inode *inode)
{
	filemap_invalidate_unlock(inode->i_mapping);
	schedule();
	filemap_invalidate_lock(inode->i_mapping);
}
#else
/* ext4's own part of an inode: its lock against faults lies over the mapping's. */
struct ext4_inode_info {
	int i_mmap_sem;
};

struct ext4_inode_info *EXT4_I(struct inode *inode)
{
	return (struct ext4_inode_info *)&inode->i_data.invalidate_lock;
}

/* Sleep without the lock that keeps faults out. source: v4.19..v5.14 */
static void ext4_wait_dax_page(struct ext4_inode_info *ei)
{
	up_write(&ei->i_mmap_sem);
	schedule();
	down_write(&ei->i_mmap_sem);
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 205)
/* source: v6.15..v7.3, commit d5b3afea22a5 */
int ext4_break_layouts(struct inode *inode)
{
	return dax_break_layout_inode(inode, ext4_wait_dax_page);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
/* Wait until no page of the file is busy. source: v5.15..v6.14 */
int ext4_break_layouts(struct inode *inode)
{
	struct page *page;
	int error;

	do {
		page = dax_layout_busy_page(inode->i_mapping);
		if (!page)
			return 0;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 204)
		error = dax_wait_page_idle(page, ext4_wait_dax_page, inode);
#else
		error = ___wait_var_event(&page->_refcount,
				atomic_read(&page->_refcount) == 1,
				TASK_INTERRUPTIBLE, 0, 0,
				ext4_wait_dax_page(inode));
#endif
	} while (error == 0);

	return error;
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
/* Wait until no page of the file is busy. source: v4.19..v5.14 */
int ext4_break_layouts(struct inode *inode)
{
	struct ext4_inode_info *ei = EXT4_I(inode);
	struct page *page;
	int error;

	do {
		page = dax_layout_busy_page(inode->i_mapping);
		if (!page)
			return 0;

		error = ___wait_var_event(&page->_refcount,
				atomic_read(&page->_refcount) == 1,
				TASK_INTERRUPTIBLE, 0, 0,
				ext4_wait_dax_page(ei));
	} while (error == 0);

	return error;
}
#endif

/* Truncation. source: v4.19..v7.3 */
int ext4_setattr(struct dentry *dentry, struct inode *inode, loff_t size)
{
	int rc = 0;

	filemap_invalidate_lock(inode->i_mapping);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	rc = ext4_break_layouts(inode);
	if (rc) {
		filemap_invalidate_unlock(inode->i_mapping);
		return rc;
	}
#endif

	truncate_pagecache(inode, size);
	fs_free_blocks(inode, size);

	filemap_invalidate_unlock(inode->i_mapping);
	return rc;
}

/* An inode goes away; its blocks too, if it has no name any more. source: v4.18..v7.3; waits from v6.15 on, commit 0e2f80afcfa6 */
void ext4_evict_inode(struct inode *inode)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 207)
	dax_break_layout_final(inode);
#endif

	if (inode->i_nlink) {
		truncate_inode_pages_final(&inode->i_data);
		goto no_delete;
	}
	truncate_inode_pages_final(&inode->i_data);
no_delete:
	ext4_clear_inode(inode);
}

void ext4_clear_inode(struct inode *inode)
{
	clear_inode(inode);
}
