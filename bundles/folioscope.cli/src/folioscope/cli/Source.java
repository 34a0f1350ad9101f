package folioscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An input to review.
 *
 * @param name as the user knows it; {@code -} is standard input
 * @param walked whether it was found in a folder: then it need not have a patch in it
 */
record Source(String name, boolean walked) {

    private static final Set<String> ENDINGS = Set.of(".patch", ".diff", ".mbox", ".eml");

    /** The inputs that arguments stand for, in their order; a folder stands for the patches and mails below it, by path. */
    static List<Source> of(List<String> arguments) throws Trouble {
        List<Source> sources = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (!argument.equals("-") && Files.isDirectory(path)) {
                sources.addAll(below(argument, path));
            } else {
                sources.add(new Source(argument, false));
            }
        }
        return sources;
    }

    private static List<Source> below(String name, Path folder) throws Trouble {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Source> found = all.filter(Files::isRegularFile).filter(Source::isPatch).map(Path::toString).sorted()
                    .map(p -> new Source(p, true)).toList();
            if (found.isEmpty()) {
                throw new Trouble(name + ": nothing in this folder ends in .patch, .diff, .mbox or .eml; name the file itself");
            }
            return found;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Trouble(name + ": this folder cannot be read: " + e.getMessage());
        }
    }

    private static boolean isPatch(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Its bytes. */
    byte[] content(InputStream in) throws Trouble {
        try {
            return name.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Trouble(name + ": there is no such file");
        } catch (IOException e) {
            throw new Trouble(name + ": cannot be read: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
