/* scenario: S59 the test of persistent memory takes its pgmap away while somebody uses it
 * asks: does the removal wait for the last user, and is a pgmap refused whose reference nobody could wait for?
 * types: FS_DAX
 * kernels: 5.3..5.19
 * params: REF = REF_PGMAP, REF_DRIVER, REF_MISTAKE
 * threads: user, removal
 */
enum { REF_PGMAP = 0, REF_DRIVER = 1, REF_MISTAKE = 2 };

/* Whose reference it is: the pgmap's own, or the driver's (until v5.16), who then has to say how it is waited for. */
int REF;
int refused;
int in_use;

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
static void driver_kill(struct dev_pagemap *map)
{
	percpu_ref_kill(map->ref);
}

static void driver_cleanup(struct dev_pagemap *map)
{
	wait_for_completion(&map->done);
	percpu_ref_exit(map->ref);
}

static const struct dev_pagemap_ops driver_ops = {
	.kill		= driver_kill,
	.cleanup	= driver_cleanup,
};

/* Half of what is needed: a reference without the driver's ways to wait for it, or the ways without a reference. */
static void refuse(void)
{
	other_pgmap.ref = &other_pgmap.internal_ref;
	__check(IS_ERR(__wrap_devm_memremap_pages(NULL, &other_pgmap)), "",
		"a reference that cannot be waited for is refused");
	other_pgmap.ref = NULL;
	other_pgmap.ops = &driver_ops;
	__check(IS_ERR(__wrap_devm_memremap_pages(NULL, &other_pgmap)), "", "a driver that waits for no reference is refused");
	__check(!other_pgmap.ref, "", "a pgmap that is refused gets no reference");
}
#endif

void setup(void)
{
	other_pgmap.type = PGMAP_TYPE;
	init_completion(&other_pgmap.done);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	__assume(REF == REF_PGMAP);
	refused = IS_ERR(__wrap_devm_memremap_pages(NULL, &other_pgmap));
	percpu_ref_get(&other_pgmap.ref);
#else
	if (REF == REF_MISTAKE) {
		refuse();
		return;
	}
	if (REF == REF_DRIVER) {
		percpu_ref_init(&other_pgmap.internal_ref, dev_pagemap_percpu_release, 0, GFP_KERNEL);
		other_pgmap.ref = &other_pgmap.internal_ref;
		other_pgmap.ops = &driver_ops;
	}
	refused = IS_ERR(__wrap_devm_memremap_pages(NULL, &other_pgmap));
	percpu_ref_get(other_pgmap.ref);
#endif
	in_use = 1;
	__check(!refused, "", "a pgmap that is complete comes up");
	__check(pgmap_refs(&other_pgmap) == 2, "", "a pgmap comes up with one reference");
}

void user(void)
{
	if (REF == REF_MISTAKE)
		return;
	in_use = 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	percpu_ref_put(&other_pgmap.ref);
#else
	percpu_ref_put(other_pgmap.ref);
#endif
}

void removal(void)
{
	if (REF == REF_MISTAKE)
		return;
	nfit_test_kill(&other_pgmap);
	__check(!in_use, "pgmap-uaf", "the removal of a pgmap waits for those who use it");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	__check(other_pgmap.ref.exited, "leak", "the reference of a pgmap goes with it");
#else
	__check(other_pgmap.internal_ref.exited, "leak", "the reference of a pgmap goes with it");
#endif
}
