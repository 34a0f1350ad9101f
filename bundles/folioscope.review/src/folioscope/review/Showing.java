package folioscope.review;

import folioscope.model.KernelVersion;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Scenario;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a model and its scenarios come to the words of the vocabulary, at which kernels. */
public final class Showing {

    /** What gives a word, as its first text. */
    private static final Set<String> CHECKS = Set.of("__check", "__bug", "__warn", "__await");

    private final SortedMap<String, Map<String, List<KernelVersion>>> places = new TreeMap<>();
    private final List<KernelVersion> versions;

    private Showing(List<KernelVersion> versions) {
        this.versions = versions;
    }

    /**
     * A place that shows a word.
     *
     * @param place {@code S08 truncate waits for a pinned page} for a scenario, {@code mm/memremap.c f()} for a check
     *     in a function of the model, which any scenario may come to
     * @param kernels the baselines at which it does, oldest first, as ranges: {@code 4.18..6.14}
     */
    public record Place(String place, String kernels) { }

    /** Looks through a library at these versions, oldest first. */
    public static Showing of(ModelLibrary library, List<KernelVersion> versions) {
        Showing showing = new Showing(List.copyOf(versions));
        versions.forEach(v -> showing.look(library, v));
        return showing;
    }

    /** The places that show a word, scenarios first; none for a word that only the explorer or the review gives. */
    public List<Place> places(String word) {
        List<Place> all = new ArrayList<>();
        places.getOrDefault(word, Map.of()).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(e -> all.add(new Place(e.getKey(), ranges(e.getValue()))));
        return all;
    }

    /** All words that scenarios and model use. */
    public SortedSet<String> words() {
        return new TreeSet<>(places.keySet());
    }

    private void look(ModelLibrary library, KernelVersion version) {
        for (Scenario scenario : library.scenarios(version)) {
            SortedSet<String> words = new TreeSet<>();
            scenario.rules().forEach(r -> words.add(r.effect()));
            scenario.unit().functions().forEach(f -> words.addAll(words(f)));
            words.forEach(w -> add(w, scenario.id() + " " + scenario.title(), version));
        }
        Model model = library.model(version);
        model.unit().functions().forEach(f -> words(f).forEach(w -> add(w, f.origin().path() + " " + f.name() + "()",
                version)));
    }

    private void add(String word, String place, KernelVersion version) {
        List<KernelVersion> at = places.computeIfAbsent(word, w -> new LinkedHashMap<>())
                .computeIfAbsent(place, p -> new ArrayList<>());
        if (!at.contains(version)) {
            at.add(version);
        }
    }

    /** The words that checks, assertions and waits of a function are given. */
    private static SortedSet<String> words(Function function) {
        SortedSet<String> words = new TreeSet<>();
        Walk.expressions(function.body(), e -> {
            if (e instanceof Expr.Call call && CHECKS.contains(call.name())) {
                call.arguments().stream().filter(a -> a instanceof Expr.Text).map(a -> ((Expr.Text) a).value())
                        .findFirst()
                        .filter(word -> !word.isEmpty()).ifPresent(words::add);
            }
        });
        return words;
    }

    private String ranges(List<KernelVersion> at) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            int first = i;
            while (i < versions.size() && at.contains(versions.get(i))) {
                i++;
            }
            if (i > first) {
                ranges.add(i - first == 1 ? versions.get(first).toString() : versions.get(first) + ".."
                        + versions.get(i - 1));
            }
        }
        return String.join(", ", ranges);
    }
}
