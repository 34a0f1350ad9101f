package folioscope.explore.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Runs the steps of a program: its memory, the stacks of its threads, and the operations that generated code calls on it.
 * One object runs one thing at a time.
 */
public final class Machine {

    /** {@link #out}: the thread stopped before its next step. */
    public static final int STOPPED = 1;
    /** {@link #out}: the thread cannot go on from here now. */
    public static final int BLOCKED = 2;
    /** {@link #out}: the path ended. */
    public static final int ENDED = 3;

    /** Turns of loops in one step beyond which it is not believed to end by itself. */
    public static final int MOST_TURNS = 10_000;

    private static final int WILD = 0x6000;

    /** Memory, then what the state has beside it; see {@link Space}. */
    public final int[] m;

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

    /** Where the running thread's storage begins. */
    public int local;

    /** A frame beyond this is too deep. */
    public int high;

    private final Space space;
    private final Sharing sharing;
    private final int[] access;
    private final int limit;
    private final int[] poisonSlots;
    private final int poisoned;
    private final IntFunction<Code> linker;
    private final Choices choices = new Choices();
    private final Undo undo;
    private final List<Event> events = new ArrayList<>();
    private int thread;
    private int others;
    private int outside;
    private int depth;
    private boolean alone;
    private int touched;
    private int needRead;
    private int needWrite;
    private int top;
    private boolean dropped;
    private Code stuckCode;
    private int stuckSite;
    private int stuckAddress;

    /** A machine over the memory that the space describes; the linker gives a function by its value as a pointer. */
    public Machine(Space space, Sharing sharing, IntFunction<Code> linker) {
        this.space = space;
        this.sharing = sharing;
        this.linker = linker;
        access = sharing.access;
        limit = space.limit();
        m = space.memory();
        poisonSlots = space.poisonSlots();
        poisoned = space.poisoned();
        undo = new Undo(m);
    }

    // ---- starting and ending a step

    /** Prepares to run a thread; {@code others} has a bit for each other thread that has not ended. */
    public void begin(int who, int othersAlive) {
        thread = who;
        alone = who == space.threads();
        others = othersAlive;
        outside = othersAlive;
        depth = 0;
        turns = 0;
        out = 0;
        fresh = false;
        dropped = false;
        touched = 0;
        needRead = Sharing.VALID | Sharing.reader(who);
        needWrite = Sharing.VALID | Sharing.writer(who);
        local = space.local(who);
        high = space.stack(who) + Space.STACK;
        events.clear();
    }

    public Choices choices() {
        return choices;
    }

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

    /** Runs a function from its start as the begun thread, and gives its value. */
    public int call(Code code, int fp) {
        try {
            return code.run(this, fp, 0, 0, 0, 0, 0);
        } catch (Gone gone) {
            out = ENDED;
            return 0;
        }
    }

