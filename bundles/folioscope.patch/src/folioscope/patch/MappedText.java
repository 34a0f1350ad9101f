package folioscope.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bytes cut into lines, every line with the 1-based line of the input where its first byte stands. A slice shares the
 * bytes of the text it was cut from.
 */
final class MappedText {

    private final byte[] bytes;
    private final int[] starts;
    private final int[] inputLines;
    private final int from;
    private final int to;

    private MappedText(byte[] bytes, int[] starts, int[] inputLines, int from, int to) {
        this.bytes = bytes;
        this.starts = starts;
        this.inputLines = inputLines;
        this.from = from;
        this.to = to;
    }

    /** The input itself: line {@code i} stands in line {@code i + 1}. */
    static MappedText ofInput(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            lines += bytes[i] == '\n' || i == bytes.length - 1 ? 1 : 0;
        }
        int[] starts = new int[lines + 1];
        int line = 1;
        for (int i = 0; i < bytes.length && line <= lines; i++) {
            if (bytes[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
        starts[lines] = bytes.length;
        return new MappedText(bytes.clone(), starts, IntStream.rangeClosed(1, lines).toArray(), 0, lines);
    }

    int lineCount() {
        return to - from;
    }

    /** The 1-based line of the input where line {@code i} (from 0) begins. */
    int inputLine(int i) {
        return inputLines[from + i];
    }

    /** The input line of the first line, or 0 if there is none. */
    int firstInputLine() {
        return lineCount() == 0 ? 0 : inputLine(0);
    }

    /** Line {@code i} (from 0) with its line end. */
    byte[] rawLine(int i) {
        return Arrays.copyOfRange(bytes, starts[from + i], starts[from + i + 1]);
    }

    /** Line {@code i} without its line end, every byte one character: for what is ASCII by its standard. */
    String latin(int i) {
        return line(i, StandardCharsets.ISO_8859_1);
    }

    /** Line {@code i} without its line end (LF or CR LF). */
    String line(int i, Charset charset) {
        int start = starts[from + i];
        return new String(bytes, start, contentEnd(i) - start, charset);
    }

    /** Whether line {@code i} holds nothing but its line end. */
    boolean isBlank(int i) {
        return contentEnd(i) == starts[from + i];
    }

    /** Whether line {@code i} begins with the ASCII {@code prefix}. */
    boolean startsWith(int i, String prefix) {
        int start = starts[from + i];
        if (starts[from + i + 1] - start < prefix.length()) {
            return false;
        }
        for (int k = 0; k < prefix.length(); k++) {
            if (bytes[start + k] != prefix.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Lines {@code first} to {@code end}, without {@code end}. */
    MappedText slice(int first, int end) {
        return new MappedText(bytes, starts, inputLines, from + first, from + Math.max(first, end));
    }

    /** All bytes of all lines. */
    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, starts[from], starts[to]);
    }

    /** All lines, decoded. */
    List<SourceLine> decode(TextCharset charset) {
        List<SourceLine> lines = new ArrayList<>(lineCount());
        for (int i = 0; i < lineCount(); i++) {
            int start = starts[from + i];
            lines.add(new SourceLine(charset.decode(bytes, start, contentEnd(i) - start), inputLine(i)));
        }
        return lines;
    }

    private int contentEnd(int i) {
        int start = starts[from + i];
        int end = starts[from + i + 1];
        if (end > start && bytes[end - 1] == '\n') {
            end--;
            if (end > start && bytes[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /** Collects bytes, each with its input line. */
    static final class Builder {

        private final ByteArrayOutputStream bytes;
        private int[] starts = new int[64];
        private int[] inputLines = new int[64];
        private int lines;
        private boolean atLineStart = true;

        Builder(int expected) {
            bytes = new ByteArrayOutputStream(Math.max(16, expected));
        }

        /** Appends one byte, which stands in {@code inputLine}. */
        void append(int b, int inputLine) {
            if (atLineStart) {
                if (lines + 2 > starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                    inputLines = Arrays.copyOf(inputLines, inputLines.length * 2);
                }
                starts[lines] = bytes.size();
                inputLines[lines++] = inputLine;
            }
            bytes.write(b);
            atLineStart = b == '\n';
        }

        /** Appends several bytes of one input line. */
        void append(byte[] several, int inputLine) {
            for (byte b : several) {
                append(b, inputLine);
            }
        }

        MappedText build() {
            starts[lines] = bytes.size();
            return new MappedText(bytes.toByteArray(), Arrays.copyOf(starts, lines + 1),
                    Arrays.copyOf(inputLines, lines), 0, lines);
        }
    }
}
