package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;

import folioscope.skeleton.c.Piece.Kind;

/** Makes C of a piece that a hunk cuts: only what the cut took is put in, and never a line. */
final class Repair {

    /** The statement that stands where the patch shows nothing. */
    static final String GAP = "__fs_gap";

    /** Prefix of the functions that hold pieces whose head is not shown. */
    static final String FRAGMENT = "__frag";

    /** Name of what holds members whose head is not shown, where the heading does not tell. */
    static final String UNNAMED = "__fs_unnamed";

    private static final String GAP_STATEMENT = ' ' + GAP + ';';

    private Repair() {
    }

    /** The piece's lines, repaired; {@code number} tells fragments apart. */
    static List<String> repaired(Piece piece, Heading heading, int number) {
        String text = String.join("\n", piece.lines());
        String whole = switch (piece.kind()) {
            case FUNCTION, MACRO -> function(piece, text, number);
            case ENUM -> "enum " + named(piece) + " {" + members(text, piece.endShown());
            case STRUCT -> "struct " + named(piece) + " {" + Brackets.openers(text, "struct {") + members(text, piece.endShown());
            case TABLE -> heading.tableType() + ' ' + named(piece) + " = {" + Brackets.openers(text, "{")
                    + members(text, piece.endShown());
            case DECLARATION -> piece.endShown() ? text : Brackets.closed(text) + ';';
        };
        return new ArrayList<>(List.of(whole.split("\n", -1)));
    }

    private static String named(Piece piece) {
        return piece.name().isEmpty() ? UNNAMED : piece.name();
    }

    private static String function(Piece piece, String text, int number) {
        int brace = piece.headShown() ? bodyStart(text) : -1;
        if (piece.headShown() && brace < 0) {
            return Brackets.closed(text) + " {" + GAP_STATEMENT + '}';
        }
        String head = piece.headShown() ? typed(text.substring(0, brace + 1)) : "void " + FRAGMENT + number + "(void) {" + GAP_STATEMENT;
        int end = piece.endShown() ? text.lastIndexOf('}') : text.length();
        String tail = piece.endShown() ? text.substring(end) : GAP_STATEMENT + '}';
        String inside = text.substring(brace + 1, Math.max(brace + 1, end)).replace("\n}", "\n }").replace("\n{", "\n {");
        return head + Body.repaired(inside, !piece.endShown()) + tail;
    }

    /** A head whose type was cut off gets one. */
    private static String typed(String head) {
        return head.matches("(?s)\\w+\\s*\\([^()]*(\\([^()]*\\)[^()]*)*\\)\\s*\\{") ? "void " + head : head;
    }

    private static int bodyStart(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '{' && depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Members whose opening brace has been put in front. */
    private static String members(String text, boolean endShown) {
        if (endShown) {
            return text.contains(";") || !text.strip().endsWith("}") ? text : text + ';';
        }
        String closed = Brackets.closed(text);
        boolean open = closed.endsWith("}") && (text.contains(";") || text.contains("struct") || text.contains("union"));
        return closed + (open ? ";};" : "};");
    }
}
