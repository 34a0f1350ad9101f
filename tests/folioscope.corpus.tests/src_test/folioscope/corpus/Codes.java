package folioscope.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import folioscope.explore.Outcome;
import folioscope.explore.Violation;

/** The fact sheet's outcome codes, and which violations of a run they stand for; read from the head of the outcome table. */
final class Codes {

    private static final String MARK = "#: ";
    private static final Map<String, Set<String>> FOLLOWS =
            Map.of("UAF-MM", Set.of("PGMAP"), "CRASH", Set.of("PGMAP", "UAF-MM"));

    private record Meaning(String code, String kind, String effect, String text) {

        boolean fits(Violation v) {
            return (kind.equals("*") || kind.equals(v.kind().name())) && (effect.equals("*") || effect.equals(v.effect()))
                    && v.message().contains(text);
        }
    }

    private final List<Meaning> meanings = new ArrayList<>();

    Codes(List<String> table) {
        for (String line : table) {
            if (line.startsWith(MARK)) {
                String[] c = line.substring(MARK.length()).split("\t", -1);
                meanings.add(new Meaning(c[0], c[1], c[2], c.length > 3 ? c[3] : ""));
            }
        }
    }

    /** The codes of a run; {@code OTHER} for a violation that no line names. */
    SortedSet<String> of(Outcome outcome) {
        return outcome.violations().stream().map(this::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private String of(Violation violation) {
        return meanings.stream().filter(m -> m.fits(violation)).map(Meaning::code).findFirst().orElse("OTHER");
    }

    /** What a run counted, with the length of the shortest trace to each of its codes. */
    Counts counts(Outcome outcome) {
        SortedMap<String, Integer> steps = new TreeMap<>();
        outcome.violations().forEach(v -> steps.merge(of(v), v.trace().steps().size(), Math::min));
        String text = steps.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
        return new Counts(outcome.states(), outcome.transitions(), text.isEmpty() ? "-" : text);
    }

    /**
     * Whether a run shows what is expected: every word of it, of which {@code A/B} asks for at least one and {@code !A} for
     * none; and nothing else but what comes of it.
     */
    static boolean agrees(String expected, Set<String> shown) {
        Set<String> left = new TreeSet<>(shown);
        boolean quiet = expected.equals("ok") || expected.equals("-");
        if (quiet) {
            return shown.isEmpty();
        }
        boolean warnings = true;
        for (String word : expected.split(" ")) {
            if (word.startsWith("!")) {
                warnings &= !word.equals("!WARN");
                if (shown.contains(word.substring(1))) {
                    return false;
                }
                continue;
            }
            Set<String> any = Set.of(word.split("/"));
            if (shown.stream().noneMatch(any::contains)) {
                return false;
            }
            left.removeAll(any);
        }
        if (warnings) {
            left.remove("WARN");
        }
        left.removeIf(code -> shown.stream().anyMatch(FOLLOWS.getOrDefault(code, Set.of())::contains));
        return left.isEmpty();
    }
}
