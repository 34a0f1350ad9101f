package folioscope.explore.machine;

import java.util.Arrays;

/** The writes of one step, so that they can be taken back. */
public final class Undo {

    private final int[] m;
    private int[] slots = new int[256];
    private int[] values = new int[256];
    private int count;

    Undo(int[] memory) {
        m = memory;
    }

    /** Writes a slot of the state. */
    public void put(int slot, int value) {
        int old = m[slot];
        if (old != value) {
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, count * 2);
                values = Arrays.copyOf(values, count * 2);
            }
            slots[count] = slot;
            values[count++] = old;
            m[slot] = value;
        }
    }

    /** How many writes there are; a slot may be among them several times. */
    public int count() {
        return count;
    }

    public int slot(int index) {
        return slots[index];
    }

    /** What the slot held before this write. */
    public int old(int index) {
        return values[index];
    }

    /** Takes all writes back. */
    public void back() {
        for (int i = count - 1; i >= 0; i--) {
            m[slots[i]] = values[i];
        }
        count = 0;
    }

    /** Takes back the writes after the first {@code kept}. */
    public void back(int kept) {
        for (int i = count - 1; i >= kept; i--) {
            m[slots[i]] = values[i];
        }
        count = kept;
    }

    /** Keeps all writes for good. */
    public void keep() {
        count = 0;
    }
}
