package folioscope.report;

/**
 * How text is to look.
 *
 * @param colour whether to use ANSI colours, as a terminal understands them
 * @param traces whether the steps are shown as well
 */
public record Look(boolean colour, boolean traces) {

    /** Without colour and with steps, as for a file. */
    public static final Look PLAIN = new Look(false, true);
}
