package folioscope.explore.lower;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import java.util.Optional;

/**
 * A place in lowered code that can show up in a trace or a violation.
 *
 * @param statement the statement it came from
 * @param effect the effect word written there, or empty; for an observation its name
 * @param message the text written there, or empty
 * @param waitIndex number of the wait whose loop this stands in, or -1
 * @param predicate what is waited for or checked
 */
public record Site(String function, Origin origin, Optional<Stmt> statement, String effect, String message,
        int waitIndex,
        Optional<Expr> predicate) { }
