/*
 * A percpu_ref is a plain counter here: it starts at 1 (the initial reference), percpu_ref_kill() marks it dead and
 * drops that one, and whoever brings it to 0 runs release.
 * source: include/linux/percpu-refcount.h, lib/percpu-refcount.c v4.5..v7.3
 */
struct percpu_ref {
	int count;
	int dead;
	int exited;
	void (*release)(struct percpu_ref *ref);
};
