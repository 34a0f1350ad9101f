package folioscope.explore;

import folioscope.explore.lower.Body;
import folioscope.explore.lower.Site;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds a state from which no run ever ends. */
final class Livelock {

    /** Where a thread stands. */
    record Place(Body body, Optional<Site> site) { }

    private final StateStore store;
    private final Edges edges;
    private final IntFunction<Place> describe;

    Livelock(StateStore store, Edges edges, IntFunction<Place> describe) {
        this.store = store;
        this.edges = edges;
        this.describe = describe;
    }

    void find(Findings findings) {
        int state = edges.hopeless(store);
        if (state >= 0) {
            Place place = describe.apply(state);
            Site site = place.site
                    .orElseGet(() -> new Site(place.body.name(), place.body.origin(), Optional.empty(), "", "", -1,
                    Optional.empty()));
            findings.violated(Violation.Kind.LIVELOCK, "livelock", "from here on no run ever ends", site, "",
                    new Moment(state, Moment.NOW, new int[0]));
        }
    }
}
