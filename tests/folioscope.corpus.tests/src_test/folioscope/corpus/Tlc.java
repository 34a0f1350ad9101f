package folioscope.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import folioscope.explore.export.Tla;

/** Asks TLC what a module can do. Its jar is told with {@code -Dfolioscope.tlc=FILE}. */
final class Tlc {

    private static final Pattern STATES = Pattern.compile("(?m)^\\d+ states generated, (\\d+) distinct states found, 0 states left");
    private static final Pattern TOLD = Pattern.compile("<<\\s*\"([a-z-]+)\",\\s*(-?\\d+),\\s*(-?\\d+)\\s*>>");
    private static final List<String> KINDS = List.of("", "check", "bug", "warn", "poisoned", "bad-pointer", "endless", "observed",
            "lost-wake", "hang", "deadlock");

    private final Path folder;

    /** A TLC that works in a folder of its own. */
    Tlc(Path folder) {
        this.folder = folder;
    }

    private static String jar() {
        return System.getProperty("folioscope.tlc", "");
    }

    /** Whether there is a TLC. */
    static boolean installed() {
        return !jar().isEmpty() && Files.isRegularFile(Path.of(jar()));
    }

    /** Lets TLC visit all states of the module {@code M}. */
    Spin.Answer ask(Tla model) {
        Shell shell = new Shell(folder);
        shell.put("M.tla", model.module());
        shell.put("M.cfg", model.configuration());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = shell.run(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-Xss256m", "-cp", jar(), "tlc2.TLC",
                "-workers", "1", "-nowarning", "M"));
        Matcher states = STATES.matcher(said);
        if (!states.find() || !said.contains("No error has been found")) {
            throw new IllegalStateException("TLC did not visit all states: " + said);
        }
        SortedSet<String> shown = new TreeSet<>();
        Matcher told = TOLD.matcher(said);
        while (told.find()) {
            int kind = KINDS.indexOf(told.group(1));
            int place = Integer.parseInt(told.group(2));
            int detail = Integer.parseInt(told.group(3));
            shown.add(told.group(1).equals("observed") ? model.sites().get(place - 1).effect() + "=" + detail
                    : Spin.violation(kind, place, detail, model.sites()));
        }
        return new Spin.Answer(Long.parseLong(states.group(1)), shown);
    }
}
