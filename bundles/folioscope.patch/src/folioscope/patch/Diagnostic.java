package folioscope.patch;

/**
 * Trouble with an input, and where: {@code line} is 1-based in the input as it lies on disk, 0 for the whole of it. The
 * message says what, and what then.
 */
public record Diagnostic(Severity severity, int line, String message) {

    /** How much is lost. */
    public enum Severity { ERROR, WARNING, INFO }
}
