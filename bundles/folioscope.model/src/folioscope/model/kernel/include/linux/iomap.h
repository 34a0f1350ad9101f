/*
 * Where the blocks of a file are. inode->i_block[index] is the block's page frame number plus one, 0 for a hole.
 * source: include/linux/iomap.h v4.18..v7.3
 */
enum { IOMAP_HOLE = 0, IOMAP_MAPPED = 2, IOMAP_UNWRITTEN = 3 };
enum { IOMAP_F_SHARED = 4 };
enum { IOMAP_WRITE = 1, IOMAP_FAULT = 8, IOMAP_DAX = 256 };

/* Set on an inode whose blocks belong to more than one file (reflink). */
enum { S_REFLINK = 2 };

struct iomap_ops {
	void *iomap_begin;
};

struct iomap {
	int addr;
	int type;
	int flags;
};

struct iomap_iter {
	struct inode *inode;
	int pos;
	int flags;
	struct iomap iomap;
};

/* What a DAX fault hands from function to function by address. */
struct dax_fault_state {
	void *entry;
	void *kaddr;
	int pfn;
};

void iomap_iter_init(struct iomap_iter *iter, struct inode *inode, loff_t pos)
{
	iter->inode = inode;
	iter->pos = pos;
	iter->flags = IOMAP_DAX | IOMAP_FAULT;
}

/* Look the block up: 1, the caller works on it once. */
int iomap_iter(struct iomap_iter *iter, struct iomap_ops *ops)
{
	int block = iter->inode->i_block[iter->pos];

	iter->iomap.addr = block - 1;
	iter->iomap.type = block ? IOMAP_MAPPED : IOMAP_HOLE;
	iter->iomap.flags = iter->inode->i_flags & S_REFLINK ? IOMAP_F_SHARED : 0;
	return 1;
}

loff_t i_size_read(struct inode *inode)
{
	return inode->i_size;
}

unsigned long PHYS_PFN(unsigned long size)
{
	return size;
}

unsigned long PFN_PHYS(unsigned long pfn)
{
	return pfn;
}
