/* Truncation on FUSE. source: fs/fuse/dir.c v5.10..v7.3; the whole file from v6.15 on, commit 7851bf649d42 */
int fuse_do_setattr(struct dentry *dentry, struct inode *inode, loff_t size)
{
	struct address_space *mapping = inode->i_mapping;
	bool is_truncate = true;
	bool fault_blocked = false;
	int err;

	if (FUSE_IS_DAX(inode) && is_truncate) {
		filemap_invalidate_lock(mapping);
		fault_blocked = true;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 201)
		err = fuse_dax_break_layouts(inode, 0, -1);
#else
		err = fuse_dax_break_layouts(inode, 0, 0);
#endif
		if (err) {
			filemap_invalidate_unlock(mapping);
			return err;
		}
	}

	fs_free_blocks(inode, size);
	truncate_pagecache(inode, size);
	if (fault_blocked)
		filemap_invalidate_unlock(mapping);
	return 0;
}
