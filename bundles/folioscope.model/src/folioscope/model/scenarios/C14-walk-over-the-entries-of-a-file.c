/* scenario: C14 entries of a file, huge and small, are walked over, looked up and stored
 * asks: is each entry met once, where it begins, and does a huge one lie in each slot that it covers?
 * types: FS_DAX
 * kernels: 4.20..
 * params: FS = FS_EXT4
 * threads: walker
 */
struct xarray *file_entries;
struct xa_state xas;

void setup(void)
{
	setup_file(0, 1);
	file_entries = &inode.i_data.i_pages;
}

static int entry_of(int index)
{
	return file_entries->entry[index];
}

/* Stores a huge entry from its second slot on, and a small one behind it. */
static void store(void)
{
	xas_init_order(&xas, file_entries, 1, PMD_ORDER);
	xas_store(&xas, xa_mk_value(DAX_PMD));
	__observe("node_stored", xas.xa_node);
	__observe("first_slot", entry_of(0));
	__observe("second_slot", entry_of(1));
	xas_set(&xas, 3);
	__observe("node_set", xas.xa_node);
	xas_store(&xas, xa_mk_value(16));
	__observe("last_slot", entry_of(3));
	__observe("empty_slot", entry_of(2));
}

static void walk(void)
{
	int met = 0;
	void *entry;

	xas_init(&xas, file_entries, 0);
	for (entry = xas_find(&xas, -1); entry; entry = xas_find(&xas, -1)) {
		met++;
		__observe("met_at", xas.xa_index);
		if (met == 1) {
			xas_pause(&xas);
			__observe("paused_at", xas.xa_index);
			__observe("node_paused", xas.xa_node);
		}
	}
	__observe("met", met);
	__observe("node_behind", xas.xa_node);
	xas_find(&xas, -1);
	xas_pause(&xas);
	__observe("node_behind", xas.xa_node);
	xas_find_conflict(&xas);
	xas_init(&xas, file_entries, 0);
	xas_find(&xas, 0);
	xas_find(&xas, 2);
	__observe("bound_at", xas.xa_index);
}

/* What is in the way: of a small entry and of a huge one, of a state that stands there and of one that does not yet. */
static void look_up(void)
{
	xas_init(&xas, file_entries, 2);
	xas_load(&xas);
	__observe("node_loaded", xas.xa_node);
	xas_find_conflict(&xas);
	xas_reset(&xas);
	__observe("node_reset", xas.xa_node);
	xas_pause(&xas);
	__observe("paused_before", xas.xa_index);
	xas_init_order(&xas, file_entries, 3, PMD_ORDER);
	__observe("conflict_begins_at", xas.xa_index);
	xas_find_conflict(&xas);
	xas_init_order(&xas, file_entries, 1, PMD_ORDER);
	xas_find_conflict(&xas);
	xas_set(&xas, 4);
	xas_load(&xas);
	__observe("node_outside", xas.xa_node);
	xas_get_mark(&xas, 0);
}

void walker(void)
{
	__observe("internal", xa_mk_internal(5));
	__observe("of_internal", xa_to_internal(xa_mk_internal(5)));
	__observe("value", xa_to_value(xa_mk_value(5)));
	store();
	walk();
	look_up();
	xas_set(&xas, 1);
	xas_store(&xas, NULL);
	__check(!entry_of(0) && !entry_of(1), "", "a huge entry goes from each slot that it covers");
}
