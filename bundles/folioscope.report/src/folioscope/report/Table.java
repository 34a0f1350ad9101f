package folioscope.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under each other; what does not fit into a cell goes on in the next line of its column. */
final class Table {

    private final Look look;
    private final String indent;
    private final int[] widths;
    private final StringBuilder text = new StringBuilder();

    /** A table whose columns have these widths; two blanks stand between them. */
    Table(Look look, int indent, int... widths) {
        this.look = look;
        this.indent = " ".repeat(indent);
        this.widths = widths.clone();
    }

    /** What stands in a cell: one line or several. */
    record Cell(String text, Colour colour) {

        static Cell of(String text) {
            return new Cell(text, Colour.NONE);
        }
    }

    Table row(String... cells) {
        Cell[] plain = new Cell[cells.length];
        for (int i = 0; i < cells.length; i++) {
            plain[i] = Cell.of(cells[i]);
        }
        return row(plain);
    }

    /** Adds a row; cells beyond the last are empty. */
    Table row(Cell... cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            wrapped.add(lines(cells[i].text(), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder out = new StringBuilder(indent);
            int blanks = 0;
            for (int i = 0; i < cells.length; i++) {
                String piece = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                if (!piece.isEmpty()) {
                    out.append(" ".repeat(blanks)).append(cells[i].colour().paint(piece, look));
                    blanks = 0;
                }
                blanks += widths[i] - piece.length() + 2;
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
        return this;
    }

    /** A cell's text in lines; every line of the text is wrapped for itself and keeps its indent. */
    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n")) {
            String blanks = " ".repeat(part.length() - part.stripLeading().length());
            Wrap.lines(part, width - blanks.length()).forEach(line -> lines.add(blanks + line));
        }
        return lines;
    }

    /** Adds a line of dashes under every column. */
    Table rule() {
        String[] dashes = new String[widths.length];
        for (int i = 0; i < widths.length; i++) {
            dashes[i] = "-".repeat(widths[i]);
        }
        return row(dashes);
    }

    String text() {
        return text.toString();
    }
}
