package folioscope.cli;

/** Arguments or input that nothing can be done with. The message says what, and what then; it ends the command with status 2. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1;

    Trouble(String message) {
        super(message);
    }
}
