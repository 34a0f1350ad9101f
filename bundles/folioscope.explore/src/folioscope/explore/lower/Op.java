package folioscope.explore.lower;

import java.util.List;

/**
 * One step of lowered code. Registers and labels are numbers of the function; {@code site} is the number of the place
 * in the function's list of {@link Site sites}.
 */
public sealed interface Op {

    record Set(int target, Val value) implements Op { }

    record Load(int target, Val address, int site) implements Op { }

    record Store(Val address, Val value, int site) implements Op { }

    /**
     * An atomic access: {@code kind} is the machine's method {@code add}, {@code xchg}, {@code cmpxchg}, {@code
     * trylock}, {@code unlock}.
     */
    record Update(int target, String kind, Val address, List<Val> values, int site) implements Op {
        public Update {
            values = List.copyOf(values);
        }
    }

    record Lock(Val address, int site) implements Op { }

    record Prepare(Val key, int site) implements Op { }

    /** Sleeps until woken since the last {@link Prepare}. */
    record Sleep(int site) implements Op { }

    record Finish() implements Op { }

    record Wake(Val key, int site) implements Op { }

    record Begin(int site) implements Op { }

    record End() implements Op { }

    /** Starts reading an awaited condition in one go; {@link AwaitTest} with the same site ends it. */
    record AwaitBegin(int site) implements Op { }

    record AwaitTest(Val condition, int site) implements Op { }

    record Choose(int target, Val count) implements Op { }

    /** Chooses 0 or 1 for something that is left open. */
    record Guess(int target) implements Op { }

    /** Marks that the place with this number in the function's list of unknowns was passed. */
    record Note(int unknown) implements Op { }

    /**
     * {@code kind} is the machine's method {@code check}, {@code bug}, {@code warn}, {@code observe}, {@code assume}.
     */
    record Report(String kind, Val value, int site) implements Op { }

    /** {@code kind} is {@code poison} or {@code unpoison}. */
    record Poison(String kind, Val address, int site) implements Op { }

    record Call(int target, int callee, List<Val> arguments, int site) implements Op {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A call through a pointer. */
    record CallAt(int target, Val function, List<Val> arguments, int site) implements Op {
        public CallAt {
            arguments = List.copyOf(arguments);
        }
    }

    record Label(int label) implements Op { }

    record Jump(int label) implements Op { }

    record Branch(Val condition, int label) implements Op { }

    record Switch(Val value, List<Integer> keys, List<Integer> labels, int otherwise) implements Op {
        public Switch {
            keys = List.copyOf(keys);
            labels = List.copyOf(labels);
        }
    }

    record Return(Val value) implements Op { }

    /** The path ends silently. */
    record Stop() implements Op { }

    /** One more turn of a loop. */
    record Turn(int site) implements Op { }

    /** Where somebody asks from outside whether a wait's condition holds, this is the answer. */
    record Probe(Val condition) implements Op { }

    /** Zeroes the function's storage in the thread. */
    record Clear() implements Op { }
}
