package folioscope.explore;

import java.util.Arrays;

/**
 * All states found, whole, in the order in which they were found, and a hash table of their numbers. States have as
 * many words as the packing had when they came; missing ones are 0.
 */
final class StateStore {

    private static final int SHIFT = 11;
    private static final int CHUNK = 1 << SHIFT;

    private long[][] chunks = new long[16][];
    private int[] chunkWords = new int[16];
    private int[] links = new int[CHUNK];
    private long[] table = new long[1 << 13];
    private int size;

    int size() {
        return size;
    }

    /** The state it was first reached from, or -1; {@link #thread} is the thread that made the step. */
    int parent(int state) {
        return (links[state] >> 4) - 1;
    }

    int thread(int state) {
        return links[state] & 15;
    }

    /** The table's entry at which the search for a state begins; asked early, it is at hand when it is needed. */
    long entry(long hash) {
        return table[(int) (hash >>> 32) & table.length - 1];
    }

    /** A word of the state that an entry names, for the same reason; 0 for no state. */
    long touch(long entry) {
        int index = (int) entry - 1;
        if (index < 0 || chunkWords[index >> SHIFT] == 0) {
            return 0;
        }
        return chunks[index >> SHIFT][(index & CHUNK - 1) * chunkWords[index >> SHIFT]];
    }

    /**
     * The number of a state, which is added if it is new: then it is the {@link #size()} before.
     *
     * @param states holds the state's words from an offset on
     */
    int add(long[] states, int offset, int words, long hash, int parent, int thread) {
        int mask = table.length - 1;
        int tag = (int) (hash >>> 32);
        int at = tag & mask;
        for (long entry = table[at]; entry != 0; entry = table[at]) {
            if ((int) (entry >>> 32) == tag && equal((int) entry - 1, states, offset, words)) {
                return (int) entry - 1;
            }
            at = at + 1 & mask;
        }
        table[at] = (long) tag << 32 | (size + 1);
        append(states, offset, words);
        if (size == links.length) {
            links = Arrays.copyOf(links, size * 2);
        }
        links[size] = parent + 1 << 4 | thread;
        size++;
        if (size * 2 > table.length) {
            enlarge();
        }
        return size - 1;
    }

    private void append(long[] states, int offset, int words) {
        int chunk = size >> SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
            chunkWords = Arrays.copyOf(chunkWords, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[words << SHIFT];
            chunkWords[chunk] = words;
        } else if (chunkWords[chunk] < words) {
            widen(chunk, words);
        }
        System.arraycopy(states, offset, chunks[chunk], (size & CHUNK - 1) * words, words);
    }

    private void widen(int chunk, int words) {
        long[] wide = new long[words << SHIFT];
        int old = chunkWords[chunk];
        for (int i = 0; i < (size & CHUNK - 1); i++) {
            System.arraycopy(chunks[chunk], i * old, wide, i * words, old);
        }
        chunks[chunk] = wide;
        chunkWords[chunk] = words;
    }

    private boolean equal(int index, long[] states, int offset, int words) {
        long[] chunk = chunks[index >> SHIFT];
        int width = chunkWords[index >> SHIFT];
        int start = (index & CHUNK - 1) * width;
        for (int i = 0; i < width; i++) {
            if (chunk[start + i] != states[offset + i]) {
                return false;
            }
        }
        for (int i = width; i < words; i++) {
            if (states[offset + i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void enlarge() {
        long[] old = table;
        table = new long[old.length * 2];
        int mask = table.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int at = (int) (entry >>> 32) & mask;
                while (table[at] != 0) {
                    at = at + 1 & mask;
                }
                table[at] = entry;
            }
        }
    }

    /** Copies a state out; words that it does not have are 0. */
    void copy(int index, long[] into, int words) {
        int width = chunkWords[index >> SHIFT];
        System.arraycopy(chunks[index >> SHIFT], (index & CHUNK - 1) * width, into, 0, width);
        for (int i = width; i < words; i++) {
            into[i] = 0;
        }
    }
}
