package folioscope.skeleton;

/**
 * Where a piece of C stands.
 *
 * @param side which text it comes from
 * @param path the kernel path of the file ({@code mm/memremap.c}); for scenarios the scenario file's name
 * @param line 1-based line: in the model or scenario file for {@link Side#MODEL}, in the patch input as it lies on
 *        disk for {@link Side#OLD} and {@link Side#NEW}, in the kernel's file for {@link Side#TREE}; 0 where nothing is
 *        known
 */
public record Origin(Side side, String path, int line) implements Comparable<Origin> {

    /**
     * The text a piece of C was read from: the embedded model, the patch's side before or after, or a kernel tree, where
     * the patch does not show it.
     */
    public enum Side { MODEL, OLD, NEW, TREE }

    /** For pieces that no text shows, such as a statement the lowering adds. */
    public static final Origin NONE = new Origin(Side.MODEL, "", 0);

    /** Whether it is the patch that shows it. */
    public boolean inPatch() {
        return side == Side.OLD || side == Side.NEW;
    }

    @Override
    public int compareTo(Origin other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return path + ":" + line;
    }
}
