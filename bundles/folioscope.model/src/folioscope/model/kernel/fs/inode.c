/*
 * An inode goes away, and its filesystem with it.
 * source: fs/inode.c, fs/super.c v4.5..v7.3
 */
void clear_inode(struct inode *inode)
{
	inode->i_state = 1;
}

/* The filesystem's own eviction, or the common one. source: fs/inode.c v4.5..v7.3 */
static void evict(struct inode *inode)
{
	const struct super_operations *op = inode->i_sb->s_op;

	if (op->evict_inode) {
		op->evict_inode(inode);
	} else {
		truncate_inode_pages_final(&inode->i_data);
		clear_inode(inode);
	}
}

/* Unmount: no inode survives. source: fs/super.c v4.5..v7.3 */
void generic_shutdown_super(struct super_block *sb)
{
	evict(&inode);
}
