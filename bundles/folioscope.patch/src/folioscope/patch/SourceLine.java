package folioscope.patch;

/**
 * One line of decoded text without its line end; {@code inputLine} is the 1-based line of the input where its first
 * character stands.
 */
record SourceLine(String text, int inputLine) {

    /** The same place with other text. */
    SourceLine withText(String other) {
        return new SourceLine(other, inputLine);
    }
}
