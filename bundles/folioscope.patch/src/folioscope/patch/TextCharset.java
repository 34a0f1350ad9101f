package folioscope.patch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a line become characters: by the declared charset, or, where none or UTF-8 is declared, as UTF-8
 * if the line is that and as ISO-8859-1 if it is not. Charsets that nobody knows (mails say {@code y} or {@code
 * x-unknown}) count as none.
 */
final class TextCharset {

    private static final TextCharset UNDECLARED = new TextCharset(StandardCharsets.UTF_8);

    private final Charset charset;

    private TextCharset(Charset charset) {
        this.charset = charset;
    }

    /** UTF-8 or, line by line, ISO-8859-1. */
    static TextCharset undeclared() {
        return UNDECLARED;
    }

    /**
     * The charset of that name; unknown names, and charsets whose line ends are not bytes of ASCII, count as
     * undeclared.
     */
    static TextCharset named(String name) {
        try {
            Charset found = Charset.forName(name.strip());
            boolean ascii = "\n@".equals(new String(new byte[] {'\n', '@'}, found));
            return ascii && !found.equals(StandardCharsets.US_ASCII) ? new TextCharset(found) : UNDECLARED;
        } catch (IllegalArgumentException unknown) {
            return UNDECLARED;
        }
    }

    String decode(byte[] bytes, int offset, int length) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return new String(bytes, offset, length, charset);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
    }

    String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }
}
