package folioscope.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes patches of one part of a mail: one of its own diffs, and one of each depth of quoting that has a diff. */
final class PartReader {

    private static final Pattern BASE = Pattern.compile("base-commit: ([0-9a-f]{7,64})\\s*");

    private final DiagnosticLog log;

    PartReader(DiagnosticLog log) {
        this.log = log;
    }

    /** The part's own patch first, then the quoted ones, the outermost quote first. */
    List<Draft> read(TextPart part) {
        List<SourceLine> text = part.flowed() ? Flowed.unflow(part.lines(), part.deleteSpace()) : part.lines();
        List<Draft> drafts = new ArrayList<>();
        for (Map.Entry<Integer, List<SourceLine>> depth : Quoting.byDepth(text).entrySet()) {
            boolean quoted = depth.getKey() > 0;
            List<SourceLine> lines = part.flowed() && quoted ? Flowed.unstuffQuoted(depth.getValue())
                    : depth.getValue();
            List<FileChange> files = new DiffReader(log).read(lines, quoted);
            if (!files.isEmpty()) {
                int line = !quoted && part.envelope().inputLine() > 0 ? part.envelope().inputLine()
                        : files.get(0).inputLine();
                drafts.add(new Draft(part.envelope(), quoted, baseCommit(lines), line, files));
            } else if (quoted) {
                reportFragment(lines);
            }
        }
        return drafts;
    }

    private static String baseCommit(List<SourceLine> lines) {
        for (SourceLine line : lines) {
            Matcher m = line.text().startsWith("base-commit: ") ? BASE.matcher(line.text()) : null;
            if (m != null && m.matches()) {
                return m.group(1);
            }
        }
        return "";
    }

    /** Reviewers quote single changed lines, too; without a header nobody can say what they change. */
    private void reportFragment(List<SourceLine> lines) {
        lines.stream().filter(line -> line.text().matches("[+-]\\s.*\\S.*")).findFirst()
                .ifPresent(line -> log.info(line.inputLine(),
                "quoted lines look like lines of a diff, but no hunk header stands above them; they are left out"));
    }
}
