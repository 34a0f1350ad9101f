package folioscope.review;

import folioscope.patch.PatchInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which patch of one version of a series is which of another: by title, and where a title is new by the functions that
 * are touched.
 */
final class Matching {

    /** As much of what two patches touch has to be common. */
    private static final double ALIKE = 0.5;

    private static final int NONE = -1;

    private final List<PatchReview> before;
    private final List<PatchReview> after;
    private final List<Fingerprint> old;
    private final List<Fingerprint> now;

    /** For each patch of the version after, the place of its counterpart in the version before. */
    private final int[] partner;

    Matching(PatchInput before, Review reviewBefore, PatchInput after, Review reviewAfter) {
        this.before = reviewBefore.patches();
        this.after = reviewAfter.patches();
        this.old = fingerprints(before, reviewBefore);
        this.now = fingerprints(after, reviewAfter);
        this.partner = new int[now.size()];
        java.util.Arrays.fill(partner, NONE);
    }

    private static List<Fingerprint> fingerprints(PatchInput input, Review review) {
        return IntStream.range(0, review.patches().size())
                .mapToObj(i -> Fingerprint.of(input.patches().get(i), review.patches().get(i))).toList();
    }

    /** All patches, in the order of the version after; what was dropped stands behind what it stood behind. */
    List<Match> all() {
        byTitle();
        byFunctions();
        IntPredicate stays = longestInOrder();
        List<Match> all = new ArrayList<>();
        for (int j = 0; j < now.size(); j++) {
            int i = partner[j];
            all.add(i == NONE ? new Match(Optional.empty(), Optional.of(after.get(j)), Match.Status.ADDED, false)
                    : new Match(Optional.of(before.get(i)), Optional.of(after.get(j)), old.get(i).lines()
                            .equals(now.get(j).lines()) ? Match.Status.SAME : Match.Status.CHANGED, !stays.test(j)));
        }
        for (int i = 0; i < old.size(); i++) {
            if (!taken(i)) {
                all.add(behind(all, i), new Match(Optional.of(before.get(i)), Optional.empty(), Match.Status.DROPPED,
                        false));
            }
        }
        return all;
    }

    private boolean taken(int i) {
        return IntStream.of(partner).anyMatch(p -> p == i);
    }

    private void byTitle() {
        for (int j = 0; j < now.size(); j++) {
            for (int i = 0; i < old.size() && partner[j] == NONE; i++) {
                if (!taken(i) && old.get(i).sameTitle(now.get(j))) {
                    partner[j] = i;
                }
            }
        }
    }

    /** The likest pair first; of equals the first. */
    private void byFunctions() {
        while (true) {
            int from = NONE;
            int to = NONE;
            double best = 0;
            for (int j = 0; j < now.size(); j++) {
                for (int i = 0; i < old.size(); i++) {
                    double alike = partner[j] == NONE && !taken(i) ? old.get(i).alike(now.get(j)) : 0;
                    if (alike >= ALIKE && alike > best) {
                        best = alike;
                        from = i;
                        to = j;
                    }
                }
            }
            if (to == NONE) {
                return;
            }
            partner[to] = from;
        }
    }

    /** The patches of the version after that did not move: most of them that stand in the same order in both. */
    private IntPredicate longestInOrder() {
        int[] length = new int[partner.length];
        int[] link = new int[partner.length];
        int best = NONE;
        for (int j = 0; j < partner.length; j++) {
            link[j] = NONE;
            length[j] = 1;
            for (int k = 0; k < j && partner[j] != NONE; k++) {
                if (partner[k] != NONE && partner[k] < partner[j] && length[k] + 1 > length[j]) {
                    length[j] = length[k] + 1;
                    link[j] = k;
                }
            }
            if (partner[j] != NONE && (best == NONE || length[j] > length[best])) {
                best = j;
            }
        }
        List<Integer> stay = new ArrayList<>();
        for (int j = best; j != NONE; j = link[j]) {
            stay.add(j);
        }
        return stay::contains;
    }

    /** The place behind the patch that stood last before the dropped one and is still there. */
    private int behind(List<Match> all, int i) {
        for (int earlier = i - 1; earlier >= 0; earlier--) {
            for (int at = 0; at < all.size(); at++) {
                if (all.get(at).before().equals(Optional.of(before.get(earlier)))) {
                    return at + 1;
                }
            }
        }
        return 0;
    }
}
