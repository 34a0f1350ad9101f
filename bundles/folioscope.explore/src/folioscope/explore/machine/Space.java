package folioscope.explore.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * How the slots of a state are arranged: globals from address 0, the threads' storage, then what no pointer reaches:
 * one slot for each object that is set while the object is poisoned, what each thread waits for, and the threads'
 * stacks. Behind the last thread's comes that of setup, end and the watch functions.
 */
public final class Space {

    /** Slots of a thread's storage: its structs, arrays and locals with an address. */
    public static final int STORAGE = 512;

    /** Slots of a thread's stack; frames are a few slots more. */
    public static final int STACK = 256;

    private static final int SLACK = 512;

    private final int[] initial;
    private final int[] objects;
    private final int objectCount;
    private final int first;
    private final int threads;
    private final List<Event> marks = new ArrayList<>();

    /**
     * @param initial the first values of the globals
     * @param objects for each of their addresses the number of its object, from 1 on
     * @param first the first address of an object
     */
    public Space(int[] initial, int[] objects, int objectCount, int first, int threads) {
        this.initial = initial.clone();
        this.objects = objects.clone();
        this.objectCount = objectCount;
        this.first = first;
        this.threads = threads;
    }

    int[] memory() {
        return java.util.Arrays.copyOf(initial, slots());
    }

    /** All slots. */
    public int slots() {
        return stack(threads + 1) + SLACK;
    }

    /** The first address of an object. */
    public int first() {
        return first;
    }

    /** The first number that is no address. */
    public int limit() {
        return local(threads + 1);
    }

    /** How many threads run interleaved. */
    public int threads() {
        return threads;
    }

    int local(int thread) {
        return initial.length + thread * STORAGE;
    }

    int poisoned() {
        return limit();
    }

    int[] poisonSlots() {
        int[] slots = new int[limit()];
        for (int i = 0; i < objects.length; i++) {
            slots[i] = objects[i] == 0 ? 0 : limit() + objects[i];
        }
        return slots;
    }

    /** The key that a thread is queued on. */
    public int queue(int thread) {
        return limit() + 1 + objectCount + thread;
    }

    /** Where a thread's stack begins; it holds 0 there if the thread has ended. */
    public int stack(int thread) {
        return limit() + 1 + objectCount + threads + 1 + thread * (STACK + SLACK);
    }

    int mark(Code code, int site) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).code() == code && marks.get(i).site() == site) {
                return i + 1;
            }
        }
        marks.add(new Event(Event.Kind.POISONED, code, site, 0));
        return marks.size();
    }

    /** Where the poisoning with this number stands. */
    public Event marked(int number) {
        return marks.get(number - 1);
    }
}
