package folioscope.patch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date of a mail (RFC 5322, with the old zone names of its section 4.3). */
final class MailDate {

    private static final Pattern FORM = Pattern.compile(
            "(?:[A-Za-z]{3},?\\s+)?(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{2,4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
                    + "\\s*([+-]\\d{4}|[A-Za-z]{1,5})?.*",
            Pattern.DOTALL);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    private MailDate() {
    }

    /** Empty if it cannot be read. */
    static Optional<Instant> parse(String value) {
        Matcher m = FORM.matcher(value.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1;
        int second = m.group(6) == null ? 0 : Math.min(59, Integer.parseInt(m.group(6)));
        try {
            LocalDateTime local = LocalDateTime.of(year(m.group(3)), month, Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)), second);
            return Optional.of(OffsetDateTime.of(local, zone(m.group(7))).toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? year + (year < 50 ? 2000 : 1900) : digits.length() == 3 ? year + 1900 : year;
    }

    private static ZoneOffset zone(String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.ofHours(zone == null ? 0 : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(zone.substring(1, 3)),
                sign * Integer.parseInt(zone.substring(3)));
    }
}
