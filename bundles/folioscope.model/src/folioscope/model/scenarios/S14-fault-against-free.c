/* scenario: S14 the CPU touches a page of the device while its last mapping goes
 * asks: is the driver asked to bring back only pages that are in use?
 * types: PRIVATE
 * kernels: 4.14..
 * threads: toucher, zapper
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
	check_faults = 1;
}

void toucher(void)
{
	handle_pte_fault(&vma, 0);
}

void zapper(void)
{
	zap_page_range_single(&vma, 0, 1);
}
