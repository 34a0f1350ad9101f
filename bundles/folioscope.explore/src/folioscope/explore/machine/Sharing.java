package folioscope.explore.machine;

/**
 * Which threads were seen to write and to read each address, and to wait on and wake it as a key. This is what decides
 * whether an access is a step of its own: it is one only if another thread that has not ended conflicts with it.
 *
 * <p>Why that is sound: an access that conflicts with nothing that any other live thread ever does commutes with all
 * their steps, so every interleaving has an equivalent one in which it follows its thread's previous step at once,
 * and that one is explored. Which accesses threads make is learned while exploring; one exploration decides by what
 * the ones before it learned. What it learns itself and makes a conflict sets {@link #stale()}: then it starts again,
 * knowing more. The last one ran to its end without learning of a conflict: had any execution one more, take the
 * shortest such execution; all its accesses before were known, so the reduced search contains an equivalent of it in
 * which the thread reaches the same access, and would have learned it.
 */
public final class Sharing {

    static final int MOST_THREADS = 15;
    static final int VALID = 1 << 30;
    private static final int SHIFT = MOST_THREADS;
    static final int LOW = (1 << SHIFT) - 1;

    /** Writers in the low bits, readers above them, and whether an object lies there; as far as learned. */
    final int[] access;

    /** Waiters in the low bits, wakers above them; as far as learned. */
    private final int[] keys;
    private int[] decidedAccess;
    private int[] decidedKeys;
    private boolean stale;

    /** Nothing known of as many addresses; those from the first on are objects. */
    public Sharing(int first, int limit) {
        access = new int[limit];
        keys = new int[limit];
        for (int i = first; i < limit; i++) {
            access[i] = VALID;
        }
        fresh();
    }

    /**
     * From now on takes every access of a thread for one that conflicts with every other thread, so that all are
     * steps.
     */
    public void everything() {
        for (int i = 0; i < access.length; i++) {
            access[i] |= LOW | LOW << SHIFT;
            keys[i] |= LOW | LOW << SHIFT;
        }
        fresh();
    }

    static int writer(int thread) {
        return thread < MOST_THREADS ? 1 << thread : 0;
    }

    static int reader(int thread) {
        return writer(thread) << SHIFT;
    }

    boolean readConflicts(int address, int others) {
        return (decidedAccess[address] & others) != 0;
    }

    boolean writeConflicts(int address, int others) {
        int bits = decidedAccess[address];
        return ((bits | bits >> SHIFT) & others) != 0;
    }

    boolean waitConflicts(int key, int others) {
        return (decidedKeys[key] >> SHIFT & others) != 0;
    }

    boolean wakeConflicts(int key, int others) {
        return (decidedKeys[key] & others) != 0;
    }

    void learnRead(int address, int thread) {
        access[address] |= reader(thread);
        stale |= (access[address] & LOW & ~writer(thread)) != 0;
    }

    void learnWrite(int address, int thread) {
        access[address] |= writer(thread);
        int bits = access[address] & ~VALID;
        stale |= ((bits | bits >> SHIFT) & LOW & ~writer(thread)) != 0;
    }

    void learnWait(int key, int thread) {
        if ((keys[key] & writer(thread)) != writer(thread)) {
            keys[key] |= writer(thread);
            stale |= (keys[key] >> SHIFT & LOW & ~writer(thread)) != 0;
        }
    }

    void learnWake(int key, int thread) {
        if ((keys[key] & reader(thread)) != reader(thread)) {
            keys[key] |= reader(thread);
            stale |= (keys[key] & LOW & ~writer(thread)) != 0;
        }
    }

    /** Bits of the threads that were seen to write an address. */
    public int writers(int address) {
        return access[address] & LOW;
    }

    /** Bits of the threads that were seen to read an address. */
    public int readers(int address) {
        return access[address] >> SHIFT & LOW;
    }

    /** Bits of the threads that were seen to wait on a key. */
    public int waiters(int key) {
        return keys[key] & LOW;
    }

    /** Bits of the threads that were seen to wake a key. */
    public int wakers(int key) {
        return keys[key] >> SHIFT & LOW;
    }

    /** What decides now, as {@link #decide} takes it: three numbers for each address of which something is known. */
    public int[] decided() {
        int[] all = new int[3 * decidedAccess.length];
        int end = 0;
        for (int i = 0; i < decidedAccess.length; i++) {
            if ((decidedAccess[i] & ~VALID) != 0 || decidedKeys[i] != 0) {
                all[end++] = i;
                all[end++] = decidedAccess[i];
                all[end++] = decidedKeys[i];
            }
        }
        return java.util.Arrays.copyOf(all, end);
    }

    /** From now on decides by what decided elsewhere, in a space of the same form. */
    public void decide(int[] decided) {
        for (int i = 0; i < decided.length; i += 3) {
            access[decided[i]] = decided[i + 1];
            keys[decided[i]] = decided[i + 2];
        }
        fresh();
    }

    /** Whether a conflict was learned of since this was last {@link #fresh() reset}. */
    public boolean stale() {
        return stale;
    }

    /** Starts a new exploration with what is known. */
    public void fresh() {
        decidedAccess = access.clone();
        decidedKeys = keys.clone();
        stale = false;
    }
}
