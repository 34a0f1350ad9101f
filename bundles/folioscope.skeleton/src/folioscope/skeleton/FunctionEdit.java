package folioscope.skeleton;

import java.util.List;
import java.util.Optional;

/**
 * What a patch does to one function: its two sides, lifted, with {@link Stmt.Gap} where the patch shows nothing.
 *
 * @param oldName the function's name before, empty where the patch adds it; likewise {@code newName} where it removes it
 * @param oldSide the old side; its parameters and type are those seen in the patch, or none where the head is not shown
 * @param wholeOld whether the patch itself shows the old side from head to closing brace without a gap; likewise
 *        {@code wholeNew}
 */
public record FunctionEdit(String path, String oldName, String newName, Optional<Function> oldSide, Optional<Function> newSide,
        boolean wholeOld, boolean wholeNew, List<Problem> problems) {

    public FunctionEdit {
        problems = List.copyOf(problems);
    }

    /** The edit that takes this one back. */
    FunctionEdit reversed() {
        return new FunctionEdit(path, newName, oldName, newSide, oldSide, wholeNew, wholeOld, problems);
    }
}
