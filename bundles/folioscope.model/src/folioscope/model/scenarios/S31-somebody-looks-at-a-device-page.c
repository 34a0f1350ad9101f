/* scenario: S31 same-page merging, move_pages() and others look at a page of a device
 * asks: do they give back the reference they took to look?
 * types: COHERENT, FS_DAX
 * kernels: 5.12..6.1
 * params: WHO = WHO_BREAK_KSM, WHO_MERGEABLE, WHO_MOVE, WHO_STAT, WHO_SPLIT
 * threads: looker
 */
enum { WHO_BREAK_KSM = 0, WHO_MERGEABLE = 1, WHO_MOVE = 2, WHO_STAT = 3, WHO_SPLIT = 4 };

int WHO;
int mapped;

void setup(void)
{
	pgmap.range.end = 0;
	pgmap.nr_range = 1;
	pgmap_up();
	mapped = map_device_page();
}

void looker(void)
{
	struct rmap_item item;
	struct page *page = NULL;
	int count = page_ref_count(&pages[0]);

	if (!mapped)
		return;
	item.address = 0;
	if (WHO == WHO_BREAK_KSM)
		break_ksm(&vma, 0);
	else if (WHO == WHO_MERGEABLE)
		page = get_mergeable_page(&item);
	else if (WHO == WHO_MOVE)
		add_page_for_migration(&mm, 0, 1);
	else if (WHO == WHO_STAT)
		do_pages_stat_array(&mm, 1);
	else
		split_huge_pages_pid(1, 0, 1);
	if (page)
		put_page(page);
	__check(page_ref_count(&pages[0]) == count, "leak", "who looks at a page gives back the reference he took for it");
}
