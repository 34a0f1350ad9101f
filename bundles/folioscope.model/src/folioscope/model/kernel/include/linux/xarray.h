/*
 * The XArray (a radix tree before v4.20), as far as a file's DAX entries need it: a short array, a lock, and a state
 * that stands nowhere, on an index, or past the end. The only entries that cover several indices are DAX PMD entries;
 * they lie in each slot they cover and are visited once.
 * source: include/linux/xarray.h, lib/xarray.c v4.20..v7.3
 */
enum { XA_NR_SLOTS = 4 };

/* xa_state.xa_node: where the state stands. */
enum { XAS_RESTART = 0, XAS_IN_NODE = 1, XAS_BOUNDS = 2 };

enum { XA_CHECK_SCHED = 4096 };

/* The bound of "to the end of the file"; -1, which is unsigned in the kernel, means the same. */
enum { LLONG_MAX = 1000, ULONG_MAX = 1000 };

void *xa_mk_value(unsigned long v)
{
	return v * 2 + 1;
}

unsigned long xa_to_value(void *entry)
{
	return (unsigned long)entry >> 1;
}

bool xa_is_value(void *entry)
{
	return (unsigned long)entry & 1;
}

void *xa_mk_internal(unsigned long v)
{
	return v * 4 + 2;
}

unsigned long xa_to_internal(void *entry)
{
	return (unsigned long)entry >> 2;
}

bool xa_is_internal(void *entry)
{
	return ((unsigned long)entry & 3) == 2;
}

/* How many indices an entry covers. */
int xa_entry_size(void *entry)
{
	return xa_is_value(entry) && (xa_to_value(entry) & DAX_PMD) ? PG_PMD_NR : 1;
}

void xas_init_order(struct xa_state *xas, struct xarray *xa, int index, int order)
{
	xas->xa = xa;
	xas->xa_index = order ? index & ~PG_PMD_COLOUR : index;
	xas->xa_order = order;
	xas->xa_node = XAS_RESTART;
}

void xas_init(struct xa_state *xas, struct xarray *xa, int index)
{
	xas_init_order(xas, xa, index, 0);
}

void xas_lock_irq(struct xa_state *xas)
{
	__lock(&xas->xa->xa_lock);
}

void xas_unlock_irq(struct xa_state *xas)
{
	__unlock(&xas->xa->xa_lock);
}

void xas_set(struct xa_state *xas, int index)
{
	xas->xa_index = index;
	xas->xa_node = XAS_RESTART;
}

void xas_reset(struct xa_state *xas)
{
	xas->xa_node = XAS_RESTART;
}

/* Leave the walk and come back behind the entry the state stands on. */
void xas_pause(struct xa_state *xas)
{
	if (xas->xa_node == XAS_BOUNDS)
		return;
	if (xas->xa_node == XAS_IN_NODE && xas->xa_index < XA_NR_SLOTS)
		xas->xa_index += xa_entry_size(xas->xa->entry[xas->xa_index]);
	else
		xas->xa_index += 1;
	xas->xa_node = XAS_RESTART;
}

void *xas_load(struct xa_state *xas)
{
	if (xas->xa_index >= XA_NR_SLOTS) {
		xas->xa_node = XAS_BOUNDS;
		return NULL;
	}
	xas->xa_node = XAS_IN_NODE;
	return xas->xa->entry[xas->xa_index];
}

/* Replace the entry under the state, over all indices that the old or the new one covers; the old one comes back. */
void *xas_store(struct xa_state *xas, void *entry)
{
	void *old = xas->xa->entry[xas->xa_index];
	int first = xas->xa_index;
	int size = xa_entry_size(old);
	int i;

	if (entry && xa_entry_size(entry) > size)
		size = xa_entry_size(entry);
	if (size > 1)
		first = first & ~PG_PMD_COLOUR;
	for (i = 0; i < size; i++)
		xas->xa->entry[first + i] = entry;
	xas->xa_node = XAS_IN_NODE;
	return old;
}

/* The first entry at or behind the state (behind it, if the state stands on one), up to max. */
void *xas_find(struct xa_state *xas, int max)
{
	if (xas->xa_node == XAS_BOUNDS)
		return NULL;
	if (xas->xa_node == XAS_IN_NODE)
		xas->xa_index += xa_entry_size(xas->xa->entry[xas->xa_index]);
	while (xas->xa_index < XA_NR_SLOTS && (max < 0 || xas->xa_index <= max)) {
		if (xas->xa->entry[xas->xa_index]) {
			xas->xa_node = XAS_IN_NODE;
			return xas->xa->entry[xas->xa_index];
		}
		xas->xa_index += 1;
	}
	xas->xa_node = XAS_BOUNDS;
	return NULL;
}

void *xas_next_entry(struct xa_state *xas, int max)
{
	return xas_find(xas, max);
}

/*
 * An entry that is in the way of one of the state's order. A state that already stands on an index looks only at
 * what comes behind it in the range: for a single index nothing does.
 */
void *xas_find_conflict(struct xa_state *xas)
{
	void *entry;

	if (xas->xa_node == XAS_BOUNDS)
		return NULL;
	if (xas->xa_node == XAS_RESTART) {
		entry = xas_load(xas);
		if (entry)
			return entry;
	}
	if (!xas->xa_order)
		return NULL;
	return xas->xa->entry[xas->xa_index + 1];
}

/* Memory never runs out here, and marks do not matter. */
int xas_error(struct xa_state *xas)
{
	return 0;
}

bool xas_nomem(struct xa_state *xas, gfp_t gfp)
{
	return false;
}

void xas_set_mark(struct xa_state *xas, int mark)
{
}

void xas_clear_mark(struct xa_state *xas, int mark)
{
}

bool xas_get_mark(struct xa_state *xas, int mark)
{
	return false;
}
