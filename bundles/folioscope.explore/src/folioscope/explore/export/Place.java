package folioscope.explore.export;

import java.util.List;

/**
 * Where a function can be left for a while. A frame of it on the stack is the live registers, then the number.
 *
 * @param number from 1 on, among all functions of the program
 * @param index of the operation
 * @param live the registers that the frame keeps
 * @param target the register that gets a callee's value or a choice, or -1
 * @param site the number of the place's site among all, or 0 for the start of a function
 * @param condition the label of the condition of the wait that this stands in, or -1
 * @param waiting the number of that wait's site among all, or 0
 */
record Place(int number, Kind kind, int index, List<Integer> live, int target, int site, int condition, int waiting) {

    /** Why it is left. */
    enum Kind {
        /** A thread begins here. */
        START,
        /** Another thread may step here. */
        STEP,
        /** The same, or what comes next cannot go on now. */
        BLOCKING,
        /** A callee runs. */
        CALL,
        /** Something is chosen. */
        CHOICE
    }

    /** Slots of the frame. */
    int size() {
        return live.size() + 1;
    }
}
