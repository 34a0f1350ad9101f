package folioscope.model.merge;

import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import java.util.Optional;

/**
 * One line of a function laid flat.
 *
 * @param text what it is compared by: canonical C without line or indentation
 * @param stmt the statement it is, or whose head it is; for {@code CLOSE} and {@code ELSE} the statement they belong to
 * @param label for {@code CASE} the labels
 */
record Item(Kind kind, String text, Stmt stmt, Optional<Stmt.Case> label, Origin origin) {

    /** What stands on the line. */
    enum Kind {
        SIMPLE, IF, LOOP, SWITCH, ELSE, CASE, CLOSE, GAP;

        boolean opens() {
            return this == IF || this == LOOP || this == SWITCH;
        }

        /** Whether the line has a meaning of its own, and not just as part of the statement it closes or divides. */
        boolean stands() {
            return this != CLOSE && this != ELSE && this != GAP;
        }
    }
}
