package folioscope.review;

import folioscope.model.merge.Site;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Functions of the model of which part of a patch's change could not be merged.
 *
 * @param partly all of them: what a run shows that comes by one is not the patch's doing for sure
 * @param mostly those of which several lines more conflict than were merged: what the rest of the patch relies on is not there, so
 *        that what goes wrong in a scenario that they are part of, be it before the threads begin, is not the patch's doing for sure
 */
record HalfMerged(SortedSet<String> partly, SortedSet<String> mostly) {

    private static final int SEVERAL = 4;

    /** Of a patch's lifecycle lines, and of the functions that it changes otherwise in part only. */
    static HalfMerged of(List<Site> sites, Collection<String> others) {
        SortedMap<String, Integer> balance = new TreeMap<>();
        SortedSet<String> partly = new TreeSet<>(others);
        for (Site site : sites) {
            String function = site.model().replaceFirst(".*:", "");
            if (site.status() == Site.Status.CONFLICT && !function.isEmpty()) {
                partly.add(function);
                balance.merge(function, 1, Integer::sum);
            } else if (site.status() == Site.Status.MERGED) {
                balance.merge(function, -1, Integer::sum);
            }
        }
        SortedSet<String> mostly = new TreeSet<>(partly);
        mostly.removeIf(f -> balance.getOrDefault(f, 0) < SEVERAL);
        return new HalfMerged(partly, mostly);
    }
}
