package folioscope.explore.machine;

/** A compiled function. Generated classes extend this; an object of one belongs to one exploration. */
public abstract class Code {

    /** What it calls by name, in the order of the function's list. */
    protected Code[] f = new Code[0];

    /** Which places with something left open were passed. */
    protected boolean[] u = new boolean[0];

    /** Where the function's storage begins in a thread's. */
    protected int local;

    private int base;
    private Frames frames = new Frames(new int[0], new boolean[0], new int[0]);
    private int number;
    private int storage;
    private long[] known = new long[0];

    /**
     * The shapes of a function's frames, one for each place where it can be left for a while, from 1 on.
     *
     * @param sizes slots that the frame takes
     * @param calls whether it is left inside a call
     * @param sites the number of the place among the function's sites
     */
    public record Frames(int[] sizes, boolean[] calls, int[] sites) { }

    /**
     * Runs the function.
     *
     * @param fp where its frame lies on the stack
     * @param pc 0 to start it, or the number of the place where it was left
     * @return its value, if {@link Machine#out} is 0 afterwards
     */
    public abstract int run(Machine r, int fp, int pc, int a0, int a1, int a2, int a3);

    /** Another object of the same class, for another exploration. */
    public abstract Code fresh();

    /**
     * Ties the function into a program. {@code base} numbers its places among all; {@code number} is its value as a
     * pointer.
     */
    public final void link(int number, int base, Frames frames, Code[] callees, int sites, int unknowns, int local,
            int storage) {
        this.number = number;
        this.base = base;
        this.frames = frames;
        this.f = callees;
        this.u = new boolean[unknowns];
        this.known = new long[sites];
        this.local = local;
        this.storage = storage;
    }

    /** The function's number, its value as a pointer. */
    public final int number() {
        return number;
    }

    /** Whether the place with this number in the list of unknowns was passed. */
    public final boolean open(int unknown) {
        return u[unknown];
    }

    /** The number of a place among those of all functions. */
    public final int location(int place) {
        return base + place;
    }

    final int storage() {
        return storage;
    }

    /** Where its storage begins in a thread's. */
    public final int local() {
        return local;
    }

    /** The shapes of its frames. */
    public final Frames frames() {
        return frames;
    }

    /** Notes that a value from 0 to 63 was observed at a site; whether that is news. */
    public final boolean news(int site, int value) {
        long bit = 1L << value;
        boolean news = (known[site] & bit) == 0;
        known[site] |= bit;
        return news;
    }

    final boolean knows(int site, int value) {
        return value >= 0 && value < 64 && (known[site] >>> value & 1) != 0;
    }

    /** Forgets what was observed and passed. */
    public final void forget() {
        java.util.Arrays.fill(known, 0);
        java.util.Arrays.fill(u, false);
    }
}
