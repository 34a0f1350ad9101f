package folioscope.skeleton;

import java.util.List;

import folioscope.skeleton.c.HunkAssembler;
import folioscope.skeleton.c.Touched;

/** Reads what a patch does to a C file: from its hunks alone, or from the whole file where a tree has it. */
public final class PatchText {

    private PatchText() {
    }

    /**
     * Lifts all hunks of one C file.
     *
     * @param oldPath the file's kernel path before; where it is empty, {@code newPath} is taken, and the other way round
     * @param hunks in file order, as the patch has them
     * @return one edit for each function that has changed lines, in the order of the old side and then of what is added;
     *         what could not be read is among its problems
     */
    public static FileEdit lift(String oldPath, String newPath, List<HunkText> hunks) {
        return HunkAssembler.lift(oldPath, newPath, hunks);
    }

    /**
     * Lifts what a patch does to a file that is known whole. Only functions and declarations with changed lines are read,
     * each from its head to its end.
     *
     * @param whole all lines of the file, those that the patch does not show as context with a negative input line
     * @return as {@link #lift}; what the patch does not show has origins of {@link Origin.Side#TREE}
     */
    public static FileEdit liftWhole(String oldPath, String newPath, HunkText whole) {
        return HunkAssembler.lift(oldPath, newPath, List.of(Touched.of(whole)));
    }
}
