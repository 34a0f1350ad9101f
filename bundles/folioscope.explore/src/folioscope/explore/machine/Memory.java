package folioscope.explore.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * What the running thread does to memory: accesses, locks, poisoned objects, waiting. Each access learns who shares
 * what; before it, the code asks here whether it is a step of its own. Places are given as a function and the number
 * of a place in it. Following a pointer to no object ends the path.
 */
public final class Memory {

    private static final int WILD = 0x6000;

    private final int[] m;
    private final Space space;
    private final Sharing sharing;
    private final Undo undo;
    private final int[] access;
    private final int limit;
    private final int[] poisonSlots;
    private final int poisoned;
    private final List<Event> events = new ArrayList<>();
    private int thread;
    private int others;
    private int outside;
    private int depth;
    private int touched;
    private int needRead;
    private int needWrite;
    private int local;

    Memory(Space space, Sharing sharing) {
        this.space = space;
        this.sharing = sharing;
        access = sharing.access;
        limit = space.limit();
        m = space.memory();
        poisonSlots = space.poisonSlots();
        poisoned = space.poisoned();
        undo = new Undo(m);
    }

    /** Prepares for a thread; {@code othersAlive} has a bit for each other thread that has not ended. */
    void begin(int who, int othersAlive) {
        thread = who;
        others = othersAlive;
        outside = othersAlive;
        depth = 0;
        touched = 0;
        needRead = Sharing.VALID | Sharing.reader(who);
        needWrite = Sharing.VALID | Sharing.writer(who);
        local = space.local(who);
        events.clear();
    }

    int[] slots() {
        return m;
    }

    Undo undo() {
        return undo;
    }

    List<Event> events() {
        return events;
    }

    /** The address of a local that lies at this offset in the thread's storage. */
    public int local(int offset) {
        return local + offset;
    }

    // ---- one go

    /** Starts a section in which no other thread steps; sections nest. */
    public void begin() {
        if (depth++ == 0) {
            others = 0;
        }
    }

    /** Ends such a section. */
    public void end() {
        if (depth > 0 && --depth == 0) {
            others = outside;
        }
    }

    /** Whether the thread is inside such a section. */
    boolean inside() {
        return depth > 0;
    }

    /** Starts reading an awaited condition in one go. */
    public void open() {
        touched = 0;
        begin();
    }

    /** Ends it; whether anything that was read conflicts with another thread. */
    boolean close() {
        end();
        return (touched & others) != 0;
    }

    // ---- is the next access a step?

    /** Whether reading this address is a step of its own. */
    public boolean reads(int address) {
        return others != 0 && address >= 0 && address < limit && sharing.readConflicts(address, others);
    }

    /** Whether writing this address, or an atomic access, is a step of its own. */
    public boolean writes(int address) {
        return others != 0 && address >= 0 && address < limit && sharing.writeConflicts(address, others);
    }

    /** Whether queueing on this key is a step of its own. */
    public boolean queues(int key) {
        return others != 0 && key > 0 && key < limit && sharing.waitConflicts(key, others);
    }

    /** Whether waking those on this key is a step of its own. */
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

    /** Whether another thread could step here. */
    public boolean interleaved() {
        return others != 0;
    }

    // ---- memory

    /** Reads. */
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

    /** Writes; a value beyond 16 bits ends the path. */
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

    Gone lost(Code code, int site, int address) {
        if (address >= WILD - 4096 && address < WILD + 4096 && address >= limit) {
            return Gone.GONE;
        }
        return end(Event.Kind.BAD_POINTER, code, site, address);
    }

    Gone end(Event.Kind kind, Code code, int site, int value) {
        events.add(new Event(kind, code, site, value));
        return Gone.GONE;
    }

    /** Adds atomically; gives the new value. */
    public int add(Code code, int site, int address, int value) {
        int made = get(code, site, address) + value;
        set(code, site, address, made);
        return made;
    }

    /** Writes atomically; gives the old value. */
    public int xchg(Code code, int site, int address, int value) {
        int old = get(code, site, address);
        set(code, site, address, value);
        return old;
    }

    /** Writes atomically if the expected value is there; gives the old value. */
    public int cmpxchg(Code code, int site, int address, int expected, int value) {
        int old = get(code, site, address);
        if (old == expected) {
            set(code, site, address, value);
        } else {
            checkWrite(code, site, address);
        }
        return old;
    }

    /** Takes a lock if it is free: 1 if that was so, else 0. */
    public int trylock(Code code, int site, int address) {
        return cmpxchg(code, site, address, 0, thread + 1) == 0 ? 1 : 0;
    }

    /** Gives a lock back; 0. */
    public int unlock(Code code, int site, int address) {
        set(code, site, address, 0);
        return 0;
    }


    /** Makes every access to the object from now on a use after free. */
    public void poison(Code code, int site, int address) {
        strike(code, site, address, 1);
    }

    /** Makes accesses to the object harmless again. */
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

    // ---- waiting

    /** Queues the thread on a key. */
    public void prepare(Code code, int key) {
        if (key <= 0 || key >= limit) {
            throw Gone.GONE;
        }
        sharing.learnWait(key, thread);
        undo.put(space.queue(thread), key);
    }

    /** Takes the thread off its queue. */
    public void finish() {
        undo.put(space.queue(thread), 0);
    }

    /** Whether the thread is queued and was not woken since. */
    public boolean asleep() {
        return m[space.queue(thread)] != 0;
    }

    /** Wakes all threads queued on a key. */
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
}
