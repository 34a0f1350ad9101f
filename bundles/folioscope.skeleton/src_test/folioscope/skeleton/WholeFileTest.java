package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A file that is known whole: what is around a changed line is read, what is apart from it is not. */
class WholeFileTest {

    private static final String FILE = """
            #ifdef CONFIG_POOL
            static int broken( {{{
            }
             
            static void pool_put(struct page *page)
            {
            \tint last = 0;
             
            \tif (page_count(page) == 1)
            \t\tlast = 1;
            +\tget_page(page);
            \tput_page(page);
            \twake(last);
            out:
            \treturn;
            }
             
            static void pool_get(struct page *page)
            {
            \tget_page(page);
            }
            #endif
            """;

    /** The lines; those from the second to the fourth above the change are not shown by the patch. */
    private static HunkText whole(String text, int firstShown, int lastShown) {
        List<HunkText.Line> lines = new ArrayList<>();
        int old = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            boolean added = line.startsWith("+");
            old += added ? 0 : 1;
            boolean shown = number >= firstShown && number <= lastShown;
            lines.add(new HunkText.Line(added ? HunkText.Mark.ADDED : HunkText.Mark.CONTEXT, added ? line.substring(1) : line,
                    shown ? 100 + number : -old));
        }
        return new HunkText("", 1, 1, lines);
    }

    private static FunctionEdit only(FileEdit edit) {
        assertEquals(1, edit.functions().size(), edit.functions().toString());
        return edit.functions().get(0);
    }

    private static FileEdit lifted() {
        return PatchText.liftWhole("mm/pool.c", "mm/pool.c", whole(FILE, 10, 12));
    }

    @Test
    void readsTheWholeFunctionAroundAChange() {
        FunctionEdit edit = only(lifted());
        assertEquals("{int last; last = 0; if (page_count(page) == 1) {last = 1;} put_page(page); wake(last); out: return;}",
                Sample.before(edit).replace("int last = 0;", "int last; last = 0;"));
        assertTrue(Sample.after(edit).contains("{last = 1;} get_page(page); put_page(page);"), Sample.after(edit));
    }

    @Test
    void readsNothingElse() {
        FileEdit edit = lifted();
        assertEquals(List.of(), edit.problems());
        assertEquals("pool_put", only(edit).oldName());
    }

    @Test
    void knowsTheOptionsThatAFunctionStandsUnder() {
        assertEquals(List.of("defined(CONFIG_POOL)"), only(lifted()).newSide().orElseThrow().presence());
    }

    @Test
    void linesThatThePatchDoesNotShowAreOfTheTree() {
        Function after = only(lifted()).newSide().orElseThrow();
        assertEquals(new Origin(Origin.Side.TREE, "mm/pool.c", 5), after.origin());
        List<Origin> origins = new ArrayList<>();
        Walk.statements(after.body(), s -> {
            if (s instanceof Stmt.Eval) {
                origins.add(s.origin());
            }
        });
        assertTrue(origins.contains(new Origin(Origin.Side.NEW, "mm/pool.c", 111)), origins.toString());
        assertTrue(origins.contains(new Origin(Origin.Side.TREE, "mm/pool.c", 12)), origins.toString());
    }

    @Test
    void aFunctionThatTheTreeCompletesIsNotShownWholeByThePatch() {
        assertEquals(false, only(lifted()).wholeNew());
        assertEquals(true, only(PatchText.liftWhole("mm/pool.c", "mm/pool.c", whole(FILE, 1, 99))).wholeNew());
    }

    @Test
    void liftsOnlyFunctionsThatAreWanted() {
        SortedMap<String, Function> found = SourceText.functions("mm/pool.c", FILE.replace("+", ""), new TreeSet<>(List.of("pool_get", "nothing")));
        assertEquals(List.of("pool_get"), List.copyOf(found.keySet()));
        assertEquals(new Origin(Origin.Side.TREE, "mm/pool.c", 18), found.get("pool_get").origin());
    }

    @Test
    void prefersTheFunctionOfAConfigurationWithEverythingOn() {
        String text = """
                #ifndef CONFIG_POOL
                static inline int size(void) { return 0; }
                static inline int off(void) { return 1; }
                #else
                static inline int size(void) { return 2; }
                #endif
                #define twice(x) (2 * (x))
                """;
        SortedMap<String, Function> found = SourceText.functions("a.h", text, new TreeSet<>(List.of("size", "off", "twice")));
        assertEquals("{return 2;}", Sample.text(found.get("size").body()));
        assertEquals("{return 1;}", Sample.text(found.get("off").body()));
        assertEquals("{return 2 * x;}", Sample.text(found.get("twice").body()));
    }
}
