/* one page, mappers, GUP users, a truncate that waits for the page to become idle, and the teardown of its map */
struct page { int refcount; int mapcount; int mapped[4]; };
struct page pages[2];
int pte[4]; int block_free; int gone; int lock;
static int try_get(struct page *page) { int c; __atomic_begin(); c = page->refcount; if (c) page->refcount = c + 1; __atomic_end(); return c != 0; }
static void put(struct page *page) { if (__add_return(&page->refcount, -1) == 1) __wake(&page->refcount); }
static void map(int i) { __lock(&lock); if (!block_free) { pte[i] = 1; __add_return(&pages[1].mapcount, 1); } __unlock(&lock); }
static void unmap(int i) { __lock(&lock); if (pte[i]) { pte[i] = 0; __add_return(&pages[1].mapcount, -1); } __unlock(&lock); }
static void mapper(int i) { int n; for (n = 0; n < 2; n++) { map(i); unmap(i); } }
static void gup(int i) { int n; for (n = 0; n < 2; n++) { if (pte[i] && try_get(&pages[1])) { if (pte[i]) { __check(!block_free, "early-idle", "block in use"); __label("pinned"); } put(&pages[1]); } } }
void setup(void) { pages[1].refcount = 1; }
void m0(void) { mapper(0); }
void m1(void) { mapper(1); }
void m2(void) { mapper(2); }
void g0(void) { gup(0); }
void g1(void) { gup(1); }
void truncate(void) { int i; for (i = 0; i < 2; i++) unmap(i); ___wait_var_event(&pages[1].refcount, pages[1].refcount == 1, 1, 0, 0, schedule()); block_free = pages[1].refcount == 1 && pte[0] == 0; __label("freed"); }
void end(void) { __check(pages[1].refcount == 1, "underflow", "count"); }
