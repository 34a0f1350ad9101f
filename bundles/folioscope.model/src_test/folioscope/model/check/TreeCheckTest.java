package folioscope.model.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.KernelVersion;
import folioscope.model.ModelLibrary;
import folioscope.model.check.FunctionCheck.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A small model held against a small tree. */
class TreeCheckTest {

    private static final String MODEL = """
            struct page { int _refcount; void *mapping; };
            int page_ref_dec(struct page *page) { return __add_return(&page->_refcount, -1); }
            void free_pool_page(struct page *page) { page->mapping = NULL; }
            void pool_put(struct page *page)
            {
            \tif (page_ref_dec(page) == 0)
            \t\tfree_pool_page(page);
            }
            """;

    private static final String SAME = """
            int page_ref_dec(struct page *page) { return atomic_dec_return(&page->_refcount); }
            static void free_pool_page(struct page *page)
            {
            \tpr_debug("free %p", page);
            \tpage->mapping = NULL;
            }
            static void pool_put(struct page *page)
            {
            \tint left = page_ref_dec(page);

            \tif (unlikely(left == 0))
            \t\tfree_pool_page(page);
            }
            """;

    private static CheckResult check(String explanations, Map<String, String> tree) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("kernel/mm/pool.c", MODEL);
        texts.put("kernel/baselines.tsv", "6.1\tE6\t2022-12-11\n6.12\tE6\t2024-11-17\n");
        texts.put("kernel/lexicon.txt", "page_ref_*\nget_page\n");
        texts.put("kernel/differences.tsv", explanations);
        SortedMap<String, String> files = new TreeMap<>(tree);
        return TreeCheck.of(ModelLibrary.of(texts), new KernelVersion(6, 12), new KernelSource() {
            @Override
            public Optional<String> text(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<String> list(String folder) {
                return files.keySet().stream().filter(f -> f.replaceFirst("/[^/]*$", "").equals(folder)).toList();
            }
        });
    }

    private static String statuses(CheckResult result) {
        return String.join(" ", result.functions().stream().map(f -> f.name() + ":" + f.status()).toList());
    }

    private static List<String> differences(CheckResult result) {
        return result.functions().stream().flatMap(f -> f.differences().stream())
                .map(d -> d.difference().kind().sign() + d.difference().word() + " " + d.difference().where()).toList();
    }

    @Test
    void agreesWhereOnlyWhatIsNoLifeOfAPageDiffers() {
        assertEquals("free_pool_page:AGREES page_ref_dec:PRIMITIVE pool_put:AGREES", statuses(check("", Map.of("mm/pool.c", SAME))));
    }

    @Test
    void saysWhatTheModelLacks() {
        String tree = SAME.replace("\tif (unlikely(", "\tget_page(page);\n\tif (unlikely(");
        CheckResult result = check("", Map.of("mm/pool.c", tree));
        assertEquals(Status.DIFFERS, result.functions().get(2).status());
        assertEquals(List.of("-get_page() mm/pool.c:11"), differences(result));
        assertEquals(false, result.settled());
    }

    @Test
    void saysWhatOnlyTheModelHas() {
        String tree = SAME.replace("\t\tfree_pool_page(page);\n", "\t\tpr_debug(\"free\");\n");
        assertEquals(List.of("+free_pool_page() mm/pool.c:7"), differences(check("", Map.of("mm/pool.c", tree))));
    }

    @Test
    void saysWhatIsAskedTheOtherWayRound() {
        String tree = SAME.replace("\tint left = page_ref_dec(page);\n\n", "").replace("unlikely(left == 0)", "page_ref_dec(page) != 0");
        assertEquals(List.of("!page_ref_dec() mm/pool.c:9"), differences(check("", Map.of("mm/pool.c", tree))));
    }

    @Test
    void ordersMatter() {
        String tree = SAME.replace("\tint left = page_ref_dec(page);\n", "\tfree_pool_page(page);\n\tint left = page_ref_dec(page);\n")
                .replace("\t\tfree_pool_page(page);\n}", "\t\treturn;\n}");
        assertEquals(Status.DIFFERS, check("", Map.of("mm/pool.c", tree)).functions().get(2).status());
    }

    @Test
    void followsFunctionsThatTheModelFoldsIn() {
        String tree = SAME.replace("\t\tfree_pool_page(page);\n}", "\t\tpool_last(page);\n}")
                + "static void pool_last(struct page *page)\n{\n\tfree_pool_page(page);\n}\n";
        assertEquals(Status.AGREES, check("", Map.of("mm/pool.c", tree)).functions().get(2).status());
    }

    @Test
    void findsAFunctionThatStandsInAnotherFile() {
        CheckResult result = check("", Map.of("include/linux/mm.h", SAME));
        assertEquals("free_pool_page:AGREES page_ref_dec:PRIMITIVE pool_put:AGREES", statuses(result));
        assertEquals("include/linux/mm.h", result.functions().get(2).kernel().path());
    }

    @Test
    void aFunctionThatIsNowhereIsAbsent() {
        CheckResult result = check("", Map.of("mm/pool.c", SAME.replace("pool_put", "pool_drop")));
        assertEquals(Status.ABSENT, result.functions().get(2).status());
    }

    @Test
    void aReasonExplainsThatWordInThatFunctionAtThatKernelOnly() {
        Map<String, String> tree = Map.of("mm/pool.c", SAME.replace("\tif (unlikely(", "\tget_page(page);\n\tif (unlikely("));
        String line = "6.1..6.12\tmm/pool.c\tpool_put\t-get_page()\t1\tfor a test\n";
        CheckResult result = check(line, tree);
        assertEquals(Status.EXPLAINED, result.functions().get(2).status());
        assertEquals("for a test", result.functions().get(2).differences().get(0).reason());
        assertEquals(true, result.settled());
        for (String other : List.of(line.replace("pool_put", "free_pool_page"), line.replace("get_page", "put_page"),
                line.replace("6.1..6.12", "6.1"), line.replace("-get", "+get"))) {
            assertEquals(Status.DIFFERS, check(other, tree).functions().get(2).status(), other);
        }
    }

    @Test
    void aReasonExplainsNoMoreThanItCounts() {
        Map<String, String> tree = Map.of("mm/pool.c", SAME.replace("\tif (unlikely(", "\tget_page(page);\n\tget_page(page);\n\tif (unlikely("));
        String line = "6.12\tmm/pool.c\tpool_put\t-get_page()\t1\tfor a test\n";
        assertEquals(Status.DIFFERS, check(line, tree).functions().get(2).status());
        assertEquals(Status.EXPLAINED, check(line.replace("\t1\t", "\t2\t"), tree).functions().get(2).status());
    }

    @Test
    void reasonsThatExplainNothingAreListed() {
        CheckResult result = check("6.12\tmm/pool.c\tpool_put\t-get_page()\t1\tfor a test\n", Map.of("mm/pool.c", SAME));
        assertEquals(List.of("-get_page()"), result.unused().stream().map(Explanations.Entry::what).toList());
    }
}
