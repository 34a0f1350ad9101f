/* scenario: S15 two threads of a process touch the same page of the device
 * asks: does one of them bring it back, and the other one wait for that?
 * types: PRIVATE
 * kernels: 4.14..
 * threads: first, second
 */
void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	mmap_anonymous(&vma, &mm, 1);
	dmirror_migrate_to_device(&vma, 0, 1);
}

/* Touch the page until it is there; a fault that finds it under migration waits, and is not counted. */
static void touch(void)
{
	int tries = 0;
	pte_t pte;

	for (;;) {
		pte = mm.pte[0];
		if (pte_present(pte))
			return;
		if (is_device_private_entry(pte)) {
			__check(tries < 3, "livelock", "a fault that cannot bring the page back waits for whoever can");
			tries++;
		}
		handle_pte_fault(&vma, 0);
	}
}

void first(void)
{
	touch();
}

void second(void)
{
	touch();
}
