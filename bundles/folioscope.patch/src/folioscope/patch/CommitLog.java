package folioscope.patch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The output of {@code git show} and {@code git log -p}: commits, their message indented, their diff behind it. */
final class CommitLog {

    private static final Pattern COMMIT = Pattern.compile("commit [0-9a-f]{40,64}( .{0,300})?");
    private static final Pattern DATE = Pattern.compile(
            "(?:Author)?Date: +[A-Za-z]{3} ([A-Za-z]{3}) +(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (\\d{4}) ([+-]\\d{4})");
    private static final String MESSAGE_INDENT = "    ";

    private CommitLog() {
    }

    /** One commit: what it says about itself, and its lines. */
    record Commit(Envelope envelope, MappedText text) {
    }

    /** Whether the text begins with a commit. */
    static boolean isLog(MappedText text) {
        return text.lineCount() > 0 && begins(text, 0);
    }

    /** The commits in the order in which they apply: git lists the newest first, unless told otherwise. */
    static List<Commit> split(MappedText text) {
        List<Commit> commits = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.lineCount(); i++) {
            if (i == text.lineCount() || begins(text, i)) {
                MappedText commit = text.slice(start, i);
                commits.add(new Commit(envelope(commit), commit));
                start = i;
            }
        }
        Optional<Instant> first = commits.get(0).envelope().date();
        Optional<Instant> last = commits.get(commits.size() - 1).envelope().date();
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            Collections.reverse(commits);
        }
        return commits;
    }

    private static boolean begins(MappedText text, int i) {
        return text.startsWith(i, "commit ") && i + 1 < text.lineCount()
                && (text.startsWith(i + 1, "Author: ") || text.startsWith(i + 1, "Merge: "))
                && COMMIT.matcher(text.latin(i)).matches();
    }

    private static Envelope envelope(MappedText commit) {
        String from = "";
        Optional<Instant> date = Optional.empty();
        for (int i = 1; i < commit.lineCount() && !commit.startsWith(i, "diff "); i++) {
            String line = commit.line(i, StandardCharsets.UTF_8);
            if (line.startsWith("Author: ")) {
                from = line.substring("Author: ".length()).strip();
            } else if (DATE.matcher(line).matches()) {
                date = MailDate.parse(DATE.matcher(line).replaceFirst("$2 $1 $4 $3 $5"));
            } else if (line.startsWith(MESSAGE_INDENT) && !line.isBlank()) {
                return new Envelope(line.strip(), "", from, date, commit.inputLine(i));
            }
        }
        return new Envelope("", "", from, date, commit.firstInputLine());
    }
}
