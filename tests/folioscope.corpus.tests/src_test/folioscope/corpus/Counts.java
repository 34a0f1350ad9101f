package folioscope.corpus;

import java.util.List;

/**
 * What a run counted.
 *
 * @param states distinct states, {@code transitions} steps between them
 * @param steps the length of the shortest trace to each outcome code, {@code DAT=7,WARN=3}, or {@code -}
 */
record Counts(long states, long transitions, String steps) {

    /** The counts of a cell that nobody has run yet. */
    static final Counts NONE = new Counts(0, 0, "-");

    /** Reads {@link #toString}. */
    static Counts parse(List<String> columns) {
        return new Counts(Long.parseLong(columns.get(0)), Long.parseLong(columns.get(1)), columns.get(2));
    }

    @Override
    public String toString() {
        return states + "\t" + transitions + "\t" + steps;
    }
}
