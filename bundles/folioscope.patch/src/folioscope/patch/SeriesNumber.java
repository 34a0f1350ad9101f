package folioscope.patch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a patch in its series, from its subject.
 *
 * @param series what the tags say besides the number: {@code [PATCH v2 /13]}
 * @param n 1-based, 0 for a cover letter
 * @param of how many patches the series has
 */
public record SeriesNumber(String series, int n, int of) {

    private static final Pattern TAGS = Pattern.compile("\\s*((?:\\[[^\\]]{0,200}\\]\\s*)+).*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w/.])(\\d{1,4})/(\\d{1,4})(?![\\w/.])");

    /** A longer subject is none that a person wrote. */
    private static final int LONGEST = 1000;

    /** Empty for a subject without {@code n/m} in its tags, and so for a reply as well. */
    public static Optional<SeriesNumber> parse(String subject) {
        Matcher tags = TAGS.matcher(subject.substring(0, Math.min(subject.length(), LONGEST)));
        if (!tags.matches()) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(tags.group(1));
        if (!number.find()) {
            return Optional.empty();
        }
        String series = number.replaceFirst("/" + Integer.parseInt(number.group(2))).strip();
        return Optional.of(new SeriesNumber(series, Integer.parseInt(number.group(1)),
                Integer.parseInt(number.group(2))));
    }
}
