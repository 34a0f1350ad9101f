package folioscope.explore.lower;

/**
 * The functions whose bodies are put where they are called, so that what they report shows there: assertions, which are
 * named in capitals as the kernel's macros are, and functions with a leading {@code __} that these call.
 */
public final class Assertions {

    private Assertions() {
    }

    /** Whether an assertion's name. */
    static boolean assertion(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || i > 0 && (c >= '0' && c <= '9' || c == '_'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether a function of that name may be put where it is called. */
    static boolean inlined(String name) {
        return assertion(name) || part(name);
    }

    /** Whether a function that an assertion calls is part of it. */
    static boolean part(String name) {
        return name.startsWith("__");
    }
}
