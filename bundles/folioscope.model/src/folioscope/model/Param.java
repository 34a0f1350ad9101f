package folioscope.model;

import java.util.List;

/** A global of a scenario that is set from outside: every one of its values makes a run of its own. Values are enumerators or numbers. */
public record Param(String name, List<String> values) {

    public Param {
        values = List.copyOf(values);
    }
}
