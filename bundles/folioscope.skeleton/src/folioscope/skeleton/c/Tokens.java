package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits C text into tokens; comments and directives are skipped. */
final class Tokens {

    /** Keywords of C that may begin a statement or stand before a parenthesis. */
    static final Set<String> KEYWORDS = Set.of("if", "else", "for", "while", "do", "switch", "case", "default", "return",
            "goto", "break", "continue", "sizeof", "typeof", "__typeof__", "typeof_member", "struct", "union", "enum",
            "static", "extern", "const", "volatile", "inline", "__inline", "__inline__", "void", "int", "char", "short",
            "long", "unsigned", "signed", "float", "double", "typedef", "register", "auto", "asm", "__asm__",
            "__attribute__", "_Static_assert", "static_assert", "restrict", "__auto_type", "__extension__");

    private static final String[] LONG = { "<<=", ">>=", "...", "->", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "<<",
        ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##" };

    private Tokens() {
    }

    /** What a token is. */
    enum Kind { IDENTIFIER, NUMBER, STRING, PUNCTUATION }

    /** One token; {@code start} is its offset in the text. */
    record Token(Kind kind, String text, int start) {
        boolean is(String other) {
            return text.equals(other);
        }

        boolean identifier() {
            return kind == Kind.IDENTIFIER;
        }

        boolean name() {
            return kind == Kind.IDENTIFIER && !KEYWORDS.contains(text);
        }

        int end() {
            return start + text.length();
        }
    }

    static List<Token> of(String text) {
        List<Token> all = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (Character.isWhitespace(c) || c == '\\') {
                at++;
                continue;
            }
            if (text.startsWith("/*", at) || text.startsWith("//", at)) {
                at = afterComment(text, at);
                continue;
            }
            if (c == '#' && firstOnLine(text, at)) {
                at = afterDirective(text, at);
                continue;
            }
            Kind kind;
            if (letter(c)) {
                end = word(text, at);
                kind = Kind.IDENTIFIER;
            } else if (c >= '0' && c <= '9') {
                end = word(text, at);
                kind = Kind.NUMBER;
            } else if (c == '"' || c == '\'') {
                end = quoted(text, at);
                kind = Kind.STRING;
            } else {
                end = at + punctuation(text, at);
                kind = Kind.PUNCTUATION;
            }
            all.add(new Token(kind, text.substring(at, end), at));
            at = end;
        }
        return all;
    }

    /** For each token the index of the bracket it pairs with, -1 where there is none. */
    static int[] pairs(List<Token> tokens) {
        int[] pair = new int[tokens.size()];
        int[] open = new int[tokens.size()];
        int depth = 0;
        for (int i = 0; i < pair.length; i++) {
            pair[i] = -1;
            String text = tokens.get(i).text();
            if (text.equals("(") || text.equals("[") || text.equals("{")) {
                open[depth++] = i;
            } else if (closes(text)) {
                int k = depth - 1;
                while (k >= 0 && !fits(tokens.get(open[k]).text(), text)) {
                    k--;
                }
                if (k >= 0) {
                    pair[i] = open[k];
                    pair[open[k]] = i;
                    depth = k;
                }
            }
        }
        return pair;
    }

    static boolean closes(String text) {
        return text.equals(")") || text.equals("]") || text.equals("}");
    }

    static boolean fits(String open, String close) {
        return switch (close) {
            case ")" -> open.equals("(");
            case "]" -> open.equals("[");
            default -> open.equals("{");
        };
    }

    static int afterComment(String text, int at) {
        boolean block = text.charAt(at + 1) == '*';
        int end = block ? text.indexOf("*/", at + 2) : text.indexOf('\n', at);
        return end < 0 ? text.length() : block ? end + 2 : end;
    }

    private static boolean firstOnLine(String text, int at) {
        int k = at - 1;
        while (k >= 0 && (text.charAt(k) == ' ' || text.charAt(k) == '\t')) {
            k--;
        }
        return k < 0 || text.charAt(k) == '\n';
    }

    private static int afterDirective(String text, int at) {
        int end = text.indexOf('\n', at);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    /** The offset behind a string or character constant; one that is not closed ends with its line. */
    static int quoted(String text, int at) {
        char quote = text.charAt(at);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end < text.length() && text.charAt(end) == quote ? end + 1 : end);
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static int word(String text, int at) {
        int end = at;
        while (end < text.length() && (letter(text.charAt(end)) || text.charAt(end) >= '0' && text.charAt(end) <= '9')) {
            end++;
        }
        return end;
    }

    private static int punctuation(String text, int at) {
        for (String op : LONG) {
            if (text.startsWith(op, at)) {
                return op.length();
            }
        }
        return 1;
    }
}
