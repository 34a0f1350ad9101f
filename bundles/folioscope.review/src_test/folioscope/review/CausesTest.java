package folioscope.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import folioscope.model.merge.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A prediction names the lines that it needs, and no others. */
class CausesTest {

    private static final String HEAD = "@@ -14,8 +14,8 @@ void put_page(struct page *page)\n {\n";
    private static final String COUNT = " \tint count = page_ref_dec_return(page);";
    private static final String TAIL = " \tif (count == 0)\n \t\tpage->in_use = 0;\n }\n";

    private static List<String> causes(String diff, String effect) {
        Review review = Tiny.reviewed(diff);
        Prediction prediction = review.total().predictions().stream().filter(p -> p.effect().equals(effect)).findFirst().orElseThrow();
        List<Site> sites = review.patches().get(0).sites();
        return prediction.sites().stream().map(id -> sites.get(Integer.parseInt(id.substring(id.indexOf('s') + 1)) - 1).text().strip())
                .toList();
    }

    @Test
    void otherFunctionsOfThePatchAreLeftOut() {
        String init = Tiny.init(" \tset_page_count(page, 1);", "+\tset_page_count(page, 1);");
        String put = Tiny.put("-\tif (count == 1)", "-\t\twake_up_var(&page->_refcount);");
        assertEquals(List.of("wake_up_var(&page->_refcount);"), causes(put + init, "lost-wake"));
    }

    @Test
    void otherLinesOfTheFunctionAreLeftOut() {
        String diff = Tiny.diff(HEAD, TAIL, "+\tset_page_count(page, page->_refcount);", COUNT,
                "-\tif (count == 1)", "-\t\twake_up_var(&page->_refcount);");
        assertEquals(List.of("wake_up_var(&page->_refcount);"), causes(diff, "lost-wake"));
    }

    @Test
    void whatComesInThePlaceOfLinesIsNamedWithThem() {
        String diff = Tiny.diff(HEAD, TAIL, COUNT, "-\tif (count == 1)", "+\tif (count == 7)", " \t\twake_up_var(&page->_refcount);");
        assertEquals(List.of("if (count == 1)", "if (count == 7)"), causes(diff, "lost-wake"));
    }
}
