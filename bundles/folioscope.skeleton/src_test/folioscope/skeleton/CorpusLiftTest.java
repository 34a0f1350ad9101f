package folioscope.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    @Test
    void survivesMutilatedHunks() {
        Assumptions.assumeTrue(Corpus.directory().isPresent(), "no corpus here");
        long seed = 20260101;
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (Corpus.PatchedFile file : Corpus.files(Corpus.directory().orElseThrow())) {
            List<HunkText> hunks = file.hunks().stream().map(h -> new HunkText(h.heading(), h.oldStart(), h.newStart(),
                    h.lines().stream().filter(line -> dice.nextInt(6) > 0).toList())).toList();
            FileEdit edit = PatchText.lift(file.oldPath(), file.newPath(), hunks);
            long changed = hunks.stream().flatMap(h -> h.lines().stream()).filter(l -> l.mark() != HunkText.Mark.CONTEXT).count();
            assertEquals(changed, edit.changed().size(), () -> file.mail() + " " + file.newPath() + ", seed " + seed);
        }
    }

    @Test
    void givesEveryStatementALineOfItsSide() {
        Assumptions.assumeTrue(Corpus.directory().isPresent(), "no corpus here");
        for (Corpus.PatchedFile file : Corpus.files(Corpus.directory().orElseThrow())) {
            Set<Integer> removed = lines(file, HunkText.Mark.ADDED);
            Set<Integer> added = lines(file, HunkText.Mark.REMOVED);
            for (FunctionEdit edit : file.lift().functions()) {
                edit.oldSide().ifPresent(f -> Walk.statements(f.body(), s -> assertTrue(s.origin().line() == 0
                        || s.origin().side() == Origin.Side.OLD && removed.contains(s.origin().line()), () -> edit.oldName() + " " + s)));
                edit.newSide().ifPresent(f -> Walk.statements(f.body(), s -> assertTrue(s.origin().line() == 0
                        || s.origin().side() == Origin.Side.NEW && added.contains(s.origin().line()), () -> edit.newName() + " " + s)));
            }
        }
    }

    /** The input lines of the side without the mark. */
    private static Set<Integer> lines(Corpus.PatchedFile file, HunkText.Mark other) {
        return file.hunks().stream().flatMap(h -> h.lines().stream()).filter(l -> l.mark() != other)
                .map(HunkText.Line::inputLine).collect(Collectors.toSet());
    }

    /** The line, if a name on it is a call outside comments and strings. */
    private static String code(FileEdit.ChangedLine line) {
        List<String> names = line.names();
        return names.isEmpty() ? "" : String.join("(", names) + "(";
    }
}
