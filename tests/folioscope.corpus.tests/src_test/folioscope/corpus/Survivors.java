package folioscope.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The list of statements that nobody misses. A line: kernel path, function, statement, change, reason. The change
 * {@code not reached} with the statement {@code *} stands for all statements of the function that no cell comes by.
 */
record Survivors(List<String> head, SortedMap<Turn.Key, String> reasons) {

    private static final Path FILE = Checkout.data("survivors.tsv");
    private static final String UNSAID = "?";

    static Survivors read() {
        SortedMap<Turn.Key, String> reasons = new TreeMap<>();
        List<String> head = new ArrayList<>();
        for (String line : Checkout.lines(FILE)) {
            if (line.startsWith("#")) {
                head.add(line);
            } else {
                reasons.put(Turn.Key.parse(line), line.substring(line.lastIndexOf('\t') + 1));
            }
        }
        return new Survivors(head, reasons);
    }

    private static Turn.Key listed(Turn.Key key, Turning.Fate fate) {
        return fate == Turning.Fate.NOT_REACHED ? new Turn.Key(key.path(), key.function(), "*", "not reached") : key;
    }

    /**
     * What is wrong with the list: survivors that are not in it, lines that say nothing or no longer hold.
     *
     * @param all whether these are the fates of all statements there are; else statements that no cell comes by need no line
     */
    List<String> wrong(SortedMap<Turn.Key, Turning.Fate> fates, boolean all) {
        TreeSet<String> wrong = new TreeSet<>();
        TreeSet<Turn.Key> held = new TreeSet<>();
        fates.forEach((key, fate) -> {
            Turn.Key line = listed(key, fate);
            if (fate == Turning.Fate.KILLED && reasons.containsKey(key)) {
                wrong.add("is noticed, and listed as a survivor: " + key);
            } else if (fate != Turning.Fate.KILLED && !reasons.containsKey(line) && (all || fate == Turning.Fate.SURVIVED)) {
                wrong.add((fate == Turning.Fate.SURVIVED ? "survives" : "no cell comes by it") + ", and is not listed: " + line);
            }
            held.add(line);
        });
        if (all) {
            reasons.keySet().stream().filter(k -> !held.contains(k)).forEach(k -> wrong.add("is listed, and no statement is meant: " + k));
        }
        reasons.forEach((key, reason) -> {
            if (reason.equals(UNSAID)) {
                wrong.add("is listed without a reason: " + key);
            }
        });
        return List.copyOf(wrong);
    }

    /** Writes the list of these fates, all there are, with the reasons known so far. */
    void rewritten(SortedMap<Turn.Key, Turning.Fate> fates) {
        SortedMap<Turn.Key, String> next = new TreeMap<>();
        fates.forEach((key, fate) -> {
            if (fate != Turning.Fate.KILLED) {
                next.put(listed(key, fate), reasons.getOrDefault(listed(key, fate), UNSAID));
            }
        });
        List<String> lines = new ArrayList<>(head);
        next.forEach((key, reason) -> lines.add(key + "\t" + reason));
        Checkout.write(FILE, lines);
    }
}
