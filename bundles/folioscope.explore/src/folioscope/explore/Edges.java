package folioscope.explore;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The steps that lead to a state found before, and the states from which a run can end: what the search for livelocks
 * needs.
 */
final class Edges {

    /** Beyond this number livelocks are not looked for. */
    private static final int MOST = 1 << 27;

    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int count;
    private boolean backward;
    private final BitSet good = new BitSet();

    /** A step to a state found before; only one to a state of this level or an earlier one can close a circle. */
    void add(int source, int target, int levelEnd) {
        if (source == target || count == MOST) {
            backward |= source == target;
            return;
        }
        backward |= target < levelEnd;
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = source;
        to[count++] = target;
    }

    void good(int state) {
        good.set(state);
    }

    /** The first state from which no run ends, or -1. */
    int hopeless(StateStore store) {
        if (!backward || count == MOST) {
            return -1;
        }
        BitSet ends = (BitSet) good.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int s = store.size() - 1; s >= 0; s--) {
                int parent = store.parent(s);
                if (parent >= 0 && ends.get(s) && !ends.get(parent)) {
                    ends.set(parent);
                    changed = true;
                }
            }
            for (int i = count - 1; i >= 0; i--) {
                if (ends.get(to[i]) && !ends.get(from[i])) {
                    ends.set(from[i]);
                    changed = true;
                }
            }
        }
        int first = ends.nextClearBit(0);
        return first < store.size() ? first : -1;
    }
}
