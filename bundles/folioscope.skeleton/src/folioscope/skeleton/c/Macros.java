package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import folioscope.skeleton.c.Tokens.Token;

/** Takes directives out of a run of lines; function-like macros are made functions, numbers enumerators. */
final class Macros {

    private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\s+(\\w+)\\(([^)]*)\\)(.*)");
    /** Prefix of the functions that macros become, so that they are not mistaken for their uses. */
    static final String NAME = "__fs_macro_";

    private static final Pattern CONSTANT = Pattern.compile("\\s*#\\s*define\\s+(\\w+)\\s+(.*)");
    private static final Set<String> CONSTANT_WORDS = Set.of("BIT", "void", "unsigned", "long", "int");
    private static final Set<String> STATEMENTS = Set.of("do", "if", "for", "while", "switch", "return", "goto", "{", ";");

    private Macros() {
    }

    /** Blanks all directives in {@code lines}, and the continuation marks of macros whose beginning is not shown. */
    static List<Piece> takeOut(List<String> lines, int hunk) {
        List<Piece> macros = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.stripLeading().startsWith("#")) {
                lines.set(i, withoutMark(line));
                continue;
            }
            int end = i;
            while (continued(lines.get(end)) && end + 1 < lines.size()) {
                end++;
            }
            Matcher define = DEFINE.matcher(withoutMark(line));
            Matcher constant = CONSTANT.matcher(line);
            if (constant.matches() && end == i && constant(constant.group(2))) {
                macros.add(new Piece(Piece.Kind.DECLARATION, "", true, true, hunk, i,
                        List.of("enum { " + constant.group(1) + " = " + constant.group(2) + " };")));
            }
            if (define.matches()) {
                boolean whole = !continued(lines.get(end));
                macros.add(new Piece(Piece.Kind.MACRO, define.group(1), true, whole, hunk, i,
                        function(define, new ArrayList<>(lines.subList(i + 1, end + 1)))));
            }
            for (int k = i; k <= end; k++) {
                lines.set(k, "");
            }
            i = end;
        }
        return macros;
    }

    /** Whether a macro's body is a number, or worked out from numbers. */
    private static boolean constant(String body) {
        List<Token> tokens = Tokens.of(body);
        return tokens.stream().anyMatch(t -> t.kind() == Tokens.Kind.NUMBER) && tokens.stream().allMatch(
                t -> t.kind() != Tokens.Kind.STRING && (!t.identifier() || CONSTANT_WORDS.contains(t.text())));
    }

    private static boolean continued(String line) {
        return line.stripTrailing().endsWith("\\");
    }

    private static String withoutMark(String line) {
        return continued(line) ? line.substring(0, line.lastIndexOf('\\')) : line;
    }

    private static List<String> function(Matcher define, List<String> more) {
        StringBuilder head = new StringBuilder(TypeLifter.ANY).append(' ').append(NAME).append(define.group(1)).append('(');
        String separator = "";
        for (String parameter : define.group(2).split(",")) {
            String name = parameter.strip();
            if (!name.isEmpty()) {
                head.append(separator).append(name.endsWith("...") ? "..." : TypeLifter.ANY + ' ' + name);
                separator = ", ";
            }
        }
        List<String> body = new ArrayList<>();
        body.add(unpasted(define.group(3)));
        more.forEach(line -> body.add(unpasted(withoutMark(line))));
        wrap(body);
        body.set(0, head.append(") { ").append(body.get(0)).toString());
        return body;
    }

    /** Pasted names are joined, stringified ones stay names. */
    private static String unpasted(String line) {
        return line.contains("#") ? line.replaceAll("\\s*##\\s*", "").replaceAll("#(\\w)", "$1") : line;
    }

    /** Makes the macro's body that of a function: an expression is returned. */
    private static void wrap(List<String> body) {
        List<Token> tokens = Tokens.of(String.join("\n", body));
        int last = body.size() - 1;
        if (tokens.isEmpty()) {
            body.set(last, body.get(last) + '}');
            return;
        }
        int[] pair = Tokens.pairs(tokens);
        boolean statementExpression = tokens.size() > 3 && tokens.get(0).is("(") && tokens.get(1).is("{")
                && pair[0] == tokens.size() - 1;
        if (statementExpression) {
            replace(body, "(", " ", true);
            replace(body, ")", " ", false);
        } else if (!statements(tokens)) {
            body.set(0, "return " + body.get(0));
        }
        body.set(last, body.get(last) + ";}");
    }

    private static boolean statements(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += token.is("(") || token.is("{") ? 1 : token.is(")") || token.is("}") ? -1 : 0;
            if (depth == 0 && token.is(";")) {
                return true;
            }
        }
        String first = tokens.get(0).text();
        return STATEMENTS.contains(first) || first.contains("for_each");
    }

    private static void replace(List<String> body, String from, String to, boolean first) {
        for (int n = 0; n < body.size(); n++) {
            int i = first ? n : body.size() - 1 - n;
            int at = first ? body.get(i).indexOf(from) : body.get(i).lastIndexOf(from);
            if (at >= 0) {
                body.set(i, body.get(i).substring(0, at) + to + body.get(i).substring(at + 1));
                return;
            }
        }
    }
}
