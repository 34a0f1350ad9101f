package folioscope.review;

import java.util.SortedMap;

/** One run of a scenario: for a pgmap type and one choice of the scenario's parameters, by enumerator or number. */
public record Cell(String scenario, String type, SortedMap<String, String> choice) implements Comparable<Cell> {

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
