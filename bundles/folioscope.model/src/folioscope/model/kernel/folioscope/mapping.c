/*
 * A process gets device pages mapped, each type the way its driver maps it.
 */

/* An anonymous area of one or two pages. */
void mmap_anonymous(struct vm_area_struct *area, struct mm_struct *process, int size)
{
	area->vm_start = 0;
	area->vm_end = size;
	area->vm_mm = process;
	area->vm_flags = VM_READ | VM_WRITE | VM_MAYWRITE;
	area->anon_vma = area;
}

/* Device-dax: a file whose pages are the device's. */
void mmap_device(struct vm_area_struct *area, struct mm_struct *process, int size)
{
	inode.i_mapping = &inode.i_data;
	inode.i_data.host = &inode;
	inode.i_flags = S_DAX;
	file.f_inode = &inode;
	file.f_mapping = &inode.i_data;
	mmap_file(area, process, size, VM_READ | VM_WRITE | VM_SHARED);
}

/* Pages of a PCI device's pool, from the first address on; what mmap() says, which is an error where a pool has no mmap(). */
int mmap_pool(int size)
{
	vma.vm_end = size;
	vma.vm_mm = &mm;
	vma.vm_flags = VM_READ | VM_WRITE | VM_SHARED | VM_MAYSHARE;
	vma.vm_page_prot = _PAGE_RW;
	vma.vm_file = &file;
	file.f_mapping = &inode.i_data;
	inode.i_data.host = &inode;
	inode.i_data.i_mmap = 1;
	if (p2pmem_alloc_attr.mmap)
		return p2pmem_alloc_attr.mmap(&file, NULL, NULL, &vma);
	return -ENODEV;
}

/*
 * Maps pages[0], or what the driver hands out, at address 0 of the first process; the pgmap of the run's type is up. Says
 * whether something is mapped now.
 */
int map_device_page(void)
{
	switch (PGMAP_TYPE) {
	case MEMORY_DEVICE_FS_DAX:
		setup_inode(0, 1);
		mmap_file(&vma, &mm, 1, VM_READ | VM_WRITE | VM_SHARED);
		fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
		break;
	case MEMORY_DEVICE_GENERIC:
		mmap_device(&vma, &mm, 1);
		fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
		break;
	case MEMORY_DEVICE_PCI_P2PDMA:
		mmap_pool(1);
		break;
	default:
		mmap_anonymous(&vma, &mm, 1);
		dmirror_migrate_to_device(&vma, 0, 1);
		break;
	}
	return !pte_none(mm.pte[0]);
}

/* The process gives its mapping up. */
void unmap_device_page(void)
{
	unmap_region(&vma);
}

/* A process writes to an anonymous area: it gets a page of RAM there, whose one reference is the mapping's. */
struct page *map_ram_page(struct vm_area_struct *area, int addr)
{
	struct page *page = alloc_page(GFP_HIGHUSER_MOVABLE);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	folio_add_new_anon_rmap(page_folio(page), area, addr, RMAP_EXCLUSIVE);
#else
	page_add_new_anon_rmap(page, area, addr);
#endif
	area->vm_mm->pte[addr] = mk_pte(page, _PAGE_RW);
	return page;
}
