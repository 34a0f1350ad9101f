/*
 * Waiting for a variable: the key is its address. ___wait_var_event() and wait_var_event() are part of the language.
 * source: include/linux/wait_bit.h v4.18..v7.3
 */

void wake_up_var(void *var)
{
	if (record_puts) {
		__observe("woken_at", last_put);
		wakes++;
	}
	__wake(var);
}

/*
 * source: include/linux/completion.h v4.5..v7.3; done counts the complete() calls that nobody has consumed yet, waiters
 * those who wait.
 */
struct completion {
	int done;
	int waiters;
};

void init_completion(struct completion *x)
{
	x->done = 0;
}

void complete(struct completion *x)
{
	__add_return(&x->done, 1);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
/* Nobody but drm_pagemap asks. source: kernel/sched/completion.c v6.15..v7.3 */
bool completion_done(struct completion *x)
{
	return x->done > 0;
}
#endif

void wait_for_completion(struct completion *x)
{
	x->waiters = 1;
	__await(x->done > 0, "hang-teardown", "every pgmap reference is dropped");
	x->waiters = 0;
	__add_return(&x->done, -1);
}