    /** Runs a function from a place where it was left. */
    public int resume(Code code, int fp, int place) {
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

    public Code stuckCode() {
        return stuckCode;
    }

    public int stuckSite() {
        return stuckSite;
    }

    /** The lock that a blocked thread wants, or 0. */
    public int stuckAddress() {
        return stuckAddress;
    }

    // ---- leaving and coming back

    /** Keeps a register in a frame. */
    public void keep(int slot, int value) {
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

    /** Whether a thread that cannot go on is blocked: true if it was just resumed here, false if it got here and has to stop. */
    public boolean held(Code code, int site, int address) {
        if (fresh || alone || depth > 0) {
            stuckCode = code;
            stuckSite = site;
            stuckAddress = address;
            out = BLOCKED;
            return true;
        }
        return false;
    }

    // ---- is the next access a step?

    public boolean reads(int address) {
        return others != 0 && address >= 0 && address < limit && sharing.readConflicts(address, others);
    }

    public boolean writes(int address) {
        return others != 0 && address >= 0 && address < limit && sharing.writeConflicts(address, others);
    }

    public boolean queues(int key) {
        return others != 0 && key > 0 && key < limit && sharing.waitConflicts(key, others);
    }

    public boolean wakes(int key) {
        return others != 0 && key > 0 && key < limit && sharing.wakeConflicts(key, others);
    }

    /** Whether poisoning the object is a step. */
    public boolean strikes(int address) {
        if (others == 0 || address < 0 || address >= limit) {
            return false;
        }
        int slot = poisonSlots[address];
        boolean conflict = false;
        for (int a = address; a < limit && poisonSlots[a] == slot; a++) {
            conflict |= sharing.writeConflicts(a, others);
        }
        return conflict;
    }

    public boolean interleaved() {
        return others != 0;
    }

    // ---- memory

    public int get(Code code, int site, int address) {
        if (address < 0 || address >= limit) {
            throw lost(code, site, address);
        }
        int bits = access[address];
        touched |= bits & Sharing.LOW;
        if ((bits & needRead) != needRead) {
            learnRead(code, site, address);
        }
        if (m[poisoned] != 0) {
            struck(code, site, address);
        }
        return m[address];
    }

    public void set(Code code, int site, int address, int value) {
        checkWrite(code, site, address);
        if (value != (short) value) {
            throw end(Event.Kind.OUT_OF_RANGE, code, site, value);
        }
        undo.put(address, value);
    }

    private void checkWrite(Code code, int site, int address) {
        if (address < 0 || address >= limit) {
            throw lost(code, site, address);
        }
        if ((access[address] & needWrite) != needWrite) {
            if ((access[address] & Sharing.VALID) == 0) {
                throw lost(code, site, address);
            }
            sharing.learnWrite(address, thread);
        }
        if (m[poisoned] != 0) {
            struck(code, site, address);
        }
    }

    private void learnRead(Code code, int site, int address) {
        if ((access[address] & Sharing.VALID) == 0) {
            throw lost(code, site, address);
        }
        sharing.learnRead(address, thread);
    }

    private void struck(Code code, int site, int address) {
        int slot = poisonSlots[address];
        if (slot != 0 && m[slot] != 0) {
            throw end(Event.Kind.POISONED, code, site, m[slot]);
        }
    }

    private Gone lost(Code code, int site, int address) {
        if (address >= WILD - 4096 && address < WILD + 4096 && address >= limit) {
            dropped = false;
            return Gone.GONE;
        }
        return end(Event.Kind.BAD_POINTER, code, site, address);
    }

    private Gone end(Event.Kind kind, Code code, int site, int value) {
        events.add(new Event(kind, code, site, value));
        return Gone.GONE;
    }

    public int add(Code code, int site, int address, int value) {
        int made = get(code, site, address) + value;
        set(code, site, address, made);
        return made;
    }

    public int xchg(Code code, int site, int address, int value) {
        int old = get(code, site, address);
        set(code, site, address, value);
        return old;
    }

    public int cmpxchg(Code code, int site, int address, int expected, int value) {
        int old = get(code, site, address);
        if (old == expected) {
            set(code, site, address, value);
        } else {
            checkWrite(code, site, address);
        }
        return old;
    }

    public int trylock(Code code, int site, int address) {
        return cmpxchg(code, site, address, 0, thread + 1) == 0 ? 1 : 0;
    }

    public int unlock(Code code, int site, int address) {
        set(code, site, address, 0);
        return 0;
    }

    /** Takes a lock if it is free; whether that was so. */
    public boolean lock(Code code, int site, int address) {
        if (cmpxchg(code, site, address, 0, thread + 1) != 0) {
            return false;
        }
        fresh = false;
        return true;
    }

    public void poison(Code code, int site, int address) {
        strike(code, site, address, 1);
    }

    public void unpoison(Code code, int site, int address) {
        strike(code, site, address, 0);
    }

    private void strike(Code code, int site, int address, int mark) {
        if (address < 0 || address >= limit || poisonSlots[address] == 0) {
            throw lost(code, site, address);
        }
        int slot = poisonSlots[address];
        for (int a = address; a < limit && poisonSlots[a] == slot; a++) {
            if ((access[a] & needWrite) != needWrite) {
                sharing.learnWrite(a, thread);
            }
        }
        undo.put(poisoned, m[poisoned] + (m[slot] == 0 ? 0 : -1) + (mark == 0 ? 0 : 1));
        undo.put(slot, mark == 0 ? 0 : space.mark(code, site));
    }

    /** Zeroes the storage of a function that is left. */
    public void clear(Code code) {
        int from = local + code.local();
        for (int i = 0; i < code.storage(); i++) {
            undo.put(from + i, 0);
        }
    }

    // ---- one go

    public void begin() {
        if (depth++ == 0) {
            others = 0;
        }
    }

    public void end() {
        if (depth > 0 && --depth == 0) {
            others = outside;
        }
    }

    public void open() {
        touched = 0;
        begin();
    }

    /** Ends the reading of an awaited condition: whether the thread has to stop here, or is blocked. */
    public boolean fails(boolean condition) {
        end();
        if (condition && (fresh || (touched & others) == 0)) {
            fresh = false;
            return false;
        }
        return true;
    }

    // ---- waiting

    public void prepare(Code code, int key) {
        if (key <= 0 || key >= limit) {
            throw Gone.GONE;
        }
        sharing.learnWait(key, thread);
        undo.put(space.queue(thread), key);
    }

    public void finish() {
        undo.put(space.queue(thread), 0);
    }

    public boolean asleep() {
        boolean asleep = m[space.queue(thread)] != 0;
        fresh &= asleep;
        return asleep;
    }

    public void wake(int key) {
        if (key <= 0 || key >= limit) {
            return;
        }
        sharing.learnWake(key, thread);
        for (int i = 0; i < space.threads(); i++) {
            if (m[space.queue(i)] == key) {
                undo.put(space.queue(i), 0);
            }
        }
    }

    // ---- choices

    public int choose(int count) {
        if (count <= 1) {
            return 0;
        }
        if (choices.exhausted()) {
            throw Gone.GONE;
        }
        return choices.take(count);
    }

    /** Whether a pointer is not NULL; of one that points nowhere both. */
    public boolean holds(int pointer) {
        return pointer == WILD ? choose(2) != 0 : pointer != 0;
    }

    /** Whether two pointers are equal; of ones that point nowhere both. */
    public boolean same(int left, int right) {
        return left == WILD || right == WILD ? choose(2) != 0 : left == right;
    }

    public int div(Code code, int left, int right) {
        if (right == 0) {
            throw end(Event.Kind.OUT_OF_RANGE, code, -1, 0);
        }
        return left / right;
    }

    public int rem(Code code, int left, int right) {
        if (right == 0) {
            throw end(Event.Kind.OUT_OF_RANGE, code, -1, 0);
        }
        return left % right;
    }

    // ---- reports

    public int check(Code code, int site) {
        return ended(Event.Kind.CHECK, code, site);
    }

    public int bug(Code code, int site) {
        return ended(Event.Kind.BUG, code, site);
    }

    /**
     * What to do with a loop that turned very often in one step: where it cannot stop in between, and nothing was chosen, it
     * is taken to turn for ever, and this is true; else the thread stops there, and the search finds whether it ever ends.
     */
    public boolean endless(Code code, int site) {
        if (!alone && depth == 0) {
            return false;
        }
        if (choices.taken().length > 0) {
            leave();
        } else {
            ended(Event.Kind.ENDLESS, code, site);
        }
        return true;
    }

    public int deep(Code code) {
        return ended(Event.Kind.TOO_DEEP, code, -1);
    }

    private int ended(Event.Kind kind, Code code, int site) {
        events.add(new Event(kind, code, site, 0));
        out = ENDED;
        return 0;
    }

    public void warn(Code code, int site) {
        events.add(new Event(Event.Kind.WARN, code, site, 0));
    }

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
            throw lost(code, site, value);
        }
        return called;
    }
}
