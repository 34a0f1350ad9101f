/*
 * The one file, the filesystem it is on, and its blocks.
 */
enum { FS_EXT4 = 1, FS_XFS = 2, FS_FUSE = 3, FS_EROFS = 4 };

/* Parameter of a run: whose file it is. */
int FS;

/* dma_active[pfn]: a device transfers to that page right now. block_free[pfn]: the block may be given to another file. */
int dma_active[4];
int block_free[4];

/* Whether the search for busy pages had to wait for the lock of an entry. */
int waited_while_scanning;

struct super_operations {
	int (*drop_inode)(struct inode *inode);
	void (*evict_inode)(struct inode *inode);
};

static const struct super_operations ext4_sops = {
	.evict_inode	= ext4_evict_inode,
};

static const struct super_operations fuse_super_operations = {
	.evict_inode	= fuse_evict_inode,
};

struct xfs_inode {
	int i_ino;
};

enum { XFS_MMAPLOCK_EXCL = 4 };

struct xfs_inode *XFS_I(struct inode *inode)
{
	return (struct xfs_inode *)inode;
}

struct inode *VFS_I(struct xfs_inode *ip)
{
	return (struct inode *)ip;
}

void xfs_ilock(struct xfs_inode *ip, int lock_flags)
{
	__lock(&VFS_I(ip)->i_mapping->invalidate_lock);
}

void xfs_iunlock(struct xfs_inode *ip, int lock_flags)
{
	__unlock(&VFS_I(ip)->i_mapping->invalidate_lock);
}

/* i_mmap_sem of the filesystem before v5.15. */
void filemap_invalidate_lock(struct address_space *mapping)
{
	__lock(&mapping->invalidate_lock);
}

void filemap_invalidate_unlock(struct address_space *mapping)
{
	__unlock(&mapping->invalidate_lock);
}

bool IS_DAX(struct inode *inode)
{
	return inode->i_flags & S_DAX;
}

bool FUSE_IS_DAX(struct inode *inode)
{
	return inode->i_flags & S_DAX;
}

int mapping_mapped(struct address_space *mapping)
{
	return mapping->i_mmap != 0;
}

/* Somebody has a page for a transfer, no matter how he came by it. */
void hold_page(int pfn)
{
	page_ref_inc(&pages[pfn]);
	dma_active[pfn] = 1;
}

/* His transfer has ended. */
void release_page(int pfn)
{
	dma_active[pfn] = 0;
	put_page(&pages[pfn]);
}

/* The file ends here, and the blocks of its tail go back to the filesystem: nobody may be transferring to them. */
void fs_free_blocks(struct inode *inode, loff_t size)
{
	int index;
	int block;

	inode->i_size = size;
	for (index = size; index < 3; index++) {
		block = inode->i_block[index];
		if (block) {
			inode->i_block[index] = 0;
			__label("block_freed");
			if (waited_while_scanning)
				__check(!dma_active[block - 1], "early-idle",
					"the search for busy pages has waited for an entry and then does not look at it");
			else
				__check(!dma_active[block - 1], "early-idle",
					"a block is freed while a device still transfers to its page");
			block_free[block - 1] = 1;
		}
	}
}

/* A file on a filesystem whose device is up: block i of the file is page i + first. */
void setup_inode(int first, int size)
{
	int index;

	inode.i_mapping = &inode.i_data;
	inode.i_data.host = &inode;
	inode.i_sb = &super;
	inode.i_flags = S_DAX;
	inode.i_size = size;
	for (index = 0; index < size; index++)
		inode.i_block[index] = first + index + 1;
	file.f_inode = &inode;
	file.f_mapping = &inode.i_data;
	if (FS == FS_FUSE)
		super.s_op = &fuse_super_operations;
	else if (FS == FS_XFS)
		super.s_op = &xfs_super_operations;
	else if (FS == FS_EROFS)
		super.s_op = &erofs_sops;
	else
		super.s_op = &ext4_sops;
}

/* The same, and the device comes up: a file of a DAX filesystem. */
void setup_file(int first, int size)
{
	pgmap.range.start = 0;
	pgmap.range.end = first + size - 1;
	pgmap.nr_range = 1;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	/* FUSE has no DAX yet. */
	__assume(FS != FS_FUSE);
#endif
	if (FS == FS_FUSE)
		virtio_fs_setup_dax(NULL);
	else
		pmem_attach_disk(NULL);
	setup_inode(first, size);
}

/* Map the file's first pages into a process. fuse maps them as VM_MIXEDMAP in every release, the others before v4.19. */
void mmap_file(struct vm_area_struct *area, struct mm_struct *process, int size, int flags)
{
	area->vm_start = 0;
	area->vm_end = size;
	area->vm_pgoff = 0;
	area->vm_mm = process;
	area->vm_file = &file;
	area->vm_flags = flags;
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	area->vm_flags |= VM_MIXEDMAP;
#else
	if (FS == FS_FUSE)
		area->vm_flags |= VM_MIXEDMAP;
#endif
	inode.i_data.i_mmap += 1;
}

