package folioscope.patch;

/**
 * One line of a hunk.
 *
 * @param text the line without marker and line end
 * @param oldLine 1-based line in the old file, 0 for an added line; likewise {@code newLine} for a removed one
 * @param inputLine 1-based line in the input as it lies on disk
 */
public record Line(Kind kind, String text, int oldLine, int newLine, int inputLine) {

    /** What the patch does with the line. */
    public enum Kind { CONTEXT, REMOVED, ADDED }
}
