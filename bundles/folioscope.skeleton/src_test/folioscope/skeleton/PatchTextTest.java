package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Lifting of hunks: which functions they change and what of them they show. */
class PatchTextTest {

    @Test
    void putsHunksOfOneFunctionTogether() {
        FunctionEdit edit = Sample.only("""
                @@ static int other(void)
                 int shown(struct page *page)
                 {
                -	get_page(page);
                +	folio_get(page);
                 	lock(page);
                @@ int shown(struct page *page)
                 	a();
                -	b();
                 	c();
                 }
                """);
        assertEquals("{get_page(page); lock(page); ... a(); b(); c();}", Sample.before(edit));
        assertEquals("{folio_get(page); lock(page); ... a(); c();}", Sample.after(edit));
        assertEquals("shown", edit.oldName());
        assertEquals(List.of(new Function.Parameter(new Type("struct page", 1, 0), "page")), edit.newSide().orElseThrow().parameters());
        assertFalse(edit.wholeOld());
        assertEquals(4, edit.oldSide().orElseThrow().body().body().get(0).origin().line());
        assertEquals(new Origin(Origin.Side.NEW, "mm/a.c", 5), edit.newSide().orElseThrow().body().body().get(0).origin());
        assertEquals(6, edit.newSide().orElseThrow().body().body().get(1).origin().line());
    }

    @Test
    void takesTheNameFromTheHeadingWhereNoHeadIsShown() {
        FunctionEdit edit = Sample.only("""
                @@ static struct page *dax_busy_page(void *entry)
                 	a();
                -	b();
                 	c();
                """);
        assertEquals("dax_busy_page", edit.oldName());
        assertEquals("{... a(); b(); c(); ...}", Sample.before(edit));
    }

    @Test
    void prefersTheHunksOwnHeadToTheHeading() {
        List<FunctionEdit> edits = Sample.edit("""
                @@ static void first(void)
                 	a();
                 }

                 int
                 second(
                 	struct inode	*inode,
                 	bool		*retry)
                 {
                -	b();
                +	c();
                 	return 0;
                """).functions();
        assertEquals(List.of("second"), edits.stream().map(FunctionEdit::newName).toList());
        assertEquals("{c(); return 0; ...}", Sample.after(edits.get(0)));
    }

    @Test
    void followsAFunctionWhoseHeadingIsALabel() {
        List<FunctionEdit> edits = Sample.edit("""
                @@ static void first(void)
                 	a();
                -	b();
                @@ out:
                 	c();
                -	d();
                """).functions();
        assertEquals(List.of("first"), edits.stream().map(FunctionEdit::oldName).toList());
        assertEquals("{... a(); b(); ... c(); d(); ...}", Sample.before(edits.get(0)));
    }

    @Test
    void makesOneEditOfAChangedHead() {
        FunctionEdit edit = Sample.only("""
                @@
                -bool put_devmap_managed_page(struct page *page)
                +bool put_devmap_managed_page_refs(struct page *page, int refs)
                 {
                 	if (page->pgmap->type != MEMORY_DEVICE_FS_DAX)
                 		return false;
                -	if (page_ref_dec_return(page) == 1)
                +	if (page_ref_sub_return(page, refs) == 1)
                 		wake_up_var(&page->_refcount);
                 	return true;
                 }
                """);
        assertEquals("put_devmap_managed_page", edit.oldName());
        assertEquals("put_devmap_managed_page_refs", edit.newName());
        assertTrue(edit.wholeOld() && edit.wholeNew());
        assertEquals(2, edit.newSide().orElseThrow().parameters().size());
    }

    @Test
    void tellsRemovedAndAddedFunctionsApart() {
        List<FunctionEdit> edits = Sample.edit("""
                @@
                -static void devmap_put(struct page *page)
                -{
                -	put_page(page);
                -	wake(page);
                -	a();
                -}
                +static int quite_different(int a)
                +{
                +	return a + 1;
                +}
                """).functions();
        assertEquals(List.of("devmap_put -> ", " -> quite_different"), edits.stream().map(e -> e.oldName() + " -> " + e.newName()).toList());
        assertTrue(edits.get(0).newSide().isEmpty());
        assertTrue(edits.get(1).wholeNew());
    }

