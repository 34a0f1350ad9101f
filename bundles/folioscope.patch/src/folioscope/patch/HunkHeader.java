package folioscope.patch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a {@code @@ -a,b +c,d @@ heading} line. */
record HunkHeader(int oldStart, int oldCount, int newStart, int newCount, String heading) {

    private static final Pattern FORM =
            Pattern.compile("@@ -(\\d{1,8})(?:,(\\d{1,8}))? \\+(\\d{1,8})(?:,(\\d{1,8}))? @@(.*)", Pattern.DOTALL);

    /** Empty if the line is no such header; a count that is not written is 1. */
    static Optional<HunkHeader> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new HunkHeader(number(m.group(1)), number(m.group(2)), number(m.group(3)),
                number(m.group(4)), m.group(5).strip()));
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
