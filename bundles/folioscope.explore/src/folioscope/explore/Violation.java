package folioscope.explore;

import folioscope.skeleton.Origin;

/**
 * Something that must not happen and can.
 *
 * @param effect the word that the check or assertion in the model gives it; empty where none was given
 * @param message one clause for a reader
 * @param function where it shows; for a hang the function that waits
 * @param predicate for a hang or deadlock what is waited for, as C; otherwise empty
 * @param trace the shortest way there
 */
public record Violation(Kind kind, String effect, String message, String function, Origin origin, String predicate,
        Trace trace) {

    /** How it shows. */
    public enum Kind {
        /** A {@code __check} that does not hold. */
        CHECK,
        /** A {@code __bug}: the kernel stops there. */
        BUG,
        /** A {@code __warn}: the kernel complains and goes on. */
        WARN,
        /** A thread sleeps though its condition holds: the wake was lost. */
        LOST_WAKE,
        /** A thread sleeps or waits, and what it waits for does not come. */
        HANG,
        /** Threads wait for locks for ever. */
        DEADLOCK,
        /** From some state on no run ever ends. */
        LIVELOCK,
        /** An object is touched after it went away. */
        USE_AFTER_FREE,
        /** A pointer that is NULL or points nowhere is followed. */
        BAD_POINTER
    }
}