    @Test
    void leavesOutFunctionsWithoutChangedLines() {
        assertEquals(List.of(), Sample.edit("""
                @@
                 void a(void)
                 {
                 	b();
                 }

                -#include <linux/mm.h>
                 void c(void)
                """).functions());
    }

    @Test
    void keepsAnotherSideWhereOnlyItsLinesAreMissing() {
        FunctionEdit edit = Sample.only("@@ void f(void)\n-\ta();\n-\tb();\n");
        assertEquals("f", edit.newName());
        assertEquals("{...}", Sample.after(edit));
    }

    @Test
    void readsHunksWhoseIndentationIsLost() {
        assertEquals("{... if (...) {... return 1;} a(); b();}", Sample.before(Sample.only("""
                @@ static vm_fault_t __dev_dax_pte_fault(struct dev_dax *dev_dax,
                 return 1;
                 }

                - a();
                 b();
                 }

                 static void next(void)
                """)));
    }

    @Test
    void takesPathsFromTheOtherSideOfAnAddedFile() {
        FileEdit edit = Sample.edit("", "mm/new.c", "@@\n+void f(void)\n+{\n+\ta();\n+}\n");
        assertEquals("mm/new.c", edit.functions().get(0).path());
    }

    @Nested
    class Directives {

        private final List<FunctionEdit> stubs = Sample.edit("""
                @@
                 #ifdef CONFIG_FS_DAX
                 static inline bool put(struct page *page)
                 {
                -	return a(page);
                +	return b(page);
                 }
                 #else
                -static inline bool put(struct page *page)
                +static inline bool put(struct page *page, int refs)
                 {
                 	return false;
                 }
                 #endif
                """).functions();

        @Test
        void giveBothBodiesWithTheirPresence() {
            assertEquals(List.of("{return b(page);}", "{return 0;}"), stubs.stream().map(Sample::after).toList());
            assertEquals(List.of(List.of("defined(CONFIG_FS_DAX)"), List.of("!(defined(CONFIG_FS_DAX))")),
                    stubs.stream().map(e -> e.newSide().orElseThrow().presence()).toList());
        }

        @Test
        void areReadAlsoWithoutTheirBeginning() {
            List<FunctionEdit> edits = Sample.edit("""
                    @@
                     void a(void)
                     {
                    -	b();
                     }
                     #else /* CONFIG_X */
                    -static inline void a(void) { }
                     #endif /* CONFIG_X */
                    """).functions();
            assertEquals(List.of("defined(CONFIG_X)"), edits.get(0).oldSide().orElseThrow().presence());
            assertEquals(List.of("!(defined(CONFIG_X))"), edits.get(1).oldSide().orElseThrow().presence());
        }

        @Test
        void chooseBranchesInsideFunctions() {
            List<FunctionEdit> edits = Sample.edit("""
                    @@ void f(void)
                     	a();
                     #ifdef CONFIG_X
                    -	b();
                     #else
                     	c();
                     #endif
                     	d();
                    """).functions();
            assertEquals(List.of("{... a(); b(); d(); ...}"), edits.stream().map(Sample::before).toList());
        }

        @Test
        void giveAnotherEditForAChangedElseInsideAFunction() {
            List<FunctionEdit> edits = Sample.edit("""
                    @@ void f(void)
                     	a();
                     #ifdef CONFIG_X
                     	b();
                     #else
                    -	c();
                    +	d();
                     #endif
                    -	e();
                    """).functions();
            assertEquals(List.of("{... a(); b(); ...}", "{... a(); d(); ...}"), edits.stream().map(Sample::after).toList());
            assertEquals(List.of("!(defined(CONFIG_X))"), edits.get(1).newSide().orElseThrow().presence());
        }

