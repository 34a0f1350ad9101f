/* scenario: S17 a page moves to RAM while the process forks
 * asks: do parent and child end up with a page that counts them both?
 * types: PRIVATE
 * kernels: 4.14..
 * threads: migration, fork
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
}

void migration(void)
{
	dmirror_migrate_to_system(&vma, 0, 1);
}

void fork(void)
{
	dup_mmap(&child_vma, &vma, &child_mm);
}

void end(void)
{
	__check(!is_migration_entry(mm.pte[0]) && !is_migration_entry(child_mm.pte[0]), "stale-state",
		"no entry is left waiting for a migration that is over");
	unmap_region(&vma);
	unmap_region(&child_vma);
	__check(callbacks > 0, "leak", "the driver gets the page back when nobody maps it any more");
	__check(callbacks < 2, "premature-free", "the driver gets the page back once");
}
