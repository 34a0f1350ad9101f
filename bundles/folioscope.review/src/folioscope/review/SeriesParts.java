package folioscope.review;

import folioscope.patch.SeriesNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A series of which only a part is in the input: what is predicted may rest on the rest, or be repaired there.
 *
 * @param series the tags of its subjects without the number, {@code [PATCH v9 /20]}
 * @param of how many patches it has by its subjects
 * @param present the numbers of those that are in the input
 */
public record SeriesParts(String series, int of, SortedSet<Integer> present) {

    private static final Pattern REPLY = Pattern.compile("^\\s*((re|aw|fwd?)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

    /** More than that nobody sends; a subject that says so is not believed. */
    private static final int MOST = 1000;

    public SeriesParts {
        present = Collections.unmodifiableSortedSet(new TreeSet<>(present));
    }

    /** The series of a review that have a gap, in the order of their first patch. */
    public static List<SeriesParts> of(Review review) {
        List<SeriesNumber> numbers = review.patches().stream()
                .flatMap(p -> SeriesNumber.parse(REPLY.matcher(p.subject()).replaceFirst("")).stream())
                .filter(n -> n.n() > 0 && n.n() <= n.of() && n.of() <= MOST).toList();
        List<SeriesParts> all = new ArrayList<>();
        for (String series : numbers.stream().map(SeriesNumber::series).distinct().toList()) {
            SortedSet<Integer> present = new TreeSet<>();
            numbers.stream().filter(n -> n.series().equals(series)).forEach(n -> present.add(n.n()));
            int of = numbers.stream().filter(n -> n.series().equals(series)).findFirst().orElseThrow().of();
            if (present.size() < of) {
                all.add(new SeriesParts(series, of, present));
            }
        }
        return all;
    }

    /** The numbers of the patches that are not in the input, from 1. */
    public SortedSet<Integer> missing() {
        SortedSet<Integer> missing = new TreeSet<>();
        for (int n = 1; n <= of; n++) {
            if (!present.contains(n)) {
                missing.add(n);
            }
        }
        return missing;
    }
}
