/*
 * DAX: what a filesystem asks of it.
 * source: include/linux/dax.h v4.18..v7.3
 */
enum { DAX_ACCESS = 0 };

bool dax_mapping(struct address_space *mapping)
{
	return mapping->host && (mapping->host->i_flags & S_DAX);
}

#if LINUX_VERSION_CODE == KERNEL_VERSION(6, 14, 204)
/* Wait for one page; the caller drops its locks in cb(). source: on the way to v6.15 */
static inline int dax_wait_page_idle(struct page *page,
				void (cb)(struct inode *),
				struct inode *inode)
{
	return ___wait_var_event(page, page_ref_count(page) == 1,
				TASK_INTERRUPTIBLE, 0, 0, cb(inode));
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 205)
/* Whether nobody uses a page of a file any more, so that its block may be given away. source: v6.15, 0e2f80afcfa6 and 38607c62b34b */
static inline bool dax_page_is_idle(struct page *page)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
	return page && page_ref_count(page) == 0;
#else
	return page && page_ref_count(page) == 1;
#endif
}

/* Wait for all pages of a file. source: v6.15, d5b3afea22a5 */
static inline int __must_check dax_break_layout_inode(struct inode *inode,
						void (cb)(struct inode *))
{
	return dax_break_layout(inode, 0, LLONG_MAX, cb);
}
#endif
