package folioscope.model;

import folioscope.skeleton.Unit;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The model at one kernel version, perhaps with patches merged into it.
 *
 * @param unit all its files put together
 * @param types the pgmap types that exist, without {@code MEMORY_DEVICE_}; a patch may add or remove one
 */
public record Model(KernelVersion kernel, Unit unit, SortedSet<String> types) {

    public Model {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    }
}
