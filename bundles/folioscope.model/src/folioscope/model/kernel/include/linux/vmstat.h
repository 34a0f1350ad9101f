/*
 * Statistics: they count what happened, and nothing in the life of a page depends on them.
 */
enum node_stat_item { NR_ANON_MAPPED, NR_FILE_MAPPED, NR_FOLL_PIN_ACQUIRED, NR_FOLL_PIN_RELEASED };

/*
 * Adds to a statistic of the node that the folio lies on; folios are not touched.
 * source: include/linux/vmstat.h v5.16..
 */
void node_stat_mod_folio(struct folio *folio, int item, long nr)
{
}

/*
 * Adds to a statistic of a node.
 * source: include/linux/vmstat.h, mm/vmstat.c v4.8..
 */
void mod_node_page_state(int pgdat, int item, long nr)
{
}

/*
 * As node_stat_mod_folio(), before there were folios.
 * source: include/linux/vmstat.h v4.8..
 */
void mod_lruvec_page_state(struct page *page, int item, long nr)
{
}
