package folioscope.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * One line of the outcome table: a cell at one kernel, perhaps with a sample patch merged, what the fact sheet says of it,
 * and what a run counted, with CONFIG_DEBUG_VM and without.
 *
 * @param variant the scenario's parameters, {@code FS=FS_EXT4, PINS=1}, or {@code -}
 * @param patch a sample that is merged before the run, or {@code -}
 * @param expected outcome codes, see the head of the table
 * @param without the same without CONFIG_DEBUG_VM
 * @param seen observations that must have exactly these values with CONFIG_DEBUG_VM, {@code name=value}, or {@code -}
 * @param counts what a run counted, {@code countsWithout} without CONFIG_DEBUG_VM
 * @param status {@code ok}, or {@code open: } and why a run and what is expected differ
 */
record Row(String scenario, String variant, String type, String kernel, String patch, String expected, String without,
        String seen, Counts counts, Counts countsWithout, String status) {

    private static final String SAME = "=";

    static Row parse(String line) {
        List<String> c = List.of(line.split("\t", -1));
        if (c.size() != 13) {
            throw new IllegalArgumentException("thirteen columns expected: " + line);
        }
        Counts counts = Counts.parse(c.subList(8, 11));
        return new Row(c.get(0), c.get(1), c.get(2), c.get(3), c.get(4), c.get(5), c.get(6).equals(SAME) ? c.get(5) : c.get(6),
                c.get(7), counts, c.get(11).equals(SAME) ? counts : Counts.parse(Arrays.asList(c.get(11).split(" "))),
                c.get(12));
    }

    /** A cell of which nobody has said what to expect. */
    static Row unknown(String scenario, String variant, String type, String kernel) {
        return new Row(scenario, variant, type, kernel, "-", "?", "?", "-", Counts.NONE, Counts.NONE,
                "open: nobody has said what to expect");
    }

    String expected(boolean debug) {
        return debug ? expected : without;
    }

    Counts counts(boolean debug) {
        return debug ? counts : countsWithout;
    }

    Row counted(boolean debug, Counts counted) {
        return new Row(scenario, variant, type, kernel, patch, expected, without, seen, debug ? counted : counts,
                debug ? countsWithout : counted, status);
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
        return String.join("\t", scenario, variant, type, kernel, patch, expected, without.equals(expected) ? SAME : without,
                seen, counts.toString(), countsWithout.equals(counts) ? SAME : countsWithout.toString().replace('\t', ' '),
                status);
    }
}