        @Test
        void makeEnumeratorsOfNumbers() {
            FileEdit edit = Sample.edit("@@\n-#define A 1\n+#define A\t(1 << 4) /* x */\n+#define B A\n");
            assertEquals(16, edit.newDeclarations().enumerators().get(0).value());
            assertEquals(List.of(true, true, false), edit.changed().stream().map(FileEdit.ChangedLine::lifted).toList());
        }

        @Test
        void makeFunctionsOfMacros() {
            FunctionEdit edit = Sample.only("""
                    @@
                    +#define dax_wait_page(_inode, _page, _wait_cb)				\\
                    +	___wait_var_event(&(_page)->_refcount,				\\
                    +		dax_page_unused(_page),				\\
                    +		TASK_INTERRUPTIBLE, 0, 0, _wait_cb(_inode))
                    """);
            assertEquals("dax_wait_page", edit.newName());
            assertEquals("{return __wait(&_page->_refcount, dax_page_unused(_page), _wait_cb(_inode));}", Sample.after(edit));
            assertEquals(List.of("_inode", "_page", "_wait_cb"),
                    edit.newSide().orElseThrow().parameters().stream().map(Function.Parameter::name).toList());
            assertTrue(edit.wholeNew());
        }
    }

    @Nested
    class Declarations {

        @Test
        void showEnumMembersWithoutTheirHead() {
            FileEdit edit = Sample.edit("@@ enum memory_type {\n \tMEMORY_DEVICE_PRIVATE = 1,\n-\tMEMORY_DEVICE_PUBLIC,\n \tMEMORY_DEVICE_FS_DAX,\n");
            assertEquals(List.of("MEMORY_DEVICE_PRIVATE", "MEMORY_DEVICE_PUBLIC", "MEMORY_DEVICE_FS_DAX"),
                    edit.oldDeclarations().enumerators().stream().map(Enumerator::name).toList());
            assertEquals(2, edit.newDeclarations().enumerators().size());
            assertEquals("memory_type", edit.newDeclarations().enumerators().get(0).type());
        }

        @Test
        void showMembersOfTables() {
            FileEdit edit = Sample.edit("""
                    @@ static const struct dev_pagemap_ops nouveau_dmem_pagemap_ops = {
                    -	.page_free		= nouveau_dmem_page_free,
                    +	.folio_free		= nouveau_dmem_folio_free,
                     	.migrate_to_ram		= nouveau_dmem_migrate_to_ram,
                     };
                    """);
            Variable table = edit.newDeclarations().variables().get(0);
            assertEquals("nouveau_dmem_pagemap_ops", table.name());
            assertEquals("struct dev_pagemap_ops", table.type().base());
            assertEquals("{ .folio_free = nouveau_dmem_folio_free, .migrate_to_ram = nouveau_dmem_migrate_to_ram }",
                    CText.of(table.init().orElseThrow()));
            assertTrue(edit.changed().stream().allMatch(FileEdit.ChangedLine::lifted));
        }

        @Test
        void showMembersOfStructs() {
            FileEdit edit = Sample.edit("@@ struct page {\n \t\t\tint a;\n \t\t};\n-\t\tstruct dev_pagemap *pgmap;\n \t\tunion {\n \t\t\tint b;\n");
            Struct page = edit.oldDeclarations().structs().get(0);
            assertEquals("page", page.name());
            assertEquals(List.of("", "pgmap", ""), page.members().stream().map(Struct.Member::name).toList());
        }
    }

    @Test
    void listsChangedLinesWithTheirNames() {
        List<FileEdit.ChangedLine> lines = Sample.edit("""
                @@ void f(void)
                -	if (get_page(page)) /* not this */
                -		goto out;
                +	/* only words */
                +	@$%;
                 	b();
                """).changed();
        assertEquals(List.of(List.of("get_page", "page"), List.of("out"), List.of(), List.of()),
                lines.stream().map(FileEdit.ChangedLine::names).toList());
        assertEquals(List.of(true, true, false, false), lines.stream().map(FileEdit.ChangedLine::lifted).toList());
        assertEquals("f", lines.get(0).function());
    }
}
