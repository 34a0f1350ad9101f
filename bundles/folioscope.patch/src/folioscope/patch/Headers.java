package folioscope.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a mail or of a part of one: its fields, unfolded, and where its body begins. */
final class Headers {

    private final List<Field> fields;
    private final int bodyStart;

    private Headers(List<Field> fields, int bodyStart) {
        this.fields = List.copyOf(fields);
        this.bodyStart = bodyStart;
    }

    /** One field; {@code value} is unfolded and trimmed, not decoded. */
    private record Field(String name, String value, int inputLine) {
    }

    /** Reads up to the first empty line, or up to the first line that cannot belong to a header. */
    static Headers read(MappedText text) {
        List<Field> fields = new ArrayList<>();
        int i = 0;
        while (i < text.lineCount() && !text.isBlank(i)) {
            String line = TextCharset.undeclared().decode(text.rawLine(i)).stripTrailing();
            int colon = line.indexOf(':');
            if (colon <= 0 || !isName(line.substring(0, colon).stripTrailing())) {
                return new Headers(fields, i);
            }
            StringBuilder value = new StringBuilder(line.substring(colon + 1).strip());
            int inputLine = text.inputLine(i);
            for (i++; i < text.lineCount() && isContinuation(text, i); i++) {
                value.append(' ').append(TextCharset.undeclared().decode(text.rawLine(i)).strip());
            }
            fields.add(new Field(line.substring(0, colon).stripTrailing(), value.toString().strip(), inputLine));
        }
        return new Headers(fields, Math.min(i + 1, text.lineCount()));
    }

    private static boolean isContinuation(MappedText text, int i) {
        return !text.isBlank(i) && (text.startsWith(i, " ") || text.startsWith(i, "\t"));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() < 200 && name.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** The value of the first field of that name, in any case. */
    Optional<String> first(String name) {
        return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value).findFirst();
    }

    /** The 1-based input line of the first field of that name, or 0. */
    int line(String name) {
        return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).mapToInt(Field::inputLine).findFirst()
                .orElse(0);
    }

    /** The index (from 0) of the first line of the body in the text that was read. */
    int bodyStart() {
        return bodyStart;
    }
}
