package folioscope.explore.export;

import folioscope.explore.lower.Body;

/**
 * A function of an exported program.
 *
 * @param number its value as a pointer
 * @param storage where its storage begins in a thread's
 */
public record Part(Body body, int number, int storage) { }
