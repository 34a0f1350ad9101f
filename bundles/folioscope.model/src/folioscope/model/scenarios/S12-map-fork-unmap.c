/* scenario: S12 a process gets a page from the driver, forks, and both unmap it
 * asks: does munmap put what the mapping took, so that the driver gets its page back?
 * types: COHERENT, PCI_P2PDMA
 * kernels: 5.10..
 * threads: parent, child
 * when refs_of_a_mapping becomes 1: mapped-ref-taken "each mapping of a {type} page holds a reference"
 */
int mapped;
int free_count;

void setup(void)
{
	int count;

	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	free_count = page_ref_count(&pages[0]);
	mapped = map_device_page();
	if (mapped) {
		count = page_ref_count(&pages[0]);
		dup_mmap(&child_vma, &vma, &child_mm);
		if (!pte_none(child_mm.pte[0]))
			__observe("refs_of_a_mapping", page_ref_count(&pages[0]) - count);
	}
}

void parent(void)
{
	if (mapped)
		unmap_region(&vma);
}

void child(void)
{
	if (mapped)
		unmap_region(&child_vma);
}

void end(void)
{
	if (!mapped)
		return;
	__check(callbacks > 0, "leak", "the driver gets the page back when nobody maps it any more");
	__check(callbacks < 2, "premature-free", "the driver gets the page back once");
	__check(page_ref_count(&pages[0]) == free_count, "count-not-reset", "the driver gets the page back with the count it had");
}
