package folioscope.explore;

import folioscope.explore.lower.Body;
import folioscope.explore.lower.Program;
import folioscope.explore.lower.Site;
import folioscope.explore.machine.Event;
import folioscope.explore.machine.Space;
import folioscope.skeleton.CText;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Collects what an exploration finds, each once, at its first moment. */
final class Findings {

    private record Key(Violation.Kind kind, String effect, String function, Origin origin) { }

    private record Found(Violation violation, Moment moment) { }

    private record Seen(String name, int value) { }

    private final Linked linked;
    private final Space space;
    private final Map<Key, Found> violations = new LinkedHashMap<>();
    private final Map<Seen, Moment> observations = new LinkedHashMap<>();
    private final SortedSet<String> unknowns = new TreeSet<>();

    Findings(Linked linked, Space space) {
        this.linked = linked;
        this.space = space;
    }

    /** Takes over what showed in a step. */
    void take(List<Event> events, int state, int thread, int[] choices) {
        for (Event event : events) {
            Body body = linked.body(event.code());
            Site site = event.site() >= 0 ? body.sites().get(event.site())
                    : new Site(body.name(), body.origin(), Optional.empty(), "", "", -1, Optional.empty());
            Moment moment = new Moment(state, thread, choices);
            switch (event.kind()) {
            case OBSERVED -> {
                observations.putIfAbsent(new Seen(site.effect(), event.value()), moment);
                if (event.value() >= 0 && event.value() < 64) {
                    event.code().news(event.site(), event.value());
                }
            }
            case CHECK -> violated(Violation.Kind.CHECK, site.effect(), site.message(), site, moment);
            case BUG -> violated(Violation.Kind.BUG, site.effect(), site.message(), site, moment);
            case WARN -> violated(Violation.Kind.WARN, site.effect(), site.message(), site, moment);
            case POISONED -> violated(Violation.Kind.USE_AFTER_FREE, marked(event.value()).effect(),
                    "touches " + marked(event.value()).predicate().map(CText::of).orElse("an object")
                            + ", which is gone since "
                    + marked(event.value()).function() + "()", site, moment);
            case BAD_POINTER ->
                    violated(Violation.Kind.BAD_POINTER, "", event.value() >= 0 && event.value() < Program.FIRST_ADDRESS
                    ? "follows a NULL pointer" : "follows a pointer to nowhere", site, moment);
            case ENDLESS -> violated(Violation.Kind.LIVELOCK, "livelock", "loops for ever", site, moment);
            case OUT_OF_RANGE -> unknowns
                    .add("value " + event.value() + " at " + site.origin() + ": out of range, the path ends");
            case GUESSED -> unknowns
                    .add("steps in " + site.function() + "(): too much left open, some of it is taken as 0");
            case TOO_DEEP -> unknowns
                    .add(site.function() + "() at " + site.origin() + ": called too deep or too often, the path ends");
            case DIVISION -> unknowns.add(site.function() + "() at " + site.origin() + ": divides by 0, the path ends");
            }
        }
    }

    private Site marked(int number) {
        Event mark = space.marked(number);
        return linked.body(mark.code()).sites().get(mark.site());
    }

    private void violated(Violation.Kind kind, String effect, String message, Site site, Moment moment) {
        violated(kind, effect, message, site, "", moment);
    }

    void violated(Violation.Kind kind, String effect, String message, Site site, String predicate, Moment moment) {
        Key key = new Key(kind, effect, site.function(), site.origin());
        violations.computeIfAbsent(key, k -> new Found(
                new Violation(kind, effect, message, site.function(), site.origin(), predicate, Trace.EMPTY), moment));
    }

    SortedSet<String> unknowns() {
        return unknowns;
    }

    /** The violations in their fixed order, each with the trace that belongs to its moment. */
    List<Violation> violations(Function<Moment, Trace> traces) {
        List<Violation> all = new ArrayList<>();
        for (Found f : violations.values()) {
            Violation v = f.violation;
            all.add(new Violation(v.kind(), v.effect(), v.message(), v.function(), v.origin(), v.predicate(), traces
                    .apply(f.moment)));
        }
        all.sort(Comparator.comparing(Violation::kind).thenComparing(Violation::effect)
                .thenComparing(Violation::function)
                .thenComparing(Violation::origin).thenComparing(Violation::message));
        return all;
    }

    /** The observations by name, then value. */
    List<Observation> observations(Function<Moment, Trace> traces) {
        Map<String, TreeMap<Integer, Moment>> sorted = new TreeMap<>();
        observations.forEach((seen, moment) -> sorted.computeIfAbsent(seen.name, n -> new TreeMap<>())
                .put(seen.value, moment));
        List<Observation> all = new ArrayList<>();
        sorted.forEach((name, values) -> values
                .forEach((value, moment) -> all.add(new Observation(name, value, traces.apply(moment)))));
        return all;
    }
}
