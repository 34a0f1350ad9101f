package folioscope.skeleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The C files of the corpus's unencoded diffs, read in the simplest way; for tests only. */
final class Corpus {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@ ?(.*)");

    private Corpus() {
    }

    /** One file of one patch. */
    record PatchedFile(String mail, String oldPath, String newPath, List<HunkText> hunks) {
        FileEdit lift() {
            return PatchText.lift(oldPath, newPath, hunks);
        }
    }

    /** The directory of the corpus's mails, if there is one beside or above the working directory. */
    static Optional<Path> directory() {
        String given = System.getProperty("folioscope.shared", "");
        if (!given.isEmpty()) {
            return Optional.of(Path.of(given, "corpus", "dev")).filter(Files::isDirectory);
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            for (Path shared : List.of(p.resolve("shared"), p.resolveSibling("shared"))) {
                if (Files.isDirectory(shared.resolve("corpus/dev"))) {
                    return Optional.of(shared.resolve("corpus/dev"));
                }
            }
        }
        return Optional.empty();
    }

    static List<PatchedFile> files(Path directory) {
        try (Stream<Path> mails = Files.list(directory)) {
            return mails.filter(m -> m.toString().endsWith(".mbox")).sorted().flatMap(m -> read(m).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PatchedFile> read(Path mail) {
        List<String> lines;
        try {
            lines = Files.readString(mail, StandardCharsets.ISO_8859_1).replace("\r", "").lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, PatchedFile> files = new LinkedHashMap<>();
        String oldPath = "";
        String newPath = "";
        boolean encoded = false;
        int part = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            encoded = line.startsWith("From ") ? false : encoded;
            encoded |= line.matches("(?i)content-transfer-encoding: *(quoted-printable|base64).*");
            part += line.startsWith("From ") || line.startsWith("Subject:") ? 1 : 0;
            if (line.startsWith("--- a/") || line.startsWith("--- /dev/null")) {
                oldPath = line.substring(4).replaceFirst("^a/", "");
            } else if (line.startsWith("+++ b/") || line.startsWith("+++ /dev/null")) {
                newPath = line.substring(4).replaceFirst("^b/", "");
            }
            Matcher m = HUNK.matcher(line);
            if (m.matches() && !encoded && (newPath + oldPath).matches(".*\\.[ch](/dev/null)?.*")) {
                String key = part + " " + oldPath + " " + newPath;
                files.computeIfAbsent(key, k -> new PatchedFile(mail.getFileName().toString(), "", "", new ArrayList<>()));
                PatchedFile file = files.get(key);
                List<HunkText> hunks = file.hunks();
                hunks.add(hunk(m, lines, i));
                files.put(key, new PatchedFile(file.mail(), oldPath, newPath, hunks));
            }
        }
        return List.copyOf(files.values());
    }

    private static HunkText hunk(Matcher m, List<String> lines, int at) {
        int older = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
        int newer = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
        List<HunkText.Line> all = new ArrayList<>();
        for (int i = at + 1; i < lines.size() && (older > 0 || newer > 0); i++) {
            String line = lines.get(i).isEmpty() ? " " : lines.get(i);
            HunkText.Mark mark = switch (line.charAt(0)) {
                case '-' -> HunkText.Mark.REMOVED;
                case '+' -> HunkText.Mark.ADDED;
                default -> HunkText.Mark.CONTEXT;
            };
            if (line.charAt(0) == '\\') {
                continue;
            }
            older -= mark == HunkText.Mark.ADDED ? 0 : 1;
            newer -= mark == HunkText.Mark.REMOVED ? 0 : 1;
            all.add(new HunkText.Line(mark, line.substring(1), i + 1));
        }
        return new HunkText(m.group(5).strip(), Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), all);
    }
}
