package folioscope.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<String> made = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(2);

    private void ask(String... keys) {
        for (String key : keys) {
            assertEquals("value of " + key, recent.get(key, () -> {
                made.add(key);
                return "value of " + key;
            }));
        }
    }

    @Test
    void makesAValueOnceWhileItIsRecent() {
        ask("a", "b", "a", "b");
        assertEquals(List.of("a", "b"), made);
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        ask("a", "b", "a", "c", "a", "b");
        assertEquals(List.of("a", "b", "c", "b"), made);
    }

    @Test
    void givesTheFirstOfTwoThatWereMadeAtOnce() {
        assertEquals("inner", recent.get("a", () -> recent.get("a", () -> "inner") + " and outer"));
    }
}
