package folioscope.explore;

import java.util.Arrays;

/**
 * Successors that wait to be looked up in the store together. Almost every look-up of a large search misses the
 * processor's caches; asking for many of them one after the other, before any answer is needed, lets the misses overlap.
 * The states get the same numbers, in the same order, as if each had been looked up at once.
 */
final class Arrivals {

    /** Enough for all misses that a processor can have under way, small enough to stay in its first cache. */
    private static final int MOST = 128;

    private final StateStore store;
    private final Edges edges;
    private final long maxStates;
    private final long[] hashes = new long[MOST];
    private final long[] touched = new long[MOST];
    private final int[] parents = new int[MOST];
    private final byte[] threads = new byte[MOST];
    private long[] states = new long[0];
    private int words;
    private int count;

    /** With a store that is not to grow further once it has more than the given number of states. */
    Arrivals(StateStore store, Edges edges, long maxStates) {
        this.store = store;
        this.edges = edges;
        this.maxStates = maxStates;
    }

    /** Takes a copy of a successor; true if the next one has no place before {@link #settle}. */
    boolean add(long[] state, int stateWords, long hash, int parent, int thread, int levelEnd) {
        if (stateWords != words) {
            settle(levelEnd);
            words = stateWords;
            states = Arrays.copyOf(states, words * MOST);
        }
        System.arraycopy(state, 0, states, count * words, words);
        hashes[count] = hash;
        parents[count] = parent;
        threads[count++] = (byte) thread;
        return count == MOST;
    }

    /** Adds all that wait to the store, in the order in which they came, and the steps to known ones to the edges. */
    void settle(int levelEnd) {
        for (int i = 0; i < count; i++) {
            touched[i] = store.entry(hashes[i]);
        }
        for (int i = 0; i < count; i++) {
            touched[i] = store.touch(touched[i]);
        }
        for (int i = 0; i < count && store.size() <= maxStates; i++) {
            int before = store.size();
            int found = store.add(states, i * words, words, hashes[i], parents[i], threads[i]);
            if (found != before) {
                edges.add(parents[i], found, levelEnd);
            }
        }
        count = 0;
    }
}
