package folioscope.review;

import folioscope.model.KernelVersion;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How to review.
 *
 * @param kernel the baseline to use; none: chosen for each input
 * @param types pgmap types to look at, empty for all; likewise {@code scenarios} by id
 * @param maxStates distinct states for one exploration
 * @param millis wall time for one exploration, in milliseconds
 * @param cancelled asked now and then whether to stop
 * @param progress told in a few words what is being done
 */
public record ReviewOptions(Optional<KernelVersion> kernel, SortedSet<String> types, SortedSet<String> scenarios,
        long maxStates,
        long millis, BooleanSupplier cancelled, Consumer<String> progress) {

    /** Everything, two hundred thousand states and half a minute for each exploration. */
    public static ReviewOptions defaults() {
        return new ReviewOptions(Optional.empty(), new TreeSet<>(), new TreeSet<>(), 200_000, 30_000, () -> false,
                s -> { });
    }
}
