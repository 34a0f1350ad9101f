package folioscope.explore;

/**
 * Shows packed states in memory, long after they were packed: what is left of a {@link Packing} when nothing more is
 * packed.
 */
final class Unpacking {

    private static final int SLOT = 24;
    private static final int WORD = 16;
    private static final int BIT = 8;

    private final int words;
    private final int[] slots;
    private final int[] values;
    private final long[] segments;

    /**
     * Shows states of so many words.
     *
     * @param slots the slots in which the state whose words are 0 differs from the memory that a run starts with; {@code
     *     values} what they hold in it
     * @param segments as {@link #segment} makes them
     */
    Unpacking(int words, int[] slots, int[] values, long[] segments) {
        this.words = words;
        this.slots = slots;
        this.values = values;
        this.segments = segments;
    }

    /** Some bits of a slot: where they stand in the packed state, and from which bit of the slot's code on they are. */
    static long segment(int slot, int word, int shift, int width, int from) {
        return ((((long) slot << WORD | word) << BIT | shift) << BIT | width) << BIT | from;
    }

    /** Words that a packed state has. */
    int words() {
        return words;
    }

    /** Brings memory, which holds what a run starts with, to a packed state. */
    void show(long[] state, int[] memory) {
        for (int i = 0; i < slots.length; i++) {
            memory[slots[i]] = values[i];
        }
        int[] codes = new int[memory.length];
        int[] first = memory.clone();
        for (long s : segments) {
            int from = (int) s & 0xff;
            int width = (int) (s >>> BIT) & 0xff;
            int shift = (int) (s >>> 2 * BIT) & 0xff;
            int word = (int) (s >>> 3 * BIT) & 0xffff;
            int slot = (int) (s >>> 3 * BIT + WORD) & (1 << SLOT) - 1;
            codes[slot] |= (int) (state[word] >>> shift & (1L << width) - 1) << from;
            memory[slot] = first[slot] + Packing.decoded(codes[slot]);
        }
    }
}
