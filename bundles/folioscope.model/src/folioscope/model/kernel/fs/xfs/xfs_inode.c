/*
 * XFS on DAX: waiting for pages before their blocks are freed (in xfs_file.c until v6.12).
 * source: fs/xfs/xfs_file.c, fs/xfs/xfs_inode.c v4.18..v7.3, commit d6dc57e251a4
 */

/* Sleep without the lock that keeps faults out. source: v4.18..v7.3 */
static void
xfs_wait_dax_page(
	struct inode		*inode)
{
	struct xfs_inode        *ip = XFS_I(inode);

	xfs_iunlock(ip, XFS_MMAPLOCK_EXCL);
	schedule();
	xfs_ilock(ip, XFS_MMAPLOCK_EXCL);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 205)
/* source: v6.15..v7.3, commit d5b3afea22a5 */
int
xfs_break_dax_layouts(
	struct inode		*inode)
{
	return dax_break_layout_inode(inode, xfs_wait_dax_page);
}

int
xfs_break_layouts(
	struct inode		*inode,
	uint			*iolock,
	enum layout_break_reason reason)
{
	return xfs_break_dax_layouts(inode);
}
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
/* Wait for one busy page of the file. source: v4.18..v6.14 */
int
xfs_break_dax_layouts(
	struct inode		*inode,
	bool			*retry)
{
	struct page		*page;

	page = dax_layout_busy_page(inode->i_mapping);
	if (!page)
		return 0;

	*retry = true;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 204)
	return dax_wait_page_idle(page, xfs_wait_dax_page, inode);
#else
	return ___wait_var_event(&page->_refcount,
			atomic_read(&page->_refcount) == 1, TASK_INTERRUPTIBLE,
			0, 0, xfs_wait_dax_page(inode));
#endif
}

int
xfs_break_layouts(
	struct inode		*inode,
	uint			*iolock,
	enum layout_break_reason reason)
{
	bool retry;
	int			error;

	do {
		retry = false;
		switch (reason) {
		case BREAK_UNMAP:
			error = xfs_break_dax_layouts(inode, &retry);
			if (error || retry)
				break;
			/* fall through */
		case BREAK_WRITE:
			error = 0;
			break;
		default:
			error = -EINVAL;
		}
	} while (error == 0 && retry);

	return error;
}
#endif

enum layout_break_reason { BREAK_WRITE, BREAK_UNMAP };

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
/*
 * Lock two inodes against faults; the second one must be idle already, else start anew.
 * source: v6.0..v6.14 (count of 1), v6.15 commit bde708f1a65d
 */
int
xfs_mmaplock_two_inodes_and_break_dax_layout(
	struct xfs_inode	*ip1,
	struct xfs_inode	*ip2)
{
	int			error;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 206)
	bool retry;
	struct page		*page;
#endif

again:
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 14, 206)
	retry = false;
	xfs_ilock(ip1, XFS_MMAPLOCK_EXCL);
	error = xfs_break_dax_layouts(VFS_I(ip1), &retry);
	if (error || retry) {
		xfs_iunlock(ip1, XFS_MMAPLOCK_EXCL);
		if (error == 0 && retry)
			goto again;
		return error;
	}

	if (ip1 == ip2)
		return 0;

	xfs_ilock(ip2, XFS_MMAPLOCK_EXCL);
	page = dax_layout_busy_page(VFS_I(ip2)->i_mapping);
	if (page && page_ref_count(page) != 1) {
		xfs_iunlock(ip2, XFS_MMAPLOCK_EXCL);
		xfs_iunlock(ip1, XFS_MMAPLOCK_EXCL);
		goto again;
	}
#else
	xfs_ilock(ip1, XFS_MMAPLOCK_EXCL);
	error = xfs_break_dax_layouts(VFS_I(ip1));
	if (error) {
		xfs_iunlock(ip1, XFS_MMAPLOCK_EXCL);
		return error;
	}

	if (ip1 == ip2)
		return 0;

	xfs_ilock(ip2, XFS_MMAPLOCK_EXCL);
	error = dax_break_layout(VFS_I(ip2), 0, -1, NULL);
	if (error) {
		xfs_iunlock(ip2, XFS_MMAPLOCK_EXCL);
		xfs_iunlock(ip1, XFS_MMAPLOCK_EXCL);
		goto again;
	}
#endif

	return 0;
}
#endif
