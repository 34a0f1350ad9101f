package folioscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import folioscope.explore.Outcome;
import folioscope.explore.Violation;
import folioscope.explore.export.Promela;
import folioscope.explore.lower.Site;
import folioscope.skeleton.CText;

/** Asks SPIN what a model can do. */
final class Spin {

    private static final Pattern STATES = Pattern.compile("(?m)^ *(\\d+) states, stored");
    private static final Pattern TOLD = Pattern.compile("(?m)^(violation|observed) (-?\\d+) (-?\\d+)(?: (-?\\d+))?$");
    private static final Pattern FLAGS = Pattern.compile("-DVECTORSZ=\\d+");
    private static final int MANY = 1_000_000;

    /** tcc compiles forty times as fast as gcc does, which spin asks to read the model in any case. */
    private static final List<String> COMPILER = Shell.starts("tcc", "-v") ? List.of("tcc", "-w")
            : List.of("gcc", "-O0", "-w", "-fwrapv");

    private final Path folder;

    /** A SPIN that works in a folder of its own. */
    Spin(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param states those stored, less the two that the model has more
     * @param shown violations by kind, effect and place, and observations by name and value
     */
    record Answer(long states, SortedSet<String> shown) { }

    /** Whether SPIN and a C compiler are installed. */
    static boolean installed() {
        return Shell.starts("spin", "-V") && Shell.starts("gcc", "--version");
    }

    /** Lets SPIN visit all states of a model. */
    Answer ask(Promela model) {
        Shell shell = new Shell(folder);
        shell.put("m.pml", model.text());
        Matcher vector = FLAGS.matcher(model.text());
        String size = vector.find() ? vector.group() : "-DVECTORSZ=8192";
        shell.run(List.of("spin", "-a", "m.pml"));
        List<String> compile = new ArrayList<>(COMPILER);
        compile.addAll(List.of("-DSAFETY", "-DNOREDUCE", "-DPRINTF", size, "-o", "pan", "pan.c"));
        shell.run(compile);
        String said = shell.run(List.of("./pan", "-c0", "-w16", "-m" + MANY));
        Matcher states = STATES.matcher(said);
        if (!states.find() || said.contains("max search depth too small")) {
            throw new IllegalStateException("SPIN did not visit all states: " + said);
        }
        SortedSet<String> shown = new TreeSet<>();
        Matcher told = TOLD.matcher(said);
        while (told.find()) {
            int[] n = { number(told.group(2)), number(told.group(3)), told.group(4) == null ? 0 : number(told.group(4)) };
            shown.add(told.group(1).equals("observed") ? model.sites().get(n[0] - 1).effect() + "=" + n[1]
                    : violation(n[0], n[1], n[2], model.sites()));
        }
        return new Answer(Long.parseLong(states.group(1)) - Promela.MORE_STATES, shown);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /** A violation as explorer and checkers are compared by it. */
    static String violation(int kind, int place, int detail, List<Site> sites) {
        if (place == 0) {
            return "not represented";
        }
        Site site = sites.get(place - 1);
        return switch (kind) {
            case 1 -> violation(Violation.Kind.CHECK, site.effect(), site);
            case 2 -> violation(Violation.Kind.BUG, site.effect(), site);
            case 3 -> violation(Violation.Kind.WARN, site.effect(), site);
            case 4 -> violation(Violation.Kind.USE_AFTER_FREE, sites.get(detail - 1).effect(), site);
            case 5 -> violation(Violation.Kind.BAD_POINTER, "", site);
            case 6 -> violation(Violation.Kind.LIVELOCK, "livelock", site);
            case 8 -> violation(Violation.Kind.LOST_WAKE, "lost-wake", site);
            case 9 -> violation(Violation.Kind.HANG, detail == 1 ? site.effect() : "hang-idle-wait", site);
            case 10 -> violation(Violation.Kind.DEADLOCK, "", site);
            default -> "not represented (" + detail + ") " + site.function() + " " + site.origin() + " "
                    + site.statement().map(CText::of).orElse("");
        };
    }

    private static String violation(Violation.Kind kind, String effect, Site site) {
        return kind + " " + effect + " " + site.function() + " " + site.origin();
    }

    /** The same of what exploring found; that no run ends from some state on is nothing that SPIN is asked. */
    static Answer of(Outcome outcome) {
        SortedSet<String> shown = new TreeSet<>();
        outcome.violations().stream().filter(v -> !v.message().equals("from here on no run ever ends"))
                .forEach(v -> shown.add(v.kind() + " " + v.effect() + " " + v.function() + " " + v.origin()));
        outcome.observations().forEach(o -> shown.add(o.name() + "=" + o.value()));
        return new Answer(outcome.states(), shown);
    }
}
