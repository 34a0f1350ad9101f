package folioscope.model.merge;

import folioscope.skeleton.Function;
import java.util.Optional;

/** Functions that a function calls, as far as they are known, by name. */
public interface Callees {

    /** The function of that name, or none. */
    Optional<Function> of(String name);
}
