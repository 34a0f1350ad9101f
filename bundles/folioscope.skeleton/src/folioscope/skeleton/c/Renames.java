package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Tells a function whose head was changed from one that was removed beside one that was added: the heads stand in one hunk, and
 * half of the shorter body stands in the longer one as well; bodies of one or two lines also need names with words in common.
 */
final class Renames {

    private static final double ALIKE = 0.5;
    private static final int SHORT = 3;

    private final IntFunction<String> plain;

    /** {@code plain} gives the text of an input line without comments. */
    Renames(IntFunction<String> plain) {
        this.plain = plain;
    }

    /** The added function that the removed one became. */
    Optional<Group> successor(Group removed, List<Group> added) {
        Group best = null;
        double highest = 0;
        for (Group candidate : added) {
            double score = likeness(removed, candidate);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private double likeness(Group removed, Group added) {
        if (!removed.headShown() || !added.headShown() || removed.hunk() != added.hunk()) {
            return 0;
        }
        List<String> before = body(removed);
        List<String> after = body(added);
        int shorter = Math.min(before.size(), after.size());
        Set<String> words = words(removed.name());
        words.retainAll(words(added.name()));
        if (shorter < SHORT && words.size() < 2) {
            return 0;
        }
        double share = shorter == 0 ? 1 : (double) common(before, after) / shorter;
        return share < ALIKE ? 0 : share + words.size() / 100.0;
    }

    private static int common(List<String> before, List<String> after) {
        Map<String, Integer> left = new HashMap<>();
        before.forEach(line -> left.merge(line, 1, Integer::sum));
        int common = 0;
        for (String line : after) {
            if (left.merge(line, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common;
    }

    /** The lines with names on them, without the head's first. */
    private List<String> body(Group group) {
        List<String> all = new ArrayList<>();
        group.lines().stream().skip(1).mapToObj(plain).map(String::strip).filter(line -> line.matches(".*[A-Za-z].*"))
                .forEach(all::add);
        return all;
    }

    private static Set<String> words(String name) {
        Set<String> all = new TreeSet<>(List.of(name.split("_+")));
        all.remove("");
        return all;
    }
}
