package folioscope.explore.export;

import folioscope.explore.lower.Body;
import folioscope.explore.lower.Liveness;
import folioscope.explore.lower.Op;
import folioscope.explore.lower.Reachable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A function of an exported program with its places. */
final class Routine {

    private final Part part;
    private final Names names;
    private final List<Op> ops;
    private final Liveness liveness;
    private final int firstSite;
    private final Map<Integer, Place> places = new TreeMap<>();
    private final Place start;

    /**
     * Looks at a function.
     *
     * @param firstSite the number among all of the function's first site; the waits' follow on the sites'
     * @param firstPlace the same of its first place
     */
    Routine(Part part, Names names, Steps steps, int firstSite, int firstPlace) {
        this.part = part;
        this.names = names;
        this.ops = new Reachable(part.body()).ops();
        this.liveness = new Liveness(ops, part.body());
        this.firstSite = firstSite;
        start = new Place(firstPlace, Place.Kind.START, 0, List.of(), -1, 0, -1, 0);
        int next = firstPlace + 1;
        for (int i = 0; i < ops.size(); i++) {
            Optional<Place.Kind> kind = steps.kind(ops.get(i));
            if (kind.isPresent()) {
                places.put(i, place(next++, kind.get(), i));
            }
        }
    }

    private Place place(int number, Place.Kind kind, int index) {
        Op op = ops.get(index);
        boolean sets = kind == Place.Kind.CALL || kind == Place.Kind.CHOICE;
        List<Integer> live = (sets ? liveness.across(index) : liveness.before(index)).stream().boxed().toList();
        int site = Liveness.site(op);
        int wait = site < 0 ? -1 : body().sites().get(site).waitIndex();
        return new Place(number, kind, index, live, sets ? Liveness.target(op) : -1, site < 0 ? 0 : site(site),
                wait < 0 ? -1 : body().waitLabels().get(wait), wait < 0 ? 0 : site(body().sites().size() + wait));
    }

    Part part() {
        return part;
    }

    Body body() {
        return part.body();
    }

    String name() {
        return body().name();
    }

    Names names() {
        return names;
    }

    List<Op> ops() {
        return ops;
    }

    /** The place at which a thread begins with this function. */
    Place start() {
        return start;
    }

    /** The place of the operation at an index. */
    Optional<Place> at(int index) {
        return Optional.ofNullable(places.get(index));
    }

    /** All places but the start, in their order. */
    List<Place> places() {
        return List.copyOf(places.values());
    }

    /** The number among all of a site of the function. */
    int site(int ofFunction) {
        return firstSite + ofFunction;
    }

    /** The labels that something goes to. */
    BitSet labels() {
        BitSet labels = Reachable.targets(ops, body());
        places().forEach(p -> {
            if (p.condition() >= 0) {
                labels.set(p.condition());
            }
        });
        return labels;
    }
}
