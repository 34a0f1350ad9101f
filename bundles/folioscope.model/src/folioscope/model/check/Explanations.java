package folioscope.model.check;

import folioscope.model.KernelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why the model's functions differ from the kernel's, as a table says it. A line is
 * {@code kernels TAB path TAB function TAB what TAB times TAB reason}: kernels as {@code 6.1..6.12}, either end may be missing; the
 * model's path; what as JSON has it ({@code -put_page()} for a word that the model lacks, {@code +put_page()} for one that only
 * the model has, {@code ~folio_put()} for one that the model says of the page, {@code !pmd_none()} for one that the two ask the other way round, {@code absent}); how many such
 * differences there are at most; the reason in words, or {@code @name} for one that a line
 * {@code @name TAB reason} gives. A line explains that word in that function and nothing else.
 */
public record Explanations(List<Entry> entries) {

    /** What stands for a function that the tree does not have. */
    public static final String ABSENT = "absent";

    public Explanations {
        entries = List.copyOf(entries);
    }

    /** One line of the table; the ends of its range of kernels are inclusive. */
    public record Entry(Optional<KernelVersion> first, Optional<KernelVersion> last, String path, String function, String what,
            int times, String reason) {

        boolean applies(KernelVersion kernel) {
            return first.map(v -> v.compareTo(kernel) <= 0).orElse(true) && last.map(v -> v.compareTo(kernel) >= 0).orElse(true);
        }
    }

    /** Reads the table. Lines with {@code #} in front are comments. */
    public static Explanations parse(String table) {
        SortedMap<String, String> reasons = new TreeMap<>();
        List<Entry> entries = new ArrayList<>();
        for (String line : table.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            String[] cells = line.split("\t");
            if (cells[0].startsWith("@") && cells.length == 2) {
                reasons.put(cells[0], cells[1]);
            } else if (cells.length == 6 && cells[4].matches("[1-9]\\d?")) {
                String[] range = cells[0].split("\\.\\.", -1);
                entries.add(new Entry(KernelVersion.parse(range[0]), KernelVersion.parse(range[range.length - 1]), cells[1], cells[2],
                        cells[3], Integer.parseInt(cells[4]), reasons.getOrDefault(cells[5], cells[5])));
            }
        }
        return new Explanations(entries);
    }
}
