package folioscope.review;

import folioscope.explore.Step;
import folioscope.explore.Violation;
import folioscope.model.Model;
import folioscope.skeleton.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes predictions and verdicts of what a comparison found. */
final class Predictions {

    private final Comparison comparison;
    private final SiteIndex sites;

    Predictions(Comparison comparison, SiteIndex sites) {
        this.comparison = comparison;
        this.sites = sites;
    }

    List<Prediction> all() {
        List<Prediction> all = new ArrayList<>();
        comparison.removedTypes().forEach(t -> all.add(Comparison.typeRemoved(t)));
        for (Comparison.Found found : comparison.found()) {
            SiteIndex.Named causes = sites.of(comparison.causes(found), comparison::origins);
            Difference d = found.difference();
            all.add(new Prediction(found.cell().type(), d.kind(), d.effect(), found.scenario().id(), d.before(),
                    after(d),
                    d.sentence(), causes.ids(), causes.line(), obligations(found), d.traceBefore(), d.traceAfter()));
        }
        return all;
    }

    /** What is so afterwards; of a wake that is lost now, also why. */
    private String after(Difference d) {
        return d.kind() == Prediction.Kind.REGRESSION ? d.shown().flatMap(comparison::keys).map(k -> d.after() + "; " + k)
                .orElse(d.after()) : d.after();
    }

    /** For what hangs now: the places that wait, each with what it waits for. */
    private List<Obligation> obligations(Comparison.Found found) {
        if (found.difference().kind() != Prediction.Kind.REGRESSION) {
            return List.of();
        }
        return Stream.concat(Stream.of(found.difference()), found.others().stream())
                .flatMap(d -> d.shown().stream()).filter(v -> !v.predicate().isEmpty()).map(this::obligation).distinct()
                .toList();
    }

    /** A wait in a header is a primitive: the place that relies on something is the function that calls it. */
    private Obligation obligation(Violation v) {
        List<Function> callers = v.trace().steps().stream().filter(s -> s.function().equals(v.function()))
                .map(Step::callers)
                .reduce((a, b) -> b).orElse(List.of()).stream().flatMap(name -> comparison.function(name).stream())
                .toList();
        for (int i = callers.size() - 1; i >= 0 && v.origin().path().startsWith("include/"); i--) {
            Function caller = callers.get(i);
            if (!caller.origin().path().startsWith("include/")) {
                return new Obligation(caller.origin().path(), caller.name(), v.predicate(),
                        sites.touches(caller.name()));
            }
        }
        return new Obligation(v.origin().path(), v.function(), v.predicate(), sites.touches(v.function()));
    }

    /**
     * The gravest verdict for each type. A type that shows nothing is inconclusive, not none, where a run was cut
     * short, or where the patch changes a function whose change could not be merged.
     */
    static SortedMap<String, Verdict> verdicts(Model before, Model after, List<Prediction> predictions,
            SortedSet<String> open) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (String type : before.types()) {
            verdicts.put(type, open.contains(type) ? Verdict.INCONCLUSIVE : Verdict.NONE);
        }
        for (String type : after.types()) {
            verdicts.put(type, open.contains(type) ? Verdict.INCONCLUSIVE : Verdict.NONE);
        }
        for (Prediction p : predictions) {
            Verdict verdict = Verdict.valueOf(p.kind().name());
            verdicts.merge(p.type(), verdict, (a, b) -> a.ordinal() <= b.ordinal() ? a : b);
        }
        return verdicts;
    }
}
