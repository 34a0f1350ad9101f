/* scenario: S14d the second page of an area moves to the device and back
 * asks: is it that page that moves, as writable as it was, and is its neighbour left alone?
 * types: PRIVATE, COHERENT
 * kernels: 5.8..
 * threads: process
 */
void setup(void)
{
	pgmap.range.start = 1;
	pgmap.range.end = 2;
	pgmap.nr_range = 1;
	pgmap_up();
	mmap_anonymous(&vma, &mm, 2);
	map_ram_page(&vma, 1);
	good_path = 1;
}

void process(void)
{
	dmirror_migrate_to_device(&vma, 1, 2);
	__check(page_out[1] + page_out[2] == 1, "migrate-fail", "one page moves to the device");
	if (PGMAP_TYPE == MEMORY_DEVICE_COHERENT)
		dmirror_migrate_to_system(&vma, 1, 2);
	else
		handle_pte_fault(&vma, 1);
	__check(pte_none(mm.pte[0]), "", "nothing comes to be where nothing was");
	__check(pte_present(mm.pte[1]) && pte_write(mm.pte[1]), "migrate-fail", "the page comes back as writable as it was");
	__check(page_out[1] + page_out[2] == 0 && callbacks == 1, "leak", "the driver gets back the page that has been left");
}
