package folioscope.explore;

import static folioscope.explore.Programs.explore;
import static folioscope.explore.Programs.observed;
import static folioscope.explore.Programs.value;
import static folioscope.explore.Programs.violated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            return x * 2 + 1;                                               @ 5 @ 11
            return x++ + x;                                                 @ 5 @ 11
            return ++x;                                                     @ 5 @ 6
            int y = x--; return y * 10 + x;                                 @ 5 @ 54
            return x > 3 ? 7 : 8;                                           @ 5 @ 7
            return x ?: 9;                                                  @ 5 @ 5
            return x ?: 9;                                                  @ 0 @ 9
            return (x & 4) | (x ^ 1) << 1;                                  @ 5 @ 12
            return -x % 3;                                                  @ 5 @ -2
            return !x + ~x;                                                 @ 5 @ -6
            return x > 1 && x < 9 || x == 77;                               @ 5 @ 1
            return (x = 3, x + 1);                                          @ 5 @ 4
            x += 2; x <<= 1; x -= 1; x |= 16; return x;                     @ 5 @ 29
            int i, s = 0; for (i = 0; i < x; i++) s += i; return s;         @ 5 @ 10
            int s = 0; do { s++; } while (s < x); return s;                 @ 0 @ 1
            int s = 0; while (1) { if (s == x) break; s++; } return s;      @ 5 @ 5
            int i, s = 0; for (i = 0; i < x; i++) { if (i == 2) continue; s += i; } return s; @ 5 @ 8
            if (x > 3) return 1; else if (x > 1) return 2; return 3;        @ 2 @ 2
            switch (x) { case 1: return 10; case 2: case 3: return 20; default: return 30; }  @ 3 @ 20
            switch (x) { case 1: return 10; default: x = 40; case 2: x++; break; } return x;  @ 9 @ 41
            switch (x) { case 5: x++; case 6: x++; break; case 7: x = 0; } return x;          @ 5 @ 7
            if (x) goto out; return 1; out: x++; return x;                  @ 5 @ 6
            retry: if (x < 9) { x++; goto retry; } return x;                @ 5 @ 9
            int r = 0; if (x == 1) goto a; if (x == 2) goto b; return 0; a: r += 1; b: r += 10; return r; @ 1 @ 11
            return sizeof(int) + x;                                         @ 5 @ 6
            """)
    void worksOut(String body, int argument, int result) {
        assertEquals(result, value("", body, argument));
    }

    private static final String STRUCTS = """
            enum kind { SMALL = 1, LARGE = SMALL + 4 };
            struct list { struct list *next; };
            struct page { int flags; int count; struct list lru; struct pgmap *pgmap; };
            struct ops { int (*page_free)(struct page *page); int (*fault)(int a, int b, int c, int d, int e, int f); };
            struct pgmap { int type; const struct ops *ops; int ranges[3]; };
            struct folio { union { struct { int flags; int count; struct list lru; }; struct page page; }; int order; };
            struct page pages[4]; struct folio folios[2]; struct pgmap pgmap; int numbers[5] = { 3, 1, [3] = 9 };
            int freed(struct page *page) { return page->count * 10; }
            int many(int a, int b, int c, int d, int e, int f) { return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f; }
            const struct ops operations = { .page_free = freed, .fault = many };
            struct pgmap ready = { LARGE, &operations, { 7, 8, 9 } };
            struct page *heads[2] = { &pages[1], &pages[3] };
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pages[2].count = x; struct page *p = pages + 2; return p->count;                        | 5
            struct page *p = &pages[1]; p++; return p - pages;                                      | 2
            struct page *p = &pages[3]; return p > pages && p == pages + 3;                         | 1
            struct folio *f = &folios[1]; f->page.count = x; return f->count;                       | 5
            struct folio *f = (struct folio *)&folios[0]; struct page *p = &f->page; p->lru.next = &p->lru; return f->lru.next == &f->lru; | 1
            struct folio *f = &folios[1]; f->order = x; f->page.pgmap = &ready; return f->order + f->page.pgmap->ranges[2]; | 14
            return numbers[0] + numbers[1] * 10 + numbers[2] * 100 + numbers[3] * 1000;             | 9013
            return ready.type;                                                                      | 5
            return ready.ranges[x - 4];                                                             | 8
            struct page *p = &pages[0]; p->count = x; return ready.ops->page_free(p);               | 50
            return ready.ops->fault(1, 1, 1, 1, 1, x);                                              | 45
            int (*f)(struct page *) = freed; pages[1].count = 4; return (*f)(&pages[1]);            | 40
            pgmap.ops = &operations; return pgmap.ops->page_free == freed;                          | 1
            int *c = &pages[2].count; *c = x; c[0]++; return pages[2].count;                        | 6
            struct pgmap local = { .type = LARGE }; local.ranges[1] = x; return local.type + local.ranges[1] + local.ranges[0]; | 10
            struct pgmap a = { .type = x }; struct pgmap b = a; return b.type;                      | 5
            struct pgmap a; a.type = 2; pgmap = a; return pgmap.type;                               | 2
            int k = x; int *p = &k; *p += 2; return k;                                              | 7
            int local[3] = { 1, 2, 3 }; int i; int s = 0; for (i = 0; i < 3; i++) s += local[i]; return s; | 6
            heads[1]->count = x; return pages[3].count + (heads[0] == &pages[1]);                   | 6
            struct page *p = 0; return !p && p == NULL;                                             | 1
            struct page *p = &pages[1]; p->pgmap = &ready; return p->pgmap.type + p->pgmap.ranges[0]; | 12
            return SMALL + LARGE;                                                                   | 6
            struct list *l = &pages[2].lru; l->next = l; return pages[2].lru.next == l;             | 1
            pages[0].count = 2; return pages[0].count++ + ++pages[0].count * 10 + pages[0].count;   | 46
            """)
    void knowsStructsAndPointers(String body, int result) {
        assertEquals(result, value(STRUCTS, body, 5));
    }

    @Test
    void localsWithAnAddressAreFreshInEveryCall() {
        assertEquals(1,
                value("int bump(void) { int a[2]; a[1]++; return a[1]; }", "bump(); bump(); return bump();", 0));
    }

    @Test
    void structsOfTwoThreadsAreTheirOwn() {
        Outcome outcome = explore("""
                struct fault { int a; int b; };
                int x;
                int work(struct fault *f) { f->b = f->a + x; return f->b; }
                void t1(void) { struct fault f = { .a = 1 }; x = 1; __observe("one", work(&f)); }
                void t2(void) { struct fault f = { .a = 2 }; x = 2; __observe("two", work(&f)); }
                """);
        assertEquals(List.of("one=2", "one=3", "two=3", "two=4"), observed(outcome));
        assertEquals(13, outcome.states());
    }

    @Test
    void recursionRunsToADepth() {
        assertEquals(15, value("int sum(int n) { return n ? n + sum(n - 1) : 0; }", "return sum(x);", 5));
        Outcome outcome = explore("int down(int n) { return down(n + 1); }\nvoid setup(void) { down(0); }");
        assertEquals(List.of(), violated(outcome));
        assertEquals(1, outcome.unknowns().size());
    }

    @Test
    void findsANullPointer() {
        Outcome outcome = explore(STRUCTS + "void setup(void) { struct page *p = NULL; p->count = 1; }");
        assertEquals(List.of("BAD_POINTER setup"), violated(outcome));
        assertEquals("follows a NULL pointer", outcome.violations().get(0).message());
        assertEquals(List.of("BAD_POINTER setup"),
                violated(explore(STRUCTS
                + "void setup(void) { pgmap.ops = &operations; struct pgmap q; q.ops = 0; q.ops->fault(1, 2, 3, 4, 5, 6); }")));
    }

    @Test
    void findsUseAfterPoisoning() {
        Outcome outcome = explore(STRUCTS + """
                void t1(void) { pages[1].count = 1; pages[0].count = 1; }
                void t2(void) { __poison(&pages[0], "pgmap-uaf"); }
                """);
        assertEquals(List.of("USE_AFTER_FREE pgmap-uaf t1"), violated(outcome));
        assertEquals("touches &pages[0], which is gone since t2()", outcome.violations().get(0).message());
        assertEquals(List.of(), violated(explore(STRUCTS + """
                void t1(void) { __poison(&pages[0]); pages[1].count = 1; __unpoison(&pages[0]); pages[0].count = 1; }
                """)));
    }

    @Test
    void assertionsShowWhereTheyAreCalled() {
        Outcome outcome = explore("""
                void BUG_ON(int c) { if (c) __bug("underflow", "BUG_ON"); }
                int WARN_ON(int c) { if (c) __warned(); return c; }
                void __warned(void) { __warn("false-warn", "warns"); }
                int inner(int x) { if (WARN_ON(x == 1)) return 5; BUG_ON(x == 2); return 6; }
                void t1(void) { __observe("r", inner(__choose(4))); }
                """);
        assertEquals(List.of("BUG underflow inner", "WARN false-warn inner"), violated(outcome));
        assertEquals(List.of("r=5", "r=6"), observed(outcome));
    }

    @Test
    void checksEndThePathAndWarningsDoNot() {
        Outcome outcome = explore("""
                void t1(void) { int x = __choose(2); __check(x == 0, "leak", "x is 0"); __warn("", "w"); __label("after"); __observe("x", x); }
                """);
        assertEquals(List.of("CHECK leak t1", "WARN t1"), violated(outcome));
        assertEquals(List.of("after=1", "x=0"), observed(outcome));
    }
}
