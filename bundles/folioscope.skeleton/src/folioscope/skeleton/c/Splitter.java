package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits one side of a hunk into functions and declarations, by what stands at column 0: there {@code }} ends a function,
 * and a name that is no label begins a declaration.
 */
final class Splitter {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z_]\\w*\\s*:(?!:).*");
    /** What is a statement also at column 0, where a mailer has taken the indentation: no declaration looks like it. */
    private static final Pattern STATEMENT = Pattern.compile("(return|if|for|while|do|switch|case|goto|break|continue|else)\\b.*"
            + "|(?!module_|\\w*initcall|early_param|core_param|static_assert|builtin_)[a-z]\\w*\\s*\\([^{]*\\);.*"
            + "|[a-z]\\w*((->|\\.)\\w+)*\\s*[-+|&]?=[^=].*");
    private static final Pattern TABLE_MEMBER = Pattern.compile("(?s)\\s*(\\.\\w+(\\[\\w+\\]|\\.\\w+)*|\\[\\w+\\])\\s*=.*");
    private static final Pattern ENUM_MEMBERS = Pattern.compile("(?s)\\s*([A-Z_][A-Z0-9_]*\\s*(=[^,;{]*)?,\\s*)+[A-Z_0-9\\s}]*;?\\s*");
    private static final Pattern AGGREGATE = Pattern.compile("(?s)\\s*(typedef\\s+|static\\s+|const\\s+)*(struct|union|enum)\\b[^()=;]*");

    private final List<String> lines;
    private final Heading heading;
    private final int hunk;
    private final List<Piece> pieces = new ArrayList<>();

    private Splitter(List<String> lines, Heading heading, int hunk) {
        this.lines = lines;
        this.heading = heading;
        this.hunk = hunk;
    }

    /** The pieces in text order; {@code lines} are without comments and directives. */
    static List<Piece> split(List<String> lines, Heading heading, int hunk) {
        Splitter splitter = new Splitter(lines, heading, hunk);
        int at = splitter.beginning();
        while (at < lines.size()) {
            at = splitter.column0(at) == Column.NAME ? splitter.declaration(at) : at + 1;
        }
        return splitter.pieces;
    }

    private enum Column { NOTHING, NAME, OPEN, CLOSE }

    private Column column0(int i) {
        String line = lines.get(i);
        if (line.isEmpty() || LABEL.matcher(line).matches() || STATEMENT.matcher(line).matches()) {
            return Column.NOTHING;
        }
        char c = line.charAt(0);
        if (c == '{') {
            return Column.OPEN;
        }
        if (c == '}') {
            return Column.CLOSE;
        }
        return Character.isLetter(c) || c == '_' ? Column.NAME : Column.NOTHING;
    }

    /** Takes in the lines whose head is not shown; returns where the first declaration begins. */
    private int beginning() {
        int first = next(0);
        while (first < lines.size() && column0(first) == Column.CLOSE && bodyGoesOn(first)) {
            first = next(first + 1);
        }
        String lead = String.join("\n", lines.subList(0, first));
        if (first == lines.size()) {
            if (!lead.isBlank()) {
                add(headless(lead, ""), heading.name(), false, 0, first);
            }
            return first;
        }
        return switch (column0(first)) {
            case OPEN -> cutHead(first);
            case CLOSE -> {
                int end = closed(first);
                String closer = String.join("\n", lines.subList(first, end));
                Piece.Kind kind = headless(lead, closer);
                add(kind, kind == Piece.Kind.TABLE ? heading.tableName() : heading.name(), true, 0, end);
                yield end;
            }
            default -> first;
        };
    }

    /** The first line from there that has something at column 0. */
    private int next(int from) {
        int i = from;
        while (i < lines.size() && column0(i) == Column.NOTHING) {
            i++;
        }
        return i;
    }

    /** Whether statements follow a brace at column 0: there a mailer has taken the indentation. */
    private boolean bodyGoesOn(int brace) {
        int i = brace + 1;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return lines.get(brace).strip().equals("}") && i < lines.size() && column0(i) == Column.NOTHING;
    }

    /** The line behind a closing brace at column 0 and what belongs to it. */
    private int closed(int brace) {
        int end = brace;
        String line = lines.get(brace).strip();
        while (!line.equals("}") && !line.contains(";") && end + 1 < lines.size() && column0(end + 1) == Column.NOTHING) {
            line = lines.get(++end);
        }
        return end + 1;
    }

    /** A function whose head is shown only in its end. */
    private int cutHead(int brace) {
        int end = endOfBraces(brace);
        boolean whole = balanced(brace, end);
        String name = heading.kind() == Piece.Kind.FUNCTION ? heading.name() : "";
        List<String> body = new ArrayList<>(lines.subList(0, end));
        Collections.fill(body.subList(0, brace), "");
        body.set(brace, ' ' + body.get(brace).substring(1));
        pieces.add(new Piece(Piece.Kind.FUNCTION, name, false, whole, hunk, 0, body));
        return end;
    }

    private Piece.Kind headless(String lead, String closer) {
        Piece.Kind said = heading.kind();
        boolean plainEnd = closer.isEmpty() || closer.strip().equals("}");
        if (said != Piece.Kind.FUNCTION && (closer.isEmpty() || !plainEnd)) {
            return said;
        }
        if (TABLE_MEMBER.matcher(lead).matches() && (!plainEnd || heading.name().isEmpty())) {
            return Piece.Kind.TABLE;
        }
        if (ENUM_MEMBERS.matcher(lead).matches() && (!plainEnd || heading.name().isEmpty())) {
            return Piece.Kind.ENUM;
        }
        return plainEnd ? Piece.Kind.FUNCTION : Piece.Kind.STRUCT;
    }

    /** Takes in the declaration that begins at the line; returns the line behind it. */
    private int declaration(int from) {
        StringBuilder before = new StringBuilder();
        int parentheses = 0;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            for (int k = 0; k < line.length(); k++) {
                char c = line.charAt(k);
                if (c == '"' || c == '\'') {
                    int end = Tokens.quoted(line, k);
                    before.append(line, k, end);
                    k = end - 1;
                    continue;
                }
                parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ';' && parentheses <= 0) {
                    add(Piece.Kind.DECLARATION, "", true, from, i + 1);
                    return i + 1;
                }
                if (c == '{' && parentheses <= 0) {
                    return braced(from, i, before.toString());
                }
                before.append(c);
            }
            if (i > from && parentheses <= 0 && complete(before) && i + 1 < lines.size() && column0(i + 1) == Column.NAME) {
                return i + 1;
            }
            before.append('\n');
        }
        boolean function = before.indexOf("(") >= 0 && before.indexOf("=") < 0;
        if (function || before.indexOf("=") >= 0 || before.indexOf("(") >= 0) {
            add(function ? Piece.Kind.FUNCTION : Piece.Kind.DECLARATION, "", false, from, lines.size());
        }
        return lines.size();
    }

    /** Whether a macro invocation without a semicolon ends here. */
    private static boolean complete(CharSequence before) {
        String text = before.toString().strip();
        return text.endsWith(")") && text.matches("(?s)[A-Z_0-9]+\\(.*");
    }

    private int braced(int from, int brace, String before) {
        int end = endOfBraces(brace);
        boolean whole = balanced(brace, end);
        boolean function = before.contains("(") && !before.contains("=") && !AGGREGATE.matcher(before).matches();
        if (function) {
            add(Piece.Kind.FUNCTION, "", whole, from, end);
            return end;
        }
        while (whole && end < lines.size() && !lines.get(end - 1).contains(";") && column0(end) == Column.NOTHING) {
            end++;
        }
        add(Piece.Kind.DECLARATION, "", whole, from, end);
        return end;
    }

    /** The line behind the one where the braces that open at the line are closed, or all lines. */
    private int endOfBraces(int brace) {
        int depth = 0;
        for (int i = brace; i < lines.size(); i++) {
            if (i > brace && column0(i) == Column.CLOSE) {
                return i + 1;
            }
            String line = lines.get(i);
            for (int k = 0; k < line.length(); k++) {
                char c = line.charAt(k);
                if (c == '"' || c == '\'') {
                    k = Tokens.quoted(line, k) - 1;
                }
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            boolean sameLine = i == brace || i == brace + 1 && line.startsWith("{");
            if (depth <= 0 && sameLine && line.contains("}")) {
                return i + 1;
            }
        }
        return lines.size();
    }

    private boolean balanced(int brace, int end) {
        String last = lines.get(end - 1);
        return last.startsWith("}") || last.contains("}") && (end - 1 == brace || last.startsWith("{"));
    }

    private void add(Piece.Kind kind, String name, boolean endShown, int from, int end) {
        pieces.add(new Piece(kind, name, column0(from) == Column.NAME, endShown, hunk, from, lines.subList(from, end)));
    }
}
