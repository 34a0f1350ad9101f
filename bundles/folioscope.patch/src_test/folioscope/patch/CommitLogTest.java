package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitLogTest {

    private static String commit(String digit, String title, int hour) {
        return "commit " + digit.repeat(40) + "\nAuthor: Ann <ann@example.org>\nDate:   Mon Jun 3 " + hour
                + ":20:30 2024 +0200\n\n"
                + "    " + title + "\n\n    commit " + digit.repeat(40) + " is meant.\n\n" + Samples.DIFF + "\n";
    }

    @Test
    void givesEveryCommitsSubjectAndDate() {
        Patch patch = Samples.read(commit("a", "mm: keep it", 10)).patches().get(0);
        assertEquals("mm: keep it", patch.subject());
        assertEquals(Optional.of(Instant.parse("2024-06-03T08:20:30Z")), patch.date());
        assertEquals(5, patch.inputLine());
        assertEquals(2, patch.files().size());
    }

    @Test
    void ordersCommitsAsTheyApply() {
        String newestFirst = commit("b", "two", 11) + commit("a", "one", 10);
        String oldestFirst = commit("a", "one", 10) + commit("b", "two", 11);
        for (String log : List.of(newestFirst, oldestFirst)) {
            assertEquals(List.of("one", "two"), Samples.read(log).patches().stream().map(Patch::subject).toList());
        }
    }
}
