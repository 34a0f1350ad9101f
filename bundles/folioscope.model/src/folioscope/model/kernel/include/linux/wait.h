/*
 * Wait queues: the queue is the address of what is waited for; a wake wakes all who wait there.
 * source: include/linux/wait.h v4.5..v7.3
 */
typedef int wait_queue_head_t;

struct wait_queue_entry {
	void *func;
};

enum { TASK_INTERRUPTIBLE = 1, TASK_UNINTERRUPTIBLE = 2 };

void init_wait(struct wait_queue_entry *wait)
{
}

void prepare_to_wait(wait_queue_head_t *wq, struct wait_queue_entry *wait, int state)
{
	__prepare_to_wait(wq);
}

/* Set by a scenario that wants to know whether somebody waits for the lock of a DAX entry. */
int count_exclusive_waits;

/* How often somebody has queued for a lock of his own; only waits for DAX entries do. */
int exclusive_waits;

void prepare_to_wait_exclusive(wait_queue_head_t *wq, struct wait_queue_entry *wait, int state)
{
	if (count_exclusive_waits)
		exclusive_waits++;
	__prepare_to_wait(wq);
}

void finish_wait(wait_queue_head_t *wq, struct wait_queue_entry *wait)
{
	__finish_wait(wq);
}

void cond_resched(void)
{
}
