package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading of whole files. */
class ModelTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "x = (struct page *)y; | {x = y;}",
        "x = (pfn_t)(f(y)); | {x = f(y);}",
        "if (likely(a) && unlikely(!b)) c(); | {if (a && !b) {c();}}",
        "WRITE_ONCE(a->b, READ_ONCE(c)); | {a->b = c;}",
        "do { a(); } while (0); | {{a();}}",
        "do { if (a) break; b(); } while (0); | {do while (0) {if (a) {break;} b();}}",
        "do { for (;;) break; } while (0); | {{for (; ; ) {break;}}}",
        "for (int i = 0, j = 1; i < 3; i++) a(i); | {for (int i = 0; int j = 1; i < 3; i++) {a(i);}}",
        "for_each_page(p, q) { a(p); } | {while (__blk_for_each_page(p, q)) {a(p);}}",
        "for_each_page(p, q) a(p); | {while (__blk_for_each_page(p, q)) {a(p);}}",
        "int a = 1, *b; | {int a = 1; int *b;}",
        "a++; --b; | {a++; --b;}",
        "x = a ?: b; | {x = a ? a : b;}",
        "x = NULL; y = true; | {x = 0; y = 1;}",
        "x = sizeof(struct page) + 0x10UL; | {x = 1 + 16;}",
        "x = (struct a){ 1 }; | {x = (struct a){ 1 };}",
        "x = ({ int y = 1; y; }); | {x = ({ int y = 1; y; });}",
        "guard(mutex)(&l); | {guard(mutex)(&l);}",
        "scoped_guard(mutex, &l) { a(); } | {{scoped_guard(mutex, &l); a();}}",
        "(*cb)(p); p->ops->free(p); | {cb(p); p->ops->free(p);}",
        "goto out; out: return; | {goto out; out: return;}",
        "pr_warn(\"a\" \"b\", x); | {pr_warn(\"ab\", x);}",
        "if (IS_ENABLED(CONFIG_FS_DAX)) a(); | {if (CONFIG_FS_DAX) {a();}}",
        "p = alloc(struct page, 3); | {p = alloc(1, 3);}",
    })
    void liftsStatements(String c, String lifted) {
        assertEquals(lifted, Sample.body(c));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "wait_var_event(&p->r, p->r == 1) | __wait(&p->r, p->r == 1, schedule())",
        "___wait_var_event(&p->r, idle(p), TASK_INTERRUPTIBLE, 0, 0, cb(inode)) | __wait(&p->r, idle(p), cb(inode))",
        "wait_event(m->done, !m->n) | __wait(&m->done, !m->n, schedule())",
        "wait_event_interruptible(*q, c) | __wait(q, c, schedule())",
    })
    void liftsWaits(String c, String lifted) {
        assertEquals(lifted, CText.of(Sample.expr(c)));
    }

    @Test
    void keepsFallthroughOfSwitches() {
        assertEquals("{switch (a) 1,2: {b();} default: {c();}}",
                Sample.body("switch (a) { case 1: case 2: b(); fallthrough; default: c(); }"));
    }

    @Test
    void laysOutStructsAndUnions() {
        Unit unit = Sample.model("""
                typedef struct { int counter; } atomic_t;
                struct page {
                	unsigned long flags;
                	atomic_t _refcount;
                	union {
                		struct { void *mapping; int index; };
                		int share;
                	};
                	int order : 5;
                	void (*free)(struct page *page);
                	struct page *all[3];
                };
                """);
        Struct page = unit.structs().get(1);
        assertEquals(List.of("flags", "_refcount", "", "order", "free", "all"), page.members().stream().map(Struct.Member::name).toList());
        assertEquals("struct atomic_t", page.members().get(1).type().base());
        Struct inner = page.members().get(2).inner().orElseThrow();
        assertTrue(inner.union());
        assertEquals(2, inner.members().get(0).inner().orElseThrow().members().size());
        assertEquals(new Type("void", 1, 0), page.members().get(4).type());
        assertEquals(new Type("struct page", 1, 3), page.members().get(5).type());
    }

    @Test
    void worksOutEnumerators() {
        Unit unit = Sample.model("enum a { X = 2, Y, Z = 1 << Y };\nenum { LAST = Z - 1 };\nint all[LAST];\n");
        assertEquals(List.of(2L, 3L, 8L, 7L), unit.enumerators().stream().map(Enumerator::value).toList());
        assertEquals(7, unit.variables().get(0).type().length());
    }

    @Test
    void liftsInitialisers() {
        Unit unit = Sample.model("""
                struct ops ops = { .page_free = fs_free, .inner.count = 3, .list = { 1, 2 } };
                int names[] = { [2] = 5, 7 };
                extern int elsewhere;
                int prototype(int a);
                """);
        assertEquals(List.of("{ .page_free = fs_free, .inner = { .count = 3 }, .list = { 1, 2 } }", "{ 0, 0, 5, 7 }"),
                unit.variables().stream().map(v -> CText.of(v.init().orElseThrow())).toList());
        assertEquals(4, unit.variables().get(1).type().length());
    }

    @Test
    void decidesConditionalsAndKeepsLines() {
        String text = """
                /*
                 * Frees it.
                 * source: mm/x.c
                 */
                #if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
                void fresh(struct page *page)
                #else
                void stale(struct page *page)
                #endif
                {
                	put_page(page);
                }
                """;
        ReadUnit read = ModelText.read("mm/x.c", text, Map.of("LINUX_VERSION_CODE", Integer.toString(6 << 16)));
        assertEquals(List.of(), read.problems());
        Function function = read.unit().functions().get(0);
        assertEquals("stale", function.name());
        assertEquals("Frees it.\nsource: mm/x.c", function.comment());
        assertEquals(8, function.origin().line());
        assertEquals(11, function.body().body().get(0).origin().line());
    }

    @Test
    void tellsWhatItCannotRead() {
        ReadUnit read = ModelText.read("mm/x.c", "void f(void)\n{\n\ta(;\n\tb();\n}\n", Map.of());
        assertEquals(1, read.problems().size());
        assertEquals("mm/x.c:3", read.problems().get(0).origin().toString());
    }
}
