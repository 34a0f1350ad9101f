package folioscope.review;

import folioscope.model.merge.Site;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

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

    /**
     * The merged sites that make up the parts. Where none of a function's parts is a site, such as where only declarations
     * matter, all in the function are named; where there are none either, all merged ones.
     *
     * @param origins where the lines of a part stand
     */
    Named of(List<Part> parts, Function<Part, Set<Origin>> origins) {
        SortedMap<String, Set<String>> byFunction = new TreeMap<>();
        for (Part part : parts) {
            Set<Origin> lines = origins.apply(part);
            byFunction.computeIfAbsent(part.name(), n -> new HashSet<>()).addAll(ids(s -> s.at().filter(lines::contains).isPresent()));
        }
        Set<String> ids = new HashSet<>();
        byFunction.forEach((name, own) -> ids.addAll(own.isEmpty() ? ids(s -> s.model().endsWith(":" + name)) : own));
        return named(ids.isEmpty() ? new HashSet<>(ids(s -> true)) : ids);
    }

    private List<String> ids(Predicate<Site> wanted) {
        List<String> ids = new ArrayList<>();
        byPatch.forEach((patch, sites) -> {
            for (int i = 0; i < sites.size(); i++) {
                if (sites.get(i).status() == Site.Status.MERGED && wanted.test(sites.get(i))) {
                    ids.add(id(patch, i));
                }
            }
        });
        return ids;
    }

    private static String id(int patch, int site) {
        return patch + ":s" + (site + 1);
    }

    /** In the order of the input, with the first line. */
    private Named named(Set<String> wanted) {
        List<String> ids = new ArrayList<>();
        int line = 0;
        for (var patch : byPatch.entrySet()) {
            for (int i = 0; i < patch.getValue().size(); i++) {
                if (wanted.contains(id(patch.getKey(), i))) {
                    ids.add(id(patch.getKey(), i));
                    line = line == 0 ? patch.getValue().get(i).line() : line;
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
