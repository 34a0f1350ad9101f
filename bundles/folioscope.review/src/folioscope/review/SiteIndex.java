package folioscope.review;

import folioscope.model.merge.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The sites of one or more patches under the names that predictions use for them: {@code 1:s3} is the third site of
 * patch 1.
 */
final class SiteIndex {

    private final SortedMap<Integer, List<Site>> byPatch = new TreeMap<>();

    void add(int patch, List<Site> sites) {
        byPatch.put(patch, sites);
    }

    /** What of the sites lies in the functions: their names, and the first line of the input. */
    record Named(List<String> ids, int line) { }

    /** The merged sites in these functions of the model; where there are none, all merged ones. */
    Named in(SortedSet<String> functions) {
        Named named = merged(functions, false);
        return named.ids().isEmpty() ? merged(functions, true) : named;
    }

    private Named merged(SortedSet<String> functions, boolean all) {
        List<String> ids = new ArrayList<>();
        int line = 0;
        for (var patch : byPatch.entrySet()) {
            for (int i = 0; i < patch.getValue().size(); i++) {
                Site site = patch.getValue().get(i);
                String function = site.model().replaceFirst(".*:", "");
                if (site.status() == Site.Status.MERGED && (all || functions.contains(function))) {
                    ids.add(patch.getKey() + ":s" + (i + 1));
                    line = line == 0 ? site.line() : line;
                }
            }
        }
        return new Named(ids, line);
    }

    /** Whether some patch touches the function. */
    boolean touches(String function) {
        return byPatch.values().stream().flatMap(List::stream)
                .anyMatch(s -> s.function().equals(function) || s.model().endsWith(":" + function));
    }
}
