/* scenario: X01 two users of a page of a device's memory let go of it at the same time
 * asks: does the driver get the page back once, when the second of them is gone?
 * types: PRIVATE, COHERENT
 * kernels: 5.3..
 * params: SECOND = 0, 1
 * threads: first, second
 * when driver_called becomes 2: premature-free "the driver is called twice for a {type} page (was {before})"
 */

/* Whether the second user has a reference of its own: 0 makes it wait for one that never comes. */
int SECOND;

struct page *shared;
int granted;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap_up();
	shared = driver_alloc_page();
	if (SECOND) {
		get_page(shared);
		granted = 1;
	}
	unlock_page(shared);
}

void first(void)
{
	put_page(shared);
}

void second(void)
{
	__await(granted, "hang-idle-wait", "a reference of its own");
	put_page(shared);
}

void end(void)
{
	__observe("driver_called", callbacks);
	__check(!page_out[0], "leak", "the driver gets its page back");
}

/* Shown beside each step. */
int watch_granted(void)
{
	return granted;
}
