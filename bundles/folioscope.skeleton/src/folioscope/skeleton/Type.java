package folioscope.skeleton;

/**
 * A C type as far as the model needs it.
 *
 * @param base {@code struct page}, {@code enum memory_type}, {@code int}, {@code void}, ...; qualifiers dropped
 * @param pointers how many {@code *} follow
 * @param length elements of the array, 0 where it is none
 */
public record Type(String base, int pointers, int length) {

    /** The type of what nothing is known about. */
    public static final Type UNKNOWN = new Type("", 0, 0);

    public static final Type INT = new Type("int", 0, 0);

    /** Whether this is {@code struct x} or {@code union x} itself, not a pointer to it. */
    public boolean aggregate() {
        return pointers == 0 && (base.startsWith("struct ") || base.startsWith("union "));
    }

    public Type pointee() {
        return new Type(base, Math.max(0, pointers - 1), 0);
    }
}
