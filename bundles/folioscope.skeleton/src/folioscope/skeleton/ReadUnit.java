package folioscope.skeleton;

import java.util.List;

/** A file of the model or a scenario as read: what it declares, and what in it could not be read, in file order. */
public record ReadUnit(Unit unit, List<Problem> problems) {

    public ReadUnit {
        problems = List.copyOf(problems);
    }
}
