package folioscope.explore.machine;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Runs functions as threads: how they stop and come back, and the operations of generated code that are not about
 * {@link Memory}. One object runs one thing at a time. Public fields are for generated code.
 */
public final class Machine {

    /** {@link #out}: the thread stopped before its next step. */
    public static final int STOPPED = 1;

    /** {@link #out}: the thread cannot go on from here now. */
    public static final int BLOCKED = 2;

    /** {@link #out}: the path ended. */
    public static final int ENDED = 3;

    /** Turns of loops in one step beyond which a loop is not believed to end by itself. */
    public static final int MOST_TURNS = 200;

    /** Calls in one step beyond which recursion is not believed to end. */
    public static final int MOST_CALLS = 5_000;

    private static final int SPARE = Integer.SIZE - 20;
    private static final int WILD = 0x6000;

    /** The slots of the state; see {@link Space}. */
    public final int[] m;

    /** What the thread does to memory. */
    public final Memory memory;

    /** Arguments beyond the fourth. */
    public final int[] more = new int[64];

    /** Always true. */
    public final boolean yes = true;

    /** How the last run of code ended: 0 if it returned. */
    public int out;

    /** The value that the function called before the thread stopped returned. */
    public int ret;

    /** Whether a wait's condition is asked for. */
    public boolean probe;

    /** Whether the thread was just resumed at the place where it could not go on. */
    public boolean fresh;

    /** Turns of loops in this step. */
    public int turns;

    /** Calls in this step. */
    public int calls;

    /** A frame beyond this is too deep. */
    public int high;

    private final Space space;
    private final IntFunction<Code> linker;
    private final Choices choices = new Choices();
    private final Undo undo;
    private final List<Event> events;
    private boolean alone;
    private int top;
    private boolean dropped;
    private Code stuckCode;
    private int stuckSite;
    private int stuckAddress;

    /**
     * A machine over the memory that the space describes; the linker gives a function by its value as a pointer, or
     * null.
     */
    public Machine(Space space, Sharing sharing, IntFunction<Code> linker) {
        this.space = space;
        this.linker = linker;
        memory = new Memory(space, sharing);
        m = memory.slots();
        undo = memory.undo();
        events = memory.events();
    }

    // ---- starting and ending a step

    /** Prepares to run a thread; {@code others} has a bit for each other thread that has not ended. */
    public void begin(int who, int others) {
        memory.begin(who, others);
        alone = who == space.threads();
        turns = 0;
        calls = 0;
        out = 0;
        fresh = false;
        dropped = false;
        high = space.stack(who) + Space.STACK;
    }

    /** The choices of the step. */
    public Choices choices() {
        return choices;
    }

    /** The writes of the step. */
    public Undo undo() {
        return undo;
    }

    /** What showed in the step. */
    public List<Event> events() {
        return events;
    }

    /** Whether the path was given up, so that nothing that showed in it counts. */
    public boolean dropped() {
        return dropped;
    }

    /**
     * Runs a function from its start (0), or from a place where it was left, and gives its value if {@link #out} is 0
     * then.
     */
    public int run(Code code, int fp, int place) {
        try {
            return code.run(this, fp, place, 0, 0, 0, 0);
        } catch (Gone gone) {
            out = ENDED;
            return 0;
        }
    }

    /** The first free slot of the stack that the stopped thread uses. */
    public int top() {
        return top;
    }

    /** The function in which a blocked thread stands. */
    public Code stuckCode() {
        return stuckCode;
    }

    /** The number of the place where a blocked thread stands. */
    public int stuckSite() {
        return stuckSite;
    }

    /** The lock that a blocked thread wants, or 0. */
    public int stuckAddress() {
        return stuckAddress;
    }

    // ---- leaving and coming back

    /** Keeps a register in a frame; one that grew beyond 20 bits ends the path. */
    public void keep(Code code, int slot, int value) {
        if (value << SPARE >> SPARE != value) {
            throw memory.end(Event.Kind.OUT_OF_RANGE, code, -1, value);
        }
        undo.put(slot, value);
    }

    /** Stops before a step. */
    public int stop(Code code, int fp, int place, int size) {
        undo.put(fp, code.location(place));
        top = fp + size;
        out = STOPPED;
        return 0;
    }

    /** Keeps the frame of a function whose callee stopped. */
    public int hold(Code code, int fp, int place) {
        undo.put(fp, code.location(place));
        return 0;
    }

