package folioscope.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;

/**
 * Reads the diffs of one text with JGit, one file at a time, so that trouble with one file does not touch the next.
 * Every line of a hunk keeps its place in the input.
 */
final class DiffReader {

    /** JGit throws on any other {@code index} line, so they are not shown to it. */
    private static final Pattern INDEX = Pattern.compile("index [0-9a-f]{4,40}\\.\\.[0-9a-f]{4,40}( [0-7]{6})?");

    private final DiagnosticLog log;

    DiffReader(DiagnosticLog log) {
        this.log = log;
    }

    /** What the text changes, in its order. */
    List<FileChange> read(List<SourceLine> lines, boolean quoted) {
        List<FileChange> changes = new ArrayList<>();
        for (DiffSection section : new DiffScanner(lines, quoted, log).scan()) {
            change(section).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<FileChange> change(DiffSection section) {
        int inputLine = section.header().get(0).inputLine();
        if (section.hunks().isEmpty() && !changesWithoutHunks(section)) {
            log.info(inputLine, "file header without a hunk; it is left out");
            return Optional.empty();
        }
        try {
            List<SourceLine> shown = shown(section);
            org.eclipse.jgit.patch.Patch patch = parse(shown);
            report(patch, shown);
            if (patch.getFiles().isEmpty()) {
                return Optional.empty();
            }
            return change(section, patch.getFiles().get(0), inputLine);
        } catch (RuntimeException unreadable) {
            // JGit throws unchecked on some damaged headers; the file is lost, the rest of the input is not
            log.error(inputLine, "diff cannot be read and is left out: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static List<SourceLine> shown(DiffSection section) {
        List<SourceLine> shown = new ArrayList<>();
        for (SourceLine line : section.header()) {
            if (!line.text().startsWith("index ") || INDEX.matcher(line.text()).matches()) {
                shown.add(line);
            }
        }
        section.hunks().forEach(shown::addAll);
        return shown;
    }

    private static org.eclipse.jgit.patch.Patch parse(List<SourceLine> shown) {
        StringBuilder text = new StringBuilder();
        shown.forEach(line -> text.append(line.text().replace('\n', ' ')).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        org.eclipse.jgit.patch.Patch patch = new org.eclipse.jgit.patch.Patch();
        patch.parse(bytes, 0, bytes.length);
        return patch;
    }

    /** Cut hunks were reported when they were found. */
    private void report(org.eclipse.jgit.patch.Patch patch, List<SourceLine> shown) {
        for (FormatError error : patch.getErrors()) {
            String message = error.getMessage();
            if (!message.startsWith("Truncated hunk") && !message.startsWith("Hunk header")) {
                log.warning(shown.get(0).inputLine(), "diff of one file: " + message);
            }
        }
    }

    private Optional<FileChange> change(DiffSection section, FileHeader file, int inputLine) {
        List<Hunk> hunks = section.hunks().stream().map(DiffReader::hunk).toList();
        if (file.getHunks().size() != hunks.size()) {
            log.warning(inputLine, "the parser found " + file.getHunks().size() + " hunks of this file, " + hunks.size()
                    + " were shown to it");
        }
        FilePaths paths = FilePaths.of(file, section.header());
        if (paths.isUnknown()) {
            if (!hunks.isEmpty()) {
                log.error(inputLine, "diff names no file; it is left out");
            }
            return Optional.empty();
        }
        if (file.getPatchType() != FileHeader.PatchType.UNIFIED) {
            log.info(inputLine, "binary file; its content is not read");
        }
        return Optional.of(new FileChange(kind(file.getChangeType()), paths.oldPath(), paths.newPath(),
                blob(file.getOldId()), blob(file.getNewId()), inputLine, hunks));
    }

    /** Renames, modes, binary and empty files; a name with nothing behind it is prose, or a quote that was cut. */
    private static boolean changesWithoutHunks(DiffSection section) {
        return section.header().stream().map(SourceLine::text).noneMatch(text -> text.startsWith("+++ "))
                && section.header().stream().skip(1).anyMatch(line -> !line.text().startsWith("index "));
    }

    private static Hunk hunk(List<SourceLine> shown) {
        HunkHeader header = HunkHeader.parse(shown.get(0).text()).orElseThrow();
        List<Line> lines = new ArrayList<>();
        int oldLine = header.oldStart();
        int newLine = header.newStart();
        for (SourceLine line : shown.subList(1, shown.size())) {
            String text = line.text().substring(1);
            switch (line.text().charAt(0)) {
                case '+' -> lines.add(new Line(Line.Kind.ADDED, text, 0, newLine++, line.inputLine()));
                case '-' -> lines.add(new Line(Line.Kind.REMOVED, text, oldLine++, 0, line.inputLine()));
                case ' ' -> lines.add(new Line(Line.Kind.CONTEXT, text, oldLine++, newLine++, line.inputLine()));
                default -> { } // "\ No newline at end of file" is no line of the file
            }
        }
        return new Hunk(header.oldStart(), header.oldCount(), header.newStart(), header.newCount(), header.heading(),
                shown.get(0).inputLine(), lines);
    }

    private static FileChange.Kind kind(DiffEntry.ChangeType type) {
        return switch (type) {
            case ADD -> FileChange.Kind.ADD;
            case DELETE -> FileChange.Kind.DELETE;
            case RENAME -> FileChange.Kind.RENAME;
            case COPY -> FileChange.Kind.COPY;
            case MODIFY -> FileChange.Kind.MODIFY;
        };
    }

    private static String blob(AbbreviatedObjectId id) {
        return id == null ? "" : id.name();
    }
}
