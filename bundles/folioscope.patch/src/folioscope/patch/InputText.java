package folioscope.patch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of an input as a text of bytes: a byte order mark is dropped, UTF-16 (as Windows shells write it) becomes
 * UTF-8.
 */
final class InputText {

    private InputText() {
    }

    static MappedText of(byte[] content) {
        if (begins(content, 0xef, 0xbb, 0xbf)) {
            return MappedText.ofInput(Arrays.copyOfRange(content, 3, content.length));
        }
        if (begins(content, 0xff, 0xfe)) {
            return MappedText.ofInput(utf8(content, StandardCharsets.UTF_16LE));
        }
        if (begins(content, 0xfe, 0xff)) {
            return MappedText.ofInput(utf8(content, StandardCharsets.UTF_16BE));
        }
        return MappedText.ofInput(content);
    }

    private static boolean begins(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf8(byte[] content, Charset charset) {
        return new String(content, 2, content.length - 2, charset).getBytes(StandardCharsets.UTF_8);
    }
}
