/* scenario: S51 a file is touched behind its end, by a fault that is too large, and where a filesystem fails to give a block
 * asks: is each of them turned away, and is no lock left behind?
 * types: FS_DAX
 * kernels: 4.18..
 * params: FS = FS_EXT4; BROKEN = 0, 1
 * threads: process
 */

/* Whether the filesystem lets a write fault through to a hole, without a block for it: that is noted. */
int BROKEN;

void setup(void)
{
	setup_file(0, 1);
	mmap_file(&vma, &mm, 2, VM_READ | VM_WRITE | VM_SHARED);
}

void process(void)
{
	__check(fault_file(&vma, 0, FAULT_FLAG_WRITE, PMD_ORDER) == VM_FAULT_FALLBACK, "", "no huge page is mapped of a device that is smaller");
	__check(fault_file(&vma, 0, FAULT_FLAG_WRITE, 3) == VM_FAULT_FALLBACK, "", "no fault is larger than a PMD");
	__check(fault_file(&vma, 1, FAULT_FLAG_WRITE, 0) == VM_FAULT_SIGBUS, "", "nothing is mapped behind the end of a file");
	if (BROKEN) {
		inode.i_size = 2;
		fault_file(&vma, 1, FAULT_FLAG_WRITE, 0);
	}
	fault_file(&vma, 0, FAULT_FLAG_WRITE, 0);
	__check(pte_none(mm.pte[1]) && !mm.pmd, "", "nothing is mapped but what was there");
	truncate_file();
}
