package folioscope.explore.machine;

/**
 * Something that showed in a step.
 *
 * @param site the number of the place among the function's sites
 * @param value for an observation its value, for a poisoned object the number of the poisoning, for a bad pointer its
 *        value
 */
public record Event(Kind kind, Code code, int site, int value) {

    /** How it showed. */
    public enum Kind { CHECK, BUG, WARN, OBSERVED, POISONED, BAD_POINTER, ENDLESS, OUT_OF_RANGE, DIVISION, TOO_DEEP,
            GUESSED }
}
