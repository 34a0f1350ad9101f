package folioscope.report;

import java.util.Locale;

/** Text of at most 100 columns, line by line. */
final class Page {

    static final int WIDTH = 100;

    private final Look look;
    private final StringBuilder text = new StringBuilder();

    Page(Look look) {
        this.look = look;
    }

    Look look() {
        return look;
    }

    /** A paragraph, wrapped, every line indented. */
    Page say(int indent, Colour colour, String words) {
        for (String line : Wrap.lines(words, WIDTH - indent)) {
            text.append(" ".repeat(indent)).append(colour.paint(line, look)).append('\n');
        }
        return this;
    }

    Page say(int indent, String words) {
        return say(indent, Colour.NONE, words);
    }

    /** A paragraph whose later lines stand under the words, not under the label. */
    Page labelled(int indent, String label, String words) {
        String first = " ".repeat(indent) + label;
        for (String line : Wrap.lines(words, WIDTH - first.length())) {
            text.append(first).append(line).append('\n');
            first = " ".repeat(first.length());
        }
        return this;
    }

    Page heading(String words) {
        return blank().say(0, Colour.BOLD, words);
    }

    Page blank() {
        text.append('\n');
        return this;
    }

    Page put(Table table) {
        text.append(table.text());
        return this;
    }

    String text() {
        return text.toString();
    }

    /** {@code 1 line}, {@code 2 lines}. */
    static String count(long n, String thing) {
        return String.format(Locale.ROOT, "%d %s%s", n, thing, n == 1 ? "" : "s");
    }
}
