/* scenario: S09 truncate waits for a page that is pinned, and it is unpinned
 * asks: is the waiter woken by the last pin?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_EXT4, FS_XFS, FS_FUSE; PIN = FOLL_GET, FOLL_PIN
 * threads: gup_user, truncate
 */
int PIN;
struct page *pinned[1];
int got;

void setup(void)
{
	if (!fs_has_dax())
		return;
	setup_file(0, 1);
	mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (PIN == FOLL_PIN)
		got = pin_user_pages(0, 1, FOLL_WRITE, pinned);
	else
		got = get_user_pages(0, 1, FOLL_WRITE, pinned);
#else
	got = get_user_pages(0, 1, FOLL_WRITE, pinned);
#endif
	if (got == 1)
		dma_active[0] = 1;
}

void gup_user(void)
{
	if (got != 1)
		return;
	dma_active[0] = 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
	if (PIN == FOLL_PIN) {
		unpin_user_page(pinned[0]);
		return;
	}
#endif
	put_page(pinned[0]);
}

void truncate(void)
{
	if (fs_has_dax())
		truncate_file();
}
