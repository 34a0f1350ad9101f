/*
 * Other ways on which a file on FUSE loses blocks: opened to be truncated, and a hole at its end.
 * source: fs/fuse/file.c v5.10..v7.3; the whole file from v6.15 on, commit 7851bf649d42
 */
static int fuse_open(struct inode *inode, struct file *file)
{
	int err = 0;
	bool is_truncate = true;
	bool dax_truncate = is_truncate && FUSE_IS_DAX(inode);

	if (dax_truncate) {
		filemap_invalidate_lock(inode->i_mapping);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 201)
		err = fuse_dax_break_layouts(inode, 0, -1);
#else
		err = fuse_dax_break_layouts(inode, 0, 0);
#endif
		if (err)
			goto out_unlock;
	}

	if (is_truncate) {
		fs_free_blocks(inode, 0);
		truncate_pagecache(inode, 0);
	}
out_unlock:
	if (dax_truncate)
		filemap_invalidate_unlock(inode->i_mapping);

	return err;
}

static long fuse_file_fallocate(struct inode *inode, int mode, loff_t offset,
				loff_t length)
{
	int err = 0;
	bool block_faults = FUSE_IS_DAX(inode);

	if (block_faults) {
		filemap_invalidate_lock(inode->i_mapping);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 201)
		err = fuse_dax_break_layouts(inode, 0, -1);
#else
		err = fuse_dax_break_layouts(inode, 0, 0);
#endif
		if (err)
			goto out;
	}

	fs_free_blocks(inode, offset);
	truncate_pagecache(inode, offset);
out:
	if (block_faults)
		filemap_invalidate_unlock(inode->i_mapping);

	return err;
}
