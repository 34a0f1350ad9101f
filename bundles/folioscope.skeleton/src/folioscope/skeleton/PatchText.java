package folioscope.skeleton;

import java.util.List;

import folioscope.skeleton.c.HunkAssembler;

/** Reads what a patch's hunks show of a C file, without the file. */
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
}
