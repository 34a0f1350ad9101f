/* An XFS inode goes away. source: fs/xfs/xfs_super.c v6.15..v7.3, commit 0e2f80afcfa6; before, the common eviction */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 207)
static void
xfs_fs_evict_inode(
	struct inode		*inode)
{
	if (IS_DAX(inode))
		dax_break_layout_final(inode);

	truncate_inode_pages_final(&inode->i_data);
	clear_inode(inode);
}
#endif

/* source: v4.18..v7.3 */
static const struct super_operations xfs_super_operations = {
	.drop_inode		= NULL,
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 207)
	.evict_inode		= xfs_fs_evict_inode,
#endif
};

/* Truncation. source: fs/xfs/xfs_iops.c, fs/xfs/xfs_file.c v4.18..v7.3 */
int xfs_vn_setattr(struct dentry *dentry, struct inode *inode, loff_t size)
{
	int error = 0;

	xfs_ilock(XFS_I(inode), XFS_MMAPLOCK_EXCL);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	error = xfs_break_layouts(inode, NULL, BREAK_UNMAP);
	if (error) {
		xfs_iunlock(XFS_I(inode), XFS_MMAPLOCK_EXCL);
		return error;
	}
#endif

	truncate_pagecache(inode, size);
	fs_free_blocks(inode, size);
	xfs_iunlock(XFS_I(inode), XFS_MMAPLOCK_EXCL);
	return error;
}
