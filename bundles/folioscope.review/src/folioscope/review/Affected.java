package folioscope.review;

import folioscope.model.Scenario;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which scenarios can come to something in which two models differ. */
final class Affected {

    private final Reach before;
    private final Reach after;
    private final Changes changes;

    /** From what something that differs can be reached. */
    private final Set<String> toChanged;
    private final Map<String, SortedSet<String>> reached = new TreeMap<>();

    Affected(Reach before, Reach after, Changes changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.toChanged = new HashSet<>(before.to(changes.names()));
        toChanged.addAll(after.to(changes.names()));
    }

    /** Functions and tables that the scenario can come to, in the one model or the other. */
    SortedSet<String> reached(Scenario scenario) {
        return reached.computeIfAbsent(scenario.id(), id -> reached(List.of(scenario)));
    }

    /** Functions and tables that some of the scenarios can come to, in the one model or the other. */
    SortedSet<String> reached(Collection<Scenario> scenarios) {
        Set<String> roots = new HashSet<>();
        scenarios.forEach(s -> roots.addAll(Reach.roots(s.unit())));
        SortedSet<String> names = new TreeSet<>(before.from(roots));
        names.addAll(after.from(roots));
        return Collections.unmodifiableSortedSet(names);
    }

    /** Whether it may come out differently. */
    boolean concerns(Scenario scenario) {
        return changes.types() || Reach.roots(scenario.unit()).stream().anyMatch(toChanged::contains);
    }
}
