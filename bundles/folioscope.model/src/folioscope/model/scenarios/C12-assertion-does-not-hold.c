/* scenario: C12 an assertion about a page, or about a pgmap, does not hold
 * asks: which assertions stop the kernel, which warn, and do those of CONFIG_DEBUG_VM say nothing without it?
 * types: NORMAL
 * kernels: 5.10..
 * params: BLAME = NOBODY, SOMEBODY
 * threads: user
 */
enum { NOBODY = 0, SOMEBODY = 1 };

/* Whether somebody does what he must not. */
int BLAME;
struct page *page;

/* The reference count of a pgmap, as it begins. */
static struct percpu_ref *the_ref(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	return &pgmap.ref;
#else
	return &pgmap.internal_ref;
#endif
}

void setup(void)
{
	percpu_ref_init(the_ref(), dev_pagemap_percpu_release, 0, GFP_KERNEL);
	page = alloc_page(GFP_KERNEL);
	if (BLAME == SOMEBODY)
		misuse = 1;
	else
		good_path = 1;
}

/* One of them, any. */
void user(void)
{
	switch (__choose(23)) {
	case 0:
		BUG_ON(!page->lock);
		break;
	case 1:
		BUG();
		break;
	case 2:
		VM_BUG_ON(!page->lock);
		break;
	case 3:
		VM_BUG_ON_PAGE(!page->lock, page);
		break;
	case 4:
		VM_BUG_ON_FOLIO(!page->lock, page_folio(page));
		break;
	case 5:
		WARN_ON(!page->lock);
		break;
	case 6:
		WARN_ON_ONCE(!page->lock);
		break;
	case 7:
		WARN(!page->lock, "not locked");
		break;
	case 8:
		WARN_ONCE(!page->lock, "not locked");
		break;
	case 9:
		VM_WARN_ON(!page->lock);
		break;
	case 10:
		VM_WARN_ON_ONCE(!page->lock);
		break;
	case 11:
		VM_WARN_ON_FOLIO(!page->lock, page_folio(page));
		break;
	case 12:
		VM_WARN_ON_ONCE_FOLIO(!page->lock, page_folio(page));
		break;
	case 13:
		VM_WARN_ON_ONCE_PAGE(!page->lock, page);
		break;
	case 14:
		misuse = 1;
		set_page_count(page, 0);
		get_page(page);
		break;
	case 15:
		misuse = 1;
		set_page_count(page, -127);
		get_page(page);
		break;
	case 16:
		set_page_count(page, 0);
		put_page(page);
		break;
	case 17:
		page_ref_sub(page, 2);
		break;
	case 18:
		percpu_ref_exit(the_ref());
		percpu_ref_tryget_many(the_ref(), 1);
		break;
	case 19:
		percpu_ref_exit(the_ref());
		percpu_ref_tryget_live(the_ref());
		break;
	case 20:
		percpu_ref_put_many(the_ref(), 2);
		break;
	case 21:
		percpu_ref_exit(the_ref());
		percpu_ref_get_many(the_ref(), 1);
		break;
	default:
		BUG_ON(page->lock);
		VM_BUG_ON(page->lock);
		VM_BUG_ON_PAGE(page->lock, page);
		VM_BUG_ON_FOLIO(page->lock, page_folio(page));
		break;
	}
}
