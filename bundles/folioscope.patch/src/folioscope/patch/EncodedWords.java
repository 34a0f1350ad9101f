package folioscope.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the encoded words of a header field (RFC 2047); what cannot be decoded stays as it is. */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {
    }

    /** The text; white space between two encoded words is dropped, as it only separates them. */
    static String decode(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        Matcher word = WORD.matcher(value);
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        while (word.find()) {
            String between = value.substring(end, word.start());
            boolean joined = end > 0 && between.isBlank();
            String next = word.group(1).replaceFirst("\\*.*", "");
            if (!joined || !next.equalsIgnoreCase(charset)) {
                text.append(TextCharset.named(charset).decode(pending.toByteArray()));
                pending.reset();
                text.append(joined ? "" : between);
            }
            charset = next;
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        text.append(TextCharset.named(charset).decode(pending.toByteArray()));
        return text.append(value.substring(end)).toString();
    }

    private static byte[] bytes(String encoding, String payload) {
        if (encoding.equalsIgnoreCase("b")) {
            return Base64.getMimeDecoder().decode(wholeQuads(payload));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            int value = c == '=' && i + 2 < payload.length()
                    ? TransferDecoding.hex(payload.charAt(i + 1), payload.charAt(i + 2)) : -1;
            if (value >= 0) {
                out.write(value);
                i += 2;
            } else {
                out.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Only the alphabet, without padding, and not the single last character that would make the decoder throw. */
    private static String wholeQuads(String payload) {
        String clean = payload.replaceAll("[^A-Za-z0-9+/]", "");
        return clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean;
    }
}
