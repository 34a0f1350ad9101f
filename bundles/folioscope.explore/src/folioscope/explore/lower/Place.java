package folioscope.explore.lower;

import folioscope.skeleton.Type;

/** What can stand left of an assignment. */
sealed interface Place {

    /** A local in a register. */
    record Register(int number, Type type) implements Place { }

    /** Something in memory. */
    record Memory(Val address, Type type) implements Place { }

    /** Something that the program does not know. */
    record Nowhere() implements Place { }
}
