package folioscope.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways to states of a store, copied from it so that the store, which is large, can go. Ways share their beginnings,
 * and each state is kept as what differs from the one before it.
 */
final class Ways {

    private final StateStore store;
    private final int words;
    private final Map<Integer, Way> known = new HashMap<>();

    /** Ways to states that have so many words. */
    Ways(StateStore store, int words) {
        this.store = store;
        this.words = words;
    }

    /**
     * The way to a state.
     *
     * @param before the way to the state before; none for that at the start, and for a way without any state
     * @param thread which thread made the step from there
     * @param states how many states the way leads through, the first and the last included
     * @param at which words of the packed state differ from those of the one before; {@code bits} in what bits
     */
    record Way(Optional<Way> before, int thread, int states, int[] at, long[] bits) {

        private static final Way NONE = new Way(Optional.empty(), 0, 0, new int[0], new long[0]);

        /** This way and all that lead to it, from the start on. */
        List<Way> all() {
            List<Way> all = new ArrayList<>();
            for (Optional<Way> way = Optional.of(this); way.filter(w -> w.states > 0).isPresent(); way = way.get().before) {
                all.add(way.get());
            }
            Collections.reverse(all);
            return all;
        }

        /** Brings a packed state from the state before to this one. */
        void step(long[] state) {
            for (int i = 0; i < at.length; i++) {
                state[at[i]] ^= bits[i];
            }
        }
    }

    /** The way to a state of the store; to none, with no state, if the number is negative. */
    Way to(int state) {
        if (state < 0) {
            return Way.NONE;
        }
        List<Integer> open = new ArrayList<>();
        int at = state;
        while (at >= 0 && !known.containsKey(at)) {
            open.add(at);
            at = store.parent(at);
        }
        Optional<Way> way = Optional.ofNullable(known.get(at));
        long[] last = new long[words];
        if (at >= 0) {
            store.copy(at, last, words);
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            long[] next = new long[words];
            store.copy(open.get(i), next, words);
            way = Optional.of(way(way, store.thread(open.get(i)), last, next));
            known.put(open.get(i), way.get());
            last = next;
        }
        return way.orElse(Way.NONE);
    }

    private static Way way(Optional<Way> before, int thread, long[] last, long[] next) {
        int[] at = new int[next.length];
        long[] bits = new long[next.length];
        int count = 0;
        for (int i = 0; i < next.length; i++) {
            if (last[i] != next[i]) {
                at[count] = i;
                bits[count++] = last[i] ^ next[i];
            }
        }
        return new Way(before, thread, before.map(Way::states).orElse(0) + 1, Arrays.copyOf(at, count),
                Arrays.copyOf(bits, count));
    }
}
