package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.merge.Site;
import folioscope.skeleton.HunkText;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HalfMergedTest {

    private static List<Site> sites(Site.Status status, int lines) {
        return IntStream.range(0, lines).mapToObj(i -> new Site("mm/swap.c", "put_page", HunkText.Mark.ADDED, i, "put_page(page);",
                status, "swap.c:put_page", Optional.empty())).toList();
    }

    private static HalfMerged of(int conflicts, int merged) {
        return HalfMerged.of(Stream.of(sites(Site.Status.CONFLICT, conflicts), sites(Site.Status.MERGED, merged))
                .flatMap(List::stream).toList(), List.of());
    }

    @Test
    void oneLineThatConflictsMakesAFunctionHalfMerged() {
        assertEquals(new HalfMerged(new TreeSet<>(List.of("put_page")), new TreeSet<>()), of(1, 0));
    }

    @Test
    void severalMoreThanWereMergedMakeItUnknown() {
        assertEquals(new TreeSet<>(List.of("put_page")), of(6, 2).mostly());
        assertEquals(new TreeSet<>(), of(6, 3).mostly());
    }

    @Test
    void aFunctionWhoseOtherLinesConflictIsHalfMergedToo() {
        assertEquals(new TreeSet<>(List.of("get_page")), HalfMerged.of(List.of(), List.of("get_page")).partly());
    }

    @Test
    void whatIsMergedAltogetherIsNotAmongThem() {
        assertEquals(new HalfMerged(new TreeSet<>(), new TreeSet<>()), of(0, 5));
    }
}
