/*
 * A percpu_ref is a plain counter here: it starts at 1 (the initial reference), percpu_ref_kill() marks it dead and
 * drops that one, and whoever brings it to 0 runs release. After percpu_ref_exit() nobody may touch it.
 * source: include/linux/percpu-refcount.h, lib/percpu-refcount.c v4.5..v7.3
 */
struct percpu_ref {
	int percpu_count_ptr;
	int count;
	int dead;
	int exited;
	void (*release)(struct percpu_ref *ref);
};

int percpu_ref_init(struct percpu_ref *ref, void (*release)(struct percpu_ref *ref), int flags, gfp_t gfp)
{
	ref->count = 1;
	ref->dead = 0;
	ref->exited = 0;
	ref->release = release;
	return 0;
}

/* From v5.17 on only a pgmap has a percpu_ref that pages use; an address that is none was read from reused memory. */
static bool __percpu_ref_is_one(struct percpu_ref *ref)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	return ref == &pgmap.ref || ref == &other_pgmap.ref;
#else
	return true;
#endif
}

/* Nobody touches a reference count that is torn down. */
static void __percpu_ref_alive(struct percpu_ref *ref)
{
	if (misuse)
		__check(!ref->exited, "", "a pgmap is used that is torn down");
	else
		__check(!ref->exited, "pgmap-uaf", "a pgmap is used that is torn down");
}

void percpu_ref_get_many(struct percpu_ref *ref, int nr)
{
	__check(__percpu_ref_is_one(ref), "use-after-free-callback", "a reference is taken on something that is no pgmap");
	__percpu_ref_alive(ref);
	__add_return(&ref->count, nr);
}

void percpu_ref_get(struct percpu_ref *ref)
{
	percpu_ref_get_many(ref, 1);
}

/* Fails when the count is 0. */
bool percpu_ref_tryget_many(struct percpu_ref *ref, int nr)
{
	bool got = false;

	__atomic_begin();
	__percpu_ref_alive(ref);
	if (ref->count > 0) {
		ref->count += nr;
		got = true;
	}
	__atomic_end();
	return got;
}

bool percpu_ref_tryget(struct percpu_ref *ref)
{
	return percpu_ref_tryget_many(ref, 1);
}

/* Fails once the reference is killed. */
bool percpu_ref_tryget_live(struct percpu_ref *ref)
{
	bool got = false;

	__atomic_begin();
	__percpu_ref_alive(ref);
	if (!ref->dead && ref->count > 0) {
		ref->count++;
		got = true;
	}
	if (record_puts && got)
		pgmap_gets++;
	__atomic_end();
	return got;
}

bool percpu_ref_tryget_live_rcu(struct percpu_ref *ref)
{
	return percpu_ref_tryget_live(ref);
}

/* Whoever drops the last one tells the owner. */
void percpu_ref_put_many(struct percpu_ref *ref, int nr)
{
	int left;

	__check(__percpu_ref_is_one(ref), "use-after-free-callback", "a reference is dropped on something that is no pgmap");
	__percpu_ref_alive(ref);
	left = __add_return(&ref->count, -nr);
	if (misuse)
		__check(left >= 0, "", "a pgmap reference is dropped that nobody holds");
	else
		__check(left >= 0, "underflow", "a pgmap reference is dropped that nobody holds");
	if (left == 0)
		ref->release(ref);
}

void percpu_ref_put(struct percpu_ref *ref)
{
	percpu_ref_put_many(ref, 1);
}

/* No new live references from here on; drops the initial one. */
void percpu_ref_kill(struct percpu_ref *ref)
{
	ref->dead = 1;
	percpu_ref_put(ref);
}

void percpu_ref_exit(struct percpu_ref *ref)
{
	ref->exited = 1;
}

bool percpu_ref_is_dying(struct percpu_ref *ref)
{
	return ref->dead;
}

bool percpu_ref_is_zero(struct percpu_ref *ref)
{
	return ref->count == 0;
}
