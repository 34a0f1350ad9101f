package folioscope.explore;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Packs states into long words. A slot takes only as many bits as the values that it was seen to hold need: at first
 * none, for its first value. When a greater value comes, the slot gets more bits at the end, so that what was packed
 * before stays as it is: bits that a packed state does not have are 0.
 */
final class Packing {

    private final int[] first;
    private final int[] bits;
    private final int[] head;
    private final int[] code;
    private int[] next = new int[256];
    private int[] slotOf = new int[256];
    private int[] word = new int[256];
    private int[] shift = new int[256];
    private int[] width = new int[256];
    private int[] from = new int[256];
    private int[] wordStart = new int[64];
    private int segments;
    private int words;
    private int used = Long.SIZE;
    private long heldHash;

    /** The packing in which the given memory is all zeroes. */
    Packing(int[] memory) {
        first = memory.clone();
        bits = new int[memory.length];
        head = new int[memory.length];
        code = new int[memory.length];
        Arrays.fill(head, -1);
    }

    /** Words that a state packed now has. */
    int words() {
        return words;
    }

    /** A bound on {@link #words()}. */
    int mostWords() {
        return first.length / 2 + 2;
    }

    private static int encoded(int distance) {
        return distance > 0 ? 2 * distance - 1 : -2 * distance;
    }

    static int decoded(int code) {
        return (code & 1) != 0 ? (code + 1) >>> 1 : -(code >>> 1);
    }

    /** Writes a slot's value into a packed state. */
    void put(long[] state, int slot, int value) {
        int coded = encoded(value - first[slot]);
        if (bits[slot] < Integer.SIZE && coded >>> bits[slot] != 0) {
            grow(slot, Integer.SIZE - Integer.numberOfLeadingZeros(coded));
        }
        for (int s = head[slot]; s >= 0; s = next[s]) {
            long mask = (1L << width[s]) - 1;
            int w = word[s];
            state[w] = state[w] & ~(mask << shift[s]) | ((coded >>> from[s]) & mask) << shift[s];
        }
    }

    private void grow(int slot, int needed) {
        int wanted = bits[slot] == 0 ? needed : Math.min(Integer.SIZE, Math.max(needed, bits[slot] + 2));
        while (bits[slot] < wanted) {
            if (used == Long.SIZE) {
                words++;
                used = 0;
                if (words >= wordStart.length) {
                    wordStart = Arrays.copyOf(wordStart, words * 2);
                }
                wordStart[words - 1] = segments;
            }
            int take = Math.min(wanted - bits[slot], Long.SIZE - used);
            segment(slot, take);
            used += take;
            bits[slot] += take;
        }
    }

    private void segment(int slot, int take) {
        if (segments == next.length) {
            int size = segments * 2;
            next = Arrays.copyOf(next, size);
            slotOf = Arrays.copyOf(slotOf, size);
            word = Arrays.copyOf(word, size);
            shift = Arrays.copyOf(shift, size);
            width = Arrays.copyOf(width, size);
            from = Arrays.copyOf(from, size);
        }
        slotOf[segments] = slot;
        word[segments] = words - 1;
        shift[segments] = used;
        width[segments] = take;
        from[segments] = bits[slot];
        next[segments] = head[slot];
        head[slot] = segments++;
    }

    /** Packs a whole memory into words that are 0; gives its hash. */
    long pack(int[] memory, long[] state) {
        long sum = 0;
        for (int slot = 0; slot < memory.length; slot++) {
            if (memory[slot] != first[slot]) {
                put(state, slot, memory[slot]);
                sum += mixed(slot, memory[slot]) - mixed(slot, first[slot]);
            }
        }
        return sum;
    }

    /** What shows the states packed so far, in a memory that holds what the given one holds. */
    Unpacking unpacking(int[] start) {
        int[] slots = IntStream.range(0, start.length).filter(i -> first[i] != start[i]).toArray();
        return new Unpacking(words, slots, IntStream.of(slots).map(i -> first[i]).toArray(), IntStream.range(0, segments)
                .mapToLong(s -> Unpacking.segment(slotOf[s], word[s], shift[s], width[s], from[s])).toArray());
    }

    /** Brings memory back to the state in which all words are 0. */
    void restore(int[] memory) {
        System.arraycopy(first, 0, memory, 0, memory.length);
    }

    /** Brings memory from one packed state, which it holds, to another; gives that one's hash. */
    long unpack(long[] held, long[] wanted, int[] memory) {
        for (int w = 0; w < words; w++) {
            long difference = held[w] ^ wanted[w];
            if (difference != 0) {
                int end = w + 1 < words ? wordStart[w + 1] : segments;
                for (int s = wordStart[w]; s < end; s++) {
                    long mask = (1L << width[s]) - 1;
                    if ((difference >>> shift[s] & mask) != 0) {
                        int slot = slotOf[s];
                        int part = (int) (wanted[w] >>> shift[s] & mask);
                        code[slot] = code[slot] & ~((int) mask << from[s]) | part << from[s];
                        int value = first[slot] + decoded(code[slot]);
                        heldHash += mixed(slot, value) - mixed(slot, memory[slot]);
                        memory[slot] = value;
                    }
                }
                held[w] = wanted[w];
            }
        }
        return heldHash;
    }

    /** What a slot's value adds to the hash of a state. */
    static long mixed(int slot, int value) {
        long h = (slot * 0x9E3779B97F4A7C15L) ^ (value * 0xC2B2AE3D27D4EB4FL);
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        return h ^ h >>> 32;
    }
}
