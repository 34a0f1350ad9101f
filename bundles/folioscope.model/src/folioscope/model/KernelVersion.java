package folioscope.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel release by its first two numbers: 6.14. Stable updates are not told apart. Between two releases there may be steps,
 * the state with the first so many patches of a long series: 6.14+6; a mail of such a series rests on the ones before it.
 *
 * @param step 0 for the release itself, at most 50
 */
public record KernelVersion(int major, int minor, int step) implements Comparable<KernelVersion> {

    private static final Pattern SPELLING = Pattern.compile("v?(\\d{1,2})\\.(\\d{1,3})(?:\\+(\\d{1,2})|[.-].*)?");
    private static final int FIRST_STEP = 200;

    /** A release. */
    public KernelVersion(int major, int minor) {
        this(major, minor, 0);
    }

    /** Reads {@code 6.14}, {@code v6.14}, {@code 6.14.3}, {@code v6.15-rc2} or {@code 6.14+6}; empty for anything else. */
    public static Optional<KernelVersion> parse(String text) {
        Matcher m = SPELLING.matcher(text.trim());
        return m.matches() ? Optional.of(new KernelVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)),
                m.group(3) == null ? 0 : Integer.parseInt(m.group(3)))) : Optional.empty();
    }

    /**
     * The number that {@code KERNEL_VERSION(major, minor, 0)} stands for in C; of a step {@code KERNEL_VERSION(major, minor,
     * 200 + step)}.
     */
    public int code() {
        return (major << 16) + (minor << 8) + (step == 0 ? 0 : FIRST_STEP + step);
    }

    /** The release that the step stands behind; the version itself if it is a release. */
    public KernelVersion release() {
        return new KernelVersion(major, minor);
    }

    @Override
    public int compareTo(KernelVersion other) {
        return Integer.compare(code(), other.code());
    }

    @Override
    public String toString() {
        return major + "." + minor + (step == 0 ? "" : "+" + step);
    }
}
