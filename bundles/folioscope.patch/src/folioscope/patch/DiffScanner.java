package folioscope.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the diffs in a text, file by file. Hunks are taken by the counts of their header, so that neither a signature
 * nor the next file's {@code ---} line is taken for a removed line, and each file can be parsed apart from trouble in
 * another.
 */
final class DiffScanner {

    private static final List<String> EXTENDED = List.of("index ", "old mode ", "new mode ", "deleted file mode ",
            "new file mode ", "copy from ", "copy to ", "rename from ", "rename to ", "rename old ", "rename new ",
            "similarity index ", "dissimilarity index ", "GIT binary patch", "Binary files ");

    private final List<SourceLine> lines;
    private final HunkScanner hunkScanner;
    private final DiagnosticLog log;
    private final List<DiffSection> sections = new ArrayList<>();
    private final List<SourceLine> header = new ArrayList<>();
    private final List<List<SourceLine>> hunks = new ArrayList<>();

    DiffScanner(List<SourceLine> lines, boolean quoted, DiagnosticLog log) {
        this.lines = lines;
        this.hunkScanner = new HunkScanner(lines, quoted, log);
        this.log = log;
    }

    /** The files' parts in order. */
    List<DiffSection> scan() {
        int i = 0;
        while (i < lines.size()) {
            String text = lines.get(i).text();
            if (text.startsWith("diff --git ")) {
                i = gitHeader(i);
            } else if (text.startsWith("diff --cc ") || text.startsWith("diff --combined ")) {
                i = combined(i);
            } else if (isFileHeader(lines, i)) {
                close();
                header.add(withoutTimestamp(lines.get(i)));
                header.add(withoutTimestamp(lines.get(i + 1)));
                i += 2;
            } else if (text.startsWith("@@ ")) {
                i = hunk(i);
            } else {
                i++;
            }
        }
        close();
        return List.copyOf(sections);
    }

    /** {@code ---} and {@code +++} in two lines, with a hunk behind them: prose has the first two at times. */
    static boolean isFileHeader(List<SourceLine> lines, int i) {
        return i + 2 < lines.size() && lines.get(i).text().startsWith("--- ")
                && lines.get(i + 1).text().startsWith("+++ ")
                && lines.get(i + 2).text().startsWith("@@ ");
    }

    private void close() {
        if (!header.isEmpty()) {
            sections.add(new DiffSection(header, hunks));
            header.clear();
            hunks.clear();
        }
    }

    private int gitHeader(int start) {
        close();
        SourceLine first = lines.get(start);
        int i = start + 1;
        if (i < lines.size() && lines.get(i).text().startsWith("b/") && !first.text().contains(" b/")) {
            first = first.withText(first.text().stripTrailing() + " " + lines.get(i++).text());
        }
        header.add(first);
        for (; i < lines.size() && isExtended(lines.get(i).text()); i++) {
            header.add(lines.get(i));
        }
        if (i + 1 < lines.size() && lines.get(i).text().startsWith("--- ")
                && lines.get(i + 1).text().startsWith("+++ ")) {
            header.add(withoutTimestamp(lines.get(i)));
            header.add(withoutTimestamp(lines.get(i + 1)));
            i += 2;
        }
        return i;
    }

    private static boolean isExtended(String text) {
        return EXTENDED.stream().anyMatch(text::startsWith);
    }

    /** {@code diff -u} writes the file's time behind its name, with a tab that mail programs may turn into spaces. */
    private static SourceLine withoutTimestamp(SourceLine line) {
        int tab = line.text().indexOf('\t');
        String text = tab > 0 ? line.text().substring(0, tab) : line.text();
        return line.withText(text.replaceFirst(" {1,8}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d.*$", "").stripTrailing());
    }

    private int hunk(int i) {
        SourceLine line = lines.get(i);
        HunkScanner.Scanned scanned = hunkScanner.scan(i);
        if (header.isEmpty()) {
            log.warning(line.inputLine(), "hunk without a file header; it is left out");
        } else if (!scanned.hunk().isEmpty()) {
            hunks.add(scanned.hunk());
        }
        return scanned.next();
    }

    private int combined(int start) {
        close();
        log.warning(lines.get(start).inputLine(),
                "combined diff of a merge; it is left out, as it says nothing about one parent alone");
        int i = start + 1;
        while (i < lines.size() && !lines.get(i).text().startsWith("diff ") && !isFileHeader(lines, i)) {
            i++;
        }
        return i;
    }
}
