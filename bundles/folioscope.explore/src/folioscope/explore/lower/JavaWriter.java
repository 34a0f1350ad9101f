package folioscope.explore.lower;

/** Writes lowered functions as Java. Only numbers and escaped comments come from the program. */
public final class JavaWriter {

    private JavaWriter() {
    }

    /** The body of the class that runs the function; with comments that say where each place comes from if asked. */
    public static Written write(Body body, boolean comments) {
        return new MethodWriter(body, comments).written();
    }

    /** A comment's text in which nothing can end it. */
    public static String escaped(String text) {
        return text.codePoints().map(c -> c >= ' ' && c < 127 && c != '\\' && c != '*' ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
