package folioscope.review;

import folioscope.model.Scenario;
import folioscope.skeleton.Unit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which scenarios can come to something in which two models differ. */
final class Affected {

    private final Reach before;
    private final Reach after;
    private final Changes changes;
    private final Map<String, SortedSet<String>> reached = new TreeMap<>();

    Affected(Unit before, Unit after, Changes changes) {
        this.before = new Reach(before);
        this.after = new Reach(after);
        this.changes = changes;
    }

    /** Functions and tables that the scenario can come to, in the one model or the other. */
    SortedSet<String> reached(Scenario scenario) {
        return reached.computeIfAbsent(scenario.id(), id -> {
            SortedSet<String> names = new TreeSet<>(before.from(scenario.unit()));
            names.addAll(after.from(scenario.unit()));
            return Collections.unmodifiableSortedSet(names);
        });
    }

    /** Whether it may come out differently. */
    boolean concerns(Scenario scenario) {
        return changes.types() || reached(scenario).stream().anyMatch(changes.names()::contains);
    }
}
