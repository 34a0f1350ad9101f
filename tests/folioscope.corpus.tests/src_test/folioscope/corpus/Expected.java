package folioscope.corpus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import folioscope.review.Prediction;

/** What people have said about the patches of a corpus: the rows of its {@code expected.tsv}, and how predictions are held against them. */
record Expected(String file, String type, String kind, String effect, String confidence) {

    /** The rows of a corpus by file, in the order of file names; rows of low confidence are left out. */
    static Map<String, List<Expected>> in(Path corpus) {
        List<String> lines = Checkout.lines(corpus.resolve("expected.tsv"));
        List<String> head = List.of(lines.get(0).split("\t"));
        return lines.stream().skip(1).map(l -> row(head, l.split("\t", -1))).filter(e -> !e.confidence.equals("low"))
                .collect(Collectors.groupingBy(Expected::file, TreeMap::new, Collectors.toList()));
    }

    private static Expected row(List<String> head, String[] c) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (int i = 0; i < head.size() && i < c.length; i++) {
            cell.put(head.get(i), c[i]);
        }
        return new Expected(cell.get("file"), cell.get("pgmap_type"), cell.get("kind"), cell.get("expected_effect"),
                cell.get("confidence"));
    }

    /** A prediction as far as rows speak of it. */
    record Said(String type, String kind, String effect) {

        static Set<Said> of(List<Prediction> predictions) {
            return predictions.stream().map(p -> new Said(p.type(), p.kind().word(), p.effect())).collect(Collectors.toSet());
        }
    }

    /** Whether the row names an effect that must be found; else it names what must not be predicted. */
    boolean positive() {
        return !effect.equals("none") && !effect.startsWith("!");
    }

    boolean high() {
        return confidence.equals("high");
    }

    /** Whether what was predicted is what a positive row asks for. */
    boolean found(Set<Said> said) {
        return mine(said).stream().anyMatch(s -> s.kind.equals(kind) && s.effect.equals(effect));
    }

    /** Whether something was predicted that a negative row excludes. */
    boolean alarmed(Set<Said> said) {
        Set<Said> mine = mine(said);
        return effect.startsWith("!") ? mine.stream().anyMatch(s -> s.effect.equals(effect.substring(1))) : !mine.isEmpty();
    }

    private Set<Said> mine(Set<Said> said) {
        return said.stream().filter(s -> type.equals("ANY") || s.type.equals(type)).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return String.join(" ", file, type, kind, effect, "(" + confidence + ")");
    }
}
