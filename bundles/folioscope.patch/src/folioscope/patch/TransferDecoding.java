package folioscope.patch;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Undoes a part's transfer encoding. A decoded line stands where its first byte was encoded: soft line breaks join
 * lines, an encoded line feed begins a further decoded line on the same input line, and a base64 line holds parts of
 * several lines.
 */
final class TransferDecoding {

    private static final int[] BASE64_DIGITS = base64Digits();

    private final DiagnosticLog log;

    TransferDecoding(DiagnosticLog log) {
        this.log = log;
    }

    /** The decoded body; a body in an encoding that is not known stays as it is, with a warning. */
    MappedText decode(MappedText body, String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "7bit", "8bit", "binary" -> body;
            case "quoted-printable" -> quotedPrintable(body);
            case "base64" -> base64(body);
            default -> {
                log.warning(body.firstInputLine(), "transfer encoding '" + name
                        + "' is not known; the text is read as it stands");
                yield body;
            }
        };
    }

    private static MappedText quotedPrintable(MappedText body) {
        MappedText.Builder out = new MappedText.Builder(0);
        for (int i = 0; i < body.lineCount(); i++) {
            byte[] raw = body.rawLine(i);
            int line = body.inputLine(i);
            int end = raw.length;
            boolean ended = end > 0 && raw[end - 1] == '\n';
            while (end > 0 && isBlank(raw[end - 1])) {
                end--;
            }
            boolean soft = end > 0 && raw[end - 1] == '=';
            quotedPrintableLine(raw, soft ? end - 1 : end, line, out);
            if (!soft && ended) {
                if (raw.length > 1 && raw[raw.length - 2] == '\r') {
                    out.append('\r', line);
                }
                out.append('\n', line);
            }
        }
        return out.build();
    }

    private static void quotedPrintableLine(byte[] raw, int end, int line, MappedText.Builder out) {
        for (int k = 0; k < end; k++) {
            int value = raw[k] == '=' && k + 2 < end ? hex(raw[k + 1], raw[k + 2]) : -1;
            out.append(value >= 0 ? value : raw[k], line);
            k += value >= 0 ? 2 : 0;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** The value of two hexadecimal digits, or -1. */
    static int hex(int high, int low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h << 4 | l;
    }

    /** Lines of another alphabet end the encoded text; what list servers append behind it is kept as plain text. */
    private MappedText base64(MappedText body) {
        MappedText.Builder out = new MappedText.Builder(0);
        int bits = 0;
        int count = 0;
        boolean padded = false;
        for (int i = 0; i < body.lineCount(); i++) {
            String text = body.latin(i).strip();
            int line = body.inputLine(i);
            if (!isBase64(text) || padded && !text.isEmpty()) {
                plainRest(body, i, out);
                break;
            }
            for (int k = 0; k < text.length() && text.charAt(k) != '='; k++) {
                bits = bits << 6 | base64Digit(text.charAt(k));
                if (++count % 4 != 1) {
                    int rest = (4 - (count - 1) % 4 - 1) * 2;
                    out.append(bits >> rest & 0xff, line);
                }
            }
            padded |= text.endsWith("=");
        }
        if (count % 4 == 1) {
            log.warning(body.firstInputLine(), "the base64 text is incomplete; its last character is dropped");
        }
        return out.build();
    }

    private static void plainRest(MappedText body, int first, MappedText.Builder out) {
        if (first > 0) {
            out.append('\n', body.inputLine(first));
        }
        for (int i = first; i < body.lineCount(); i++) {
            out.append(body.rawLine(i), body.inputLine(i));
        }
    }

    private static boolean isBase64(String text) {
        int end = text.length();
        while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int k = 0; k < end; k++) {
            if (base64Digit(text.charAt(k)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int base64Digit(char c) {
        return c < BASE64_DIGITS.length ? BASE64_DIGITS[c] : -1;
    }

    private static int[] base64Digits() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return IntStream.range(0, 128).map(alphabet::indexOf).toArray();
    }
}
