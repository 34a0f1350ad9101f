package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Lifts all C of the corpus. */
class CorpusLiftTest {

    private static final Pattern CALL = Pattern.compile("\\b(get_page|put_page|folio_get|folio_put|folio_put_refs|"
            + "set_page_count|init_page_count|page_ref_\\w+|percpu_ref_\\w+|wake_up_var|___wait_var_event|vmf_insert_\\w+)\\s*\\(");

    @Test
    void liftsChangedLinesThatCount(TestReporter reporter) {
        Path directory = Corpus.directory().orElse(Path.of(""));
        Assumptions.assumeTrue(Corpus.directory().isPresent(), "no corpus here");
        int all = 0;
        int lifted = 0;
        StringBuilder lost = new StringBuilder();
        for (Corpus.PatchedFile file : Corpus.files(directory)) {
            for (FileEdit.ChangedLine line : file.lift().changed()) {
                if (CALL.matcher(code(line)).find()) {
                    all++;
                    lifted += line.lifted() ? 1 : 0;
                    lost.append(line.lifted() ? "" : file.mail() + ":" + line.inputLine() + ": " + line.text() + "\n");
                }
            }
        }
        reporter.publishEntry("lifted", lifted + " of " + all + " changed lines\n" + lost);
        assertTrue(lifted >= 0.99 * all, lifted + " of " + all + "\n" + lost);
    }

    /** The line, if a name on it is a call outside comments and strings. */
    private static String code(FileEdit.ChangedLine line) {
        List<String> names = line.names();
        return names.isEmpty() ? "" : String.join("(", names) + "(";
    }
}
