/*
 * The DAX window of virtiofs.
 * source: fs/fuse/virtio_fs.c v5.10..v7.3
 */
struct virtio_fs {
	int window_phys_addr;
};

struct virtio_fs virtio_fs;

/* The window's pages come up; this pgmap has no callbacks. source: v5.10..v7.3 */
static int virtio_fs_setup_dax(struct device *dev)
{
	struct dev_pagemap *window_pgmap = &pgmap;

	window_pgmap->type = MEMORY_DEVICE_FS_DAX;
	devm_memremap_pages(dev, window_pgmap);
	return 0;
}

/* source: v5.10..v7.3; no flags from v6.15 on, commit 38607c62b34b */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
static long virtio_fs_direct_access(unsigned long offset, long nr_pages, unsigned long *pfn)
{
	struct virtio_fs *fs = &virtio_fs;

	if (pfn)
		*pfn = PHYS_PFN(fs->window_phys_addr + offset);
	return nr_pages;
}
#else
static long virtio_fs_direct_access(unsigned long offset, long nr_pages, pfn_t *pfn)
{
	struct virtio_fs *fs = &virtio_fs;

	if (pfn)
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 219)
		*pfn = phys_to_pfn_t(fs->window_phys_addr + offset, 0);
#else
		*pfn = phys_to_pfn_t(fs->window_phys_addr + offset,
					PFN_DEV | PFN_MAP);
#endif
	return nr_pages;
}
#endif
