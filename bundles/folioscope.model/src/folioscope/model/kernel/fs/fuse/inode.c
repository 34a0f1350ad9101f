/* A FUSE inode goes away. source: fs/fuse/inode.c v5.10..v7.3; waits from v6.15 on, commit 0e2f80afcfa6 and its series */
void fuse_evict_inode(struct inode *inode)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	if (FUSE_IS_DAX(inode))
		dax_break_layout_final(inode);
#endif

	truncate_inode_pages_final(&inode->i_data);
	clear_inode(inode);
}
