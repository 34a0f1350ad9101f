package folioscope.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kernel release by its first two numbers: 6.14. Stable updates are not told apart. */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {

    private static final Pattern SPELLING = Pattern.compile("v?(\\d{1,2})\\.(\\d{1,3})(?:[.-].*)?");

    /** Reads {@code 6.14}, {@code v6.14}, {@code 6.14.3} or {@code v6.15-rc2}; empty for anything else. */
    public static Optional<KernelVersion> parse(String text) {
        Matcher m = SPELLING.matcher(text.trim());
        return m.matches() ? Optional.of(new KernelVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
                : Optional.empty();
    }

    /** The number that {@code KERNEL_VERSION(major, minor, 0)} stands for in C. */
    public int code() {
        return (major << 16) + (minor << 8);
    }

    @Override
    public int compareTo(KernelVersion other) {
        return Integer.compare(code(), other.code());
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
