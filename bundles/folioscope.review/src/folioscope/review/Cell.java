package folioscope.review;

import java.util.SortedMap;
import java.util.TreeMap;

/** One run of a scenario: for a pgmap type and one choice of the scenario's parameters, by enumerator or number. */
public record Cell(String scenario, String type, SortedMap<String, String> choice) implements Comparable<Cell> {

    /** The same run on a kernel without CONFIG_DEBUG_VM, which goes on where an assertion would have stopped it. */
    Cell quiet() {
        SortedMap<String, String> without = new TreeMap<>(choice);
        without.put("CONFIG_DEBUG_VM", "0");
        return new Cell(scenario, type, without);
    }

    @Override
    public int compareTo(Cell other) {
        int by = scenario.compareTo(other.scenario);
        by = by != 0 ? by : type.compareTo(other.type);
        return by != 0 ? by : choice.toString().compareTo(other.choice.toString());
    }

    @Override
    public String toString() {
        return scenario + " " + type + (choice.isEmpty() ? "" : " " + choice);
    }
}
