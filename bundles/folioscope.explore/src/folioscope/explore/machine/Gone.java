package folioscope.explore.machine;

/** Ends a path from inside an expression. */
final class Gone extends RuntimeException {

    static final Gone GONE = new Gone();

    private static final long serialVersionUID = 1;

    private Gone() {
        super("", null, false, false);
    }
}
