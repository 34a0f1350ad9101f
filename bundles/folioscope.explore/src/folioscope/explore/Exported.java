package folioscope.explore;

import folioscope.explore.export.Promela;
import folioscope.explore.export.Subject;
import folioscope.explore.export.Tla;

/**
 * A run that was explored and can be written for other model checkers. What is written holds only as far as the
 * exploration went: where {@code outcome} is not complete, another checker may meet accesses that exploring has not,
 * and says so.
 */
public record Exported(Outcome outcome, Subject subject) {

    /** The run as a model for SPIN, with the title in its first comment. */
    public Promela promela(String title) {
        return Promela.of(subject, title);
    }

    /** The run as a TLA+ module of that name, with the title in its first comment. */
    public Tla tla(String name, String title) {
        return Tla.of(subject, name, title);
    }
}
