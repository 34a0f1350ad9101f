package folioscope.model.check;

import folioscope.model.KernelVersion;
import java.util.List;

/**
 * The model at a version held against a tree.
 *
 * @param functions by path and name
 * @param unused explanations for this version that explain nothing there
 */
public record CheckResult(KernelVersion kernel, List<FunctionCheck> functions, List<Explanations.Entry> unused) {

    public CheckResult {
        functions = List.copyOf(functions);
        unused = List.copyOf(unused);
    }

    /** How many functions came out so. */
    public long count(FunctionCheck.Status status) {
        return functions.stream().filter(f -> f.status() == status).count();
    }

    /** Whether the tree has none of the functions. */
    public boolean nothingFound() {
        return functions.stream().allMatch(f -> f.kernel().path().isEmpty());
    }

    /** Whether nothing differs that has no reason. */
    public boolean settled() {
        return count(FunctionCheck.Status.DIFFERS) + count(FunctionCheck.Status.ABSENT) == 0;
    }
}
