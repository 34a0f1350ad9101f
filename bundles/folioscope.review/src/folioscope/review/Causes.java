package folioscope.review;

import folioscope.skeleton.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Which part of a patch makes a difference: a smallest that makes it by itself and without which it is gone. Found by leaving parts
 * out, in halves, and running again; first functions, then the changes within those that are left.
 */
final class Causes {

    private final Changes changes;

    /** What was found so far: differences for several types often have the same cause. */
    private final List<List<Part>> known = new ArrayList<>();

    Causes(Changes changes) {
        this.changes = changes;
    }

    /**
     * The parts that make a difference.
     *
     * @param reached functions and tables that the scenario can come to
     * @param shows runs a model and tells whether it shows the difference
     */
    List<Part> of(SortedSet<String> reached, Predicate<Unit> shows) {
        Optional<List<Part>> same = known.stream().filter(parts -> enough(parts, List.of(), shows)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        List<Part> fresh = wholes(changes.fresh(), reached);
        List<Part> functions = wholes(changes.names(), reached);
        functions.removeAll(fresh);
        List<Part> lines = new ArrayList<>();
        smallest(functions, parts -> enough(parts, fresh, shows)).forEach(p -> lines.addAll(changes.lines(p.name())));
        fresh.forEach(p -> lines.addAll(changes.lines(p.name())));
        List<Part> found = smallest(lines, parts -> enough(parts, List.of(), shows));
        known.add(found);
        return found;
    }

    private static List<Part> wholes(SortedSet<String> names, SortedSet<String> reached) {
        List<Part> wholes = new ArrayList<>();
        names.stream().filter(reached::contains).forEach(n -> wholes.add(new Part.Whole(n)));
        return wholes;
    }

    /** Whether the parts make the difference and it is gone without them; what is always there does not count. */
    private boolean enough(List<Part> parts, List<Part> always, Predicate<Unit> shows) {
        List<Part> kept = new ArrayList<>(parts);
        kept.addAll(always);
        return changes.only(kept).filter(shows).isPresent() && changes.without(parts).filter(shows).isEmpty();
    }

    /** Leaves out what can be left out, until nothing more can. */
    private static List<Part> smallest(List<Part> parts, Predicate<List<Part>> enough) {
        List<Part> kept = parts;
        int size;
        do {
            size = kept.size();
            kept = size > 1 ? narrowed(kept, kept, enough) : kept;
        } while (kept.size() < size);
        return kept;
    }

    /** What is left of the parts kept when those of the open ones are gone that are not needed. */
    private static List<Part> narrowed(List<Part> kept, List<Part> open, Predicate<List<Part>> enough) {
        List<Part> left = kept;
        int middle = (open.size() + 1) / 2;
        for (List<Part> half : List.of(open.subList(0, middle), open.subList(middle, open.size()))) {
            List<Part> fewer = new ArrayList<>(left);
            fewer.removeAll(half);
            if (!half.isEmpty() && enough.test(fewer)) {
                left = fewer;
            } else if (half.size() > 1) {
                left = narrowed(left, half, enough);
            }
        }
        return left;
    }
}
