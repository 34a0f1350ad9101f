/* scenario: S08c a file is truncated while memory failure holds the entry of a pinned page
 * asks: does the search for busy pages see an entry that somebody has locked?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE
 * threads: failure, truncate
 */
int told;

void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	hold_page(0);
	count_exclusive_waits = 1;
	told = pages[0].mapping != NULL;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
/* Where a page does not tell whose it is, the entry is locked by its place in the file. */
static void hold_entry(void)
{
	XA_STATE(xas, &inode.i_data.i_pages, 0);
	void *entry;

	xas_lock_irq(&xas);
	entry = xas_load(&xas);
	if (!entry || dax_is_locked(entry)) {
		xas_unlock_irq(&xas);
		return;
	}
	dax_lock_entry(&xas, entry);
	xas_unlock_irq(&xas);
	dax_unlock_entry(&xas, entry);
}
#endif

void failure(void)
{
	int cookie;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	cookie = told ? dax_lock_folio(page_folio(&pages[0])) : 0;
	if (!told)
		hold_entry();
	if (cookie)
		dax_unlock_folio(page_folio(&pages[0]), cookie);
#else
	cookie = dax_lock_page(&pages[0]);
	if (cookie)
		dax_unlock_page(&pages[0], cookie);
#endif
	release_page(0);
}

void truncate(void)
{
	truncate_file();
}