    /**
     * Whether a thread that cannot go on is blocked: true if it was just resumed here, false if it got here and has
     * to stop.
     */
    public boolean held(Code code, int site, int address) {
        if (fresh || alone || memory.inside()) {
            stuckCode = code;
            stuckSite = site;
            stuckAddress = address;
            out = BLOCKED;
            return true;
        }
        return false;
    }

    /** Takes a lock if it is free; whether that was so. */
    public boolean lock(Code code, int site, int address) {
        if (memory.trylock(code, site, address) == 0) {
            return false;
        }
        fresh = false;
        return true;
    }

    /** Ends the reading of an awaited condition: whether the thread has to stop here, or is blocked. */
    public boolean fails(boolean condition) {
        boolean conflict = memory.close();
        if (condition && (fresh || !conflict)) {
            fresh = false;
            return false;
        }
        return true;
    }

    /** Whether the thread has to sleep. */
    public boolean asleep() {
        boolean asleep = memory.asleep();
        fresh &= asleep;
        return asleep;
    }

    // ---- choices

    /** Any number from 0 to count - 1, each in a run of its own. */
    public int choose(int count) {
        if (count <= 1) {
            return 0;
        }
        if (choices.exhausted()) {
            throw Gone.GONE;
        }
        return choices.take(count);
    }

    /** 0 or 1 for something left open. */
    public int guess(Code code) {
        int guess = choices.guess();
        if (choices.guessedTooOften()) {
            events.add(new Event(Event.Kind.GUESSED, code, -1, 0));
        }
        return guess;
    }

    /** Whether a pointer is not NULL; of one that points nowhere both. */
    public boolean holds(Code code, int pointer) {
        return pointer == WILD ? guess(code) != 0 : pointer != 0;
    }

    /** Whether two pointers are equal; of ones that point nowhere both. */
    public boolean same(Code code, int left, int right) {
        return left == WILD || right == WILD ? guess(code) != 0 : left == right;
    }

    /** The quotient; there is none by 0, and the path ends. */
    public int div(Code code, int left, int right) {
        if (right == 0) {
            throw memory.end(Event.Kind.DIVISION, code, -1, 0);
        }
        return left / right;
    }

    /** The remainder; there is none by 0, and the path ends. */
    public int rem(Code code, int left, int right) {
        if (right == 0) {
            throw memory.end(Event.Kind.DIVISION, code, -1, 0);
        }
        return left % right;
    }

    // ---- reports

    /** A check failed; the path ends. */
    public int check(Code code, int site) {
        return ended(Event.Kind.CHECK, code, site);
    }

    /** An assertion that stops the kernel; the path ends. */
    public int bug(Code code, int site) {
        return ended(Event.Kind.BUG, code, site);
    }

    /**
     * What to do with a loop that turned very often in one step: where it cannot stop in between, and nothing was
     * chosen, it is taken to turn for ever, and this is true; else the thread stops there, and the search finds
     * whether it ever ends.
     */
    public boolean endless(Code code, int site) {
        if (!alone && !memory.inside()) {
            return false;
        }
        if (choices.taken().length > 0) {
            leave();
        } else {
            ended(Event.Kind.ENDLESS, code, site);
        }
        return true;
    }

    /** Functions call one another too deep; the path ends. */
    public int deep(Code code) {
        return ended(Event.Kind.TOO_DEEP, code, -1);
    }

    private int ended(Event.Kind kind, Code code, int site) {
        events.add(new Event(kind, code, site, 0));
        out = ENDED;
        return 0;
    }

    /** An assertion that complains. */
    public void warn(Code code, int site) {
        events.add(new Event(Event.Kind.WARN, code, site, 0));
    }

    /** Something that is watched took a value. */
    public void observe(Code code, int site, int value) {
        if (!code.knows(site, value)) {
            events.add(new Event(Event.Kind.OBSERVED, code, site, value));
        }
    }

    /** Ends the path silently. */
    public int leave() {
        out = ENDED;
        return 0;
    }

    /** Gives up the path, and what showed in this step with it. */
    public int drop() {
        dropped = true;
        out = ENDED;
        return 0;
    }

    /** The function that a pointer's value names. */
    public Code at(Code code, int site, int value) {
        Code called = value > 0 ? linker.apply(value) : null;
        if (called == null) {
            throw memory.lost(code, site, value);
        }
        return called;
    }
}
