package folioscope.explore;

import folioscope.explore.export.Promela;
import folioscope.explore.export.Subject;

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
}
