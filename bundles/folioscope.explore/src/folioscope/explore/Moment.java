package folioscope.explore;

/**
 * When something showed: in the step of a thread from a state, or, with {@code thread} {@link #SETUP} or {@link
 * #END}, in setup or at the end; with {@link #NOW} in the state itself.
 *
 * @param choices the choices that the step made
 */
record Moment(int state, int thread, int[] choices) {

    static final int SETUP = -1;
    static final int END = -2;
    static final int NOW = -3;
}
