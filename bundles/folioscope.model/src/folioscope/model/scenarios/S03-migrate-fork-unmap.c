/* scenario: S03 a range moves to the device, the process forks, both unmap it
 * asks: is the page handed back once, by the last of the two?
 * types: PRIVATE, PUBLIC
 * kernels: 4.14..
 * threads: parent, child
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
	dup_mmap(&child_vma, &vma, &child_mm);
	good_path = 1;
}

void parent(void)
{
	unmap_region(&vma);
	spin_lock(&child_mm.page_table_lock);
	if (!pte_none(child_mm.pte[0]))
		__check(callbacks == 0, "premature-free", "a page that the child maps is not handed back");
	spin_unlock(&child_mm.page_table_lock);
}

void child(void)
{
	unmap_region(&child_vma);
}

void end(void)
{
	__check(callbacks > 0, "leak", "the driver gets the page back when nobody maps it any more");
	__check(callbacks < 2, "premature-free", "the driver gets the page back once");
}
