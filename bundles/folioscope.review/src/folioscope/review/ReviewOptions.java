package folioscope.review;

import folioscope.model.KernelVersion;
import folioscope.patch.tree.KernelTree;
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
 * @param tree where the files that a patch changes are read from, whole; none: from the hunks alone
 * @param guards whether to look for checks that weigh more or less afterwards, which takes many more runs
 */
public record ReviewOptions(Optional<KernelVersion> kernel, SortedSet<String> types, SortedSet<String> scenarios,
        long maxStates,
        long millis, BooleanSupplier cancelled, Consumer<String> progress, Optional<KernelTree> tree, boolean guards) {

    /** The same without a tree, and without looking for checks. */
    public ReviewOptions(Optional<KernelVersion> kernel, SortedSet<String> types, SortedSet<String> scenarios,
            long maxStates, long millis, BooleanSupplier cancelled, Consumer<String> progress) {
        this(kernel, types, scenarios, maxStates, millis, cancelled, progress, Optional.empty(), false);
    }

    /** These, with a tree to read the files that patches change from. */
    public ReviewOptions withTree(KernelTree from) {
        return new ReviewOptions(kernel, types, scenarios, maxStates, millis, cancelled, progress, Optional.of(from), guards);
    }

    /** These, and checks that weigh more or less are looked for. */
    public ReviewOptions withGuards() {
        return new ReviewOptions(kernel, types, scenarios, maxStates, millis, cancelled, progress, tree, true);
    }

    /** Everything, two hundred thousand states and half a minute for each exploration. */
    public static ReviewOptions defaults() {
        return new ReviewOptions(Optional.empty(), new TreeSet<>(), new TreeSet<>(), 200_000, 30_000, () -> false,
                s -> { });
    }
}
