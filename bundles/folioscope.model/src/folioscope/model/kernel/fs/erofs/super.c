/*
 * An EROFS inode goes away. It waits, and removes its entries, from v6.17 on; in v6.15 and v6.16 the common eviction warns of
 * the entries that are left.
 * source: fs/erofs/super.c v6.17..v7.3, commit 181993bb0d62; before, the common eviction
 */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static void erofs_evict_inode(struct inode *inode)
{
	if (IS_DAX(inode))
		dax_break_layout_final(inode);

	truncate_inode_pages_final(&inode->i_data);
	clear_inode(inode);
}
#endif

/* source: v5.15..v7.3 */
static const struct super_operations erofs_sops = {
	.drop_inode = NULL,
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	.evict_inode = erofs_evict_inode,
#endif
};