/*
 * What the filesystem's fault handler does with the lock held that keeps truncation out. A write by a synchronous mapping
 * is mapped only when the file's metadata is on the device.
 */
vm_fault_t __fault_file(struct vm_area_struct *area, int addr, int flags, int order)
{
	struct vm_fault vmf;
	struct dax_fault_state sync;
	vm_fault_t ret;

	vmf.vma = area;
	vmf.address = addr;
	vmf.pgoff = linear_page_index(area, addr);
	vmf.flags = flags;
	vmf.pmd = &area->vm_mm->pmd;
	vmf.pud = &area->vm_mm->pud;
	vmf.cow_page = NULL;
	if (PGMAP_TYPE == MEMORY_DEVICE_GENERIC)
		return dev_dax_huge_fault(&vmf, order);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
	if (FS == FS_EROFS)
		return erofs_dax_fault(&vmf);
#endif
	ret = dax_iomap_fault(&vmf, order, &sync.pfn, NULL, NULL);
	if (ret & VM_FAULT_NEEDDSYNC)
		ret = dax_finish_sync_fault(&vmf, order, sync.pfn);
	return ret;
}

/* The filesystem's fault handler: no fault while the file is being truncated. Erofs truncates nothing. */
vm_fault_t fault_file(struct vm_area_struct *area, int addr, int flags, int order)
{
	vm_fault_t ret;

	if (PGMAP_TYPE == MEMORY_DEVICE_GENERIC || FS == FS_EROFS)
		return __fault_file(area, addr, flags, order);
	filemap_invalidate_lock(inode.i_mapping);
	ret = __fault_file(area, addr, flags, order);
	filemap_invalidate_unlock(inode.i_mapping);
	return ret;
}

/* Truncate the file to nothing, as its filesystem does it. */
int truncate_file(void)
{
	if (FS == FS_FUSE)
		return fuse_do_setattr(NULL, &inode, 0);
	if (FS == FS_XFS)
		return xfs_vn_setattr(NULL, &inode, 0);
	return ext4_setattr(NULL, &inode, 0);
}

/* Where the blocks are, and how many of them in a row, as the device tells it. source: drivers/dax/super.c dax_direct_access v4.18..v7.3 */
long dax_direct_access(unsigned long offset, long nr_pages, int mode, void **kaddr, unsigned long *pfn)
{
	if (nr_pages > pgmap.range.end + 1 - offset)
		nr_pages = pgmap.range.end + 1 - offset;
	if (FS == FS_FUSE)
		return virtio_fs_direct_access(offset, nr_pages, pfn);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0)
	return pmem_dax_direct_access(offset, nr_pages, pfn);
#else
	return __pmem_direct_access(offset, nr_pages, pfn);
#endif
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 20, 0)
/* Memory failure of a page: where its device does not know better, the entry of its file stands still while the processes that map it are found. */
void memory_failure_looks(struct page *page)
{
	int cookie;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	if (pgmap.ops && pgmap.ops->memory_failure) {
		cookie = pgmap.ops->memory_failure(&pgmap, page_to_pfn(page), 1, 0);
		if (cookie != -EOPNOTSUPP)
			return;
	}
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	cookie = dax_lock_folio(page_folio(page));
	if (cookie)
		dax_unlock_folio(page_folio(page), cookie);
#else
	cookie = dax_lock_page(page);
	if (cookie)
		dax_unlock_page(page, cookie);
#endif
}
#endif

/*
 * write(2) gets new blocks for a range: the entries that faults have left there go, then the mappings. Where the blocks are
 * copies of shared ones, the entries' marks go before.
 * source: fs/dax.c dax_iomap_iter v4.15..v7.3, v6.2 f76b3a32879d; mm/truncate.c invalidate_inode_pages2_range
 */
void write_file(int start, int end)
{
	int index;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	__dax_clear_dirty_range(inode.i_mapping, start, end);
#endif
	for (index = start; index <= end; index++) {
		if (inode.i_data.i_pages.entry[index])
			dax_invalidate_mapping_entry_sync(inode.i_mapping, index);
	}
	unmap_mapping_pages(inode.i_mapping, start, end - start + 1, false);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 20, 0)
/*
 * fsync(2): each entry of a range is written back. The entries of the model have no marks: all of them count as dirty.
 * source: fs/dax.c dax_writeback_mapping_range v4.20..v7.3
 */
int sync_file(int start, int end)
{
	struct xa_state xas;
	void *entry;
	int ret = 0;

	xas_init(&xas, &inode.i_data.i_pages, start);
	xas_lock_irq(&xas);
	for (entry = xas_find(&xas, end); entry && ret >= 0; entry = xas_next_entry(&xas, end))
		ret = dax_writeback_one(&xas, NULL, inode.i_mapping, entry);
	xas_unlock_irq(&xas);
	return ret;
}
#endif
