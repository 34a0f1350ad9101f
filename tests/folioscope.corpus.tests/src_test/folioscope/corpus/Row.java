package folioscope.corpus;

import java.util.List;

/**
 * One line of the outcome table: a cell at one kernel, perhaps with a sample patch merged, what the fact sheet says of it,
 * and what a run counted.
 *
 * @param variant the scenario's parameters, {@code FS=FS_EXT4, PINS=1}, or {@code -}
 * @param patch a sample that is merged before the run, or {@code -}
 * @param expected outcome codes, see the head of the table
 * @param seen observations that must have exactly these values, {@code name=value}, or {@code -}
 * @param status {@code ok}, or {@code open: } and why the run and {@code expected} differ
 */
record Row(String scenario, String variant, String type, String kernel, String patch, String expected, String seen,
        long states, long transitions, String status) {

    static Row parse(String line) {
        String[] c = line.split("\t", -1);
        if (c.length != 10) {
            throw new IllegalArgumentException("ten columns expected: " + line);
        }
        return new Row(c[0], c[1], c[2], c[3], c[4], c[5], c[6], Long.parseLong(c[7]), Long.parseLong(c[8]), c[9]);
    }

    Row counted(long newStates, long newTransitions) {
        return new Row(scenario, variant, type, kernel, patch, expected, seen, newStates, newTransitions, status);
    }

    boolean open() {
        return status.startsWith("open: ");
    }

    /** What names the row. */
    String key() {
        return String.join(" ", scenario, variant, type, kernel, patch);
    }

    @Override
    public String toString() {
        return String.join("\t", List.of(scenario, variant, type, kernel, patch, expected, seen, Long.toString(states),
                Long.toString(transitions), status));
    }
}
