package folioscope.review;

import folioscope.patch.Diagnostic;
import java.util.Locale;

/**
 * Something the reader should know: {@code severity} is error, warning or info; {@code line} is 1-based in the input, 0
 * for the whole.
 */
public record Remark(String severity, int line, String message) {

    static Remark of(Diagnostic d) {
        return new Remark(d.severity().name().toLowerCase(Locale.ROOT), d.line(), d.message());
    }
}
