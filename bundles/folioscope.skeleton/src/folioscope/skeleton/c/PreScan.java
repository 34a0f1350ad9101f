package folioscope.skeleton.c;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import folioscope.skeleton.c.Tokens.Kind;
import folioscope.skeleton.c.Tokens.Token;

/**
 * Finds the macros that a text uses as syntax, and defines them for the parser: block macros become loops or ifs whose
 * condition calls {@code __blk_NAME}, so that their arguments survive.
 */
final class PreScan {

    /** Prefix of the call that stands for a block macro's head. */
    static final String BLOCK = "__blk_";

    private static final Pattern TYPE_LIKE = Pattern.compile("__([usbl]e?\\d+|[bl]e\\d+|sum16|wsum|\\w+_t|fs_\\w*|frag\\d*)");
    private static final Set<String> TYPE_WORDS = Set.of("struct", "union", "enum", "unsigned");
    private static final Set<String> BEFORE_STATEMENT = Set.of(";", "{", "}", ":", "else", "do");
    private static final Set<String> STORAGE = Set.of("static", "inline", "extern", "const");

    private final String text;
    private final List<Token> tokens;
    private final int[] pair;
    private final Map<String, String> found = new TreeMap<>();
    private int depth;

    private PreScan(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.pair = Tokens.pairs(tokens);
    }

    /** Macro heads to bodies, for names that the prelude does not have. */
    static Map<String, String> of(String text) {
        PreScan scan = new PreScan(text);
        scan.run();
        return scan.found;
    }

    private void run() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("{")) {
                depth = column0(token) ? 1 : depth + 1;
            } else if (token.is("}")) {
                depth = column0(token) ? 0 : Math.max(0, depth - 1);
            } else if (token.name()) {
                boolean called = text(i + 1).equals("(") && pair[i + 1] > 0;
                if (Prelude.knows(token.text())) {
                    continue;
                }
                if (called) {
                    call(i, pair[i + 1]);
                }
                string(i);
                if (depth == 0) {
                    attribute(i, called);
                }
            }
        }
    }

    /** There the depth is known, whatever the branches of conditionals did to it. */
    private boolean column0(Token token) {
        return token.start() == 0 || text.charAt(token.start() - 1) == '\n';
    }

    private String text(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
    }

    private void define(String head, String body) {
        found.putIfAbsent(head, body);
    }

    private void call(int i, int close) {
        String name = text(i);
        if (depth == 0) {
            fileLevel(i, close);
            return;
        }
        boolean defines = name.startsWith("DEFINE_") || name.startsWith("DECLARE_");
        if (defines && (statement(i) || text(i - 1).equals("static"))) {
            define(name + "(a,...)", "int a");
        } else if (statement(i) && blockFollows(name, close)) {
            boolean loop = name.contains("for_each");
            define(name + "(...)", (loop ? "for (; " : "if (") + BLOCK + name + "(__VA_ARGS__)" + (loop ? "; )" : ")"));
        } else {
            typeArguments(i, close);
        }
    }

    private boolean blockFollows(String name, int close) {
        if (text(close + 1).equals("{")) {
            return true;
        }
        boolean follows = close + 1 < tokens.size() && (tokens.get(close + 1).identifier() || text(close + 1).equals("*"));
        return name.contains("for_each") && follows;
    }

    /** Whether a statement begins at the token. */
    private boolean statement(int i) {
        String before = text(i - 1);
        if (i == 0 || BEFORE_STATEMENT.contains(before)) {
            return true;
        }
        if (!before.equals(")") || pair[i - 1] < 1) {
            return false;
        }
        String head = text(pair[i - 1] - 1);
        return Set.of("if", "for", "while", "switch").contains(head) || head.contains("for_each");
    }

    private void fileLevel(int i, int close) {
        String name = text(i);
        String next = text(close + 1);
        boolean begins = i == 0 || Set.of(";", "}").contains(text(i - 1)) || text(i - 1).equals(")") && !next.equals("{");
        boolean defines = name.startsWith("DEFINE_") || name.startsWith("DECLARE_");
        if (defines && !next.equals("{")) {
            define(name + "(a,...)", "int a");
        } else if (begins && next.equals("{") && close > i + 1) {
            define(name + "(...)", "void __fn_" + name + "_" + (tokens.get(i + 2).identifier() ? text(i + 2) : "") + "(void)");
        } else if (begins && !next.equals("{") && !next.equals("__fs_gap")) {
            define(name + "(...)", "");
        }
    }

    private void typeArguments(int i, int close) {
        StringBuilder head = new StringBuilder();
        StringBuilder body = new StringBuilder();
        boolean typed = false;
        int count = 0;
        for (int k = i + 2; k < close; count++) {
            boolean type = TYPE_WORDS.contains(text(k));
            typed |= type;
            String parameter = "p" + count;
            head.append(count > 0 ? "," : "").append(parameter);
            body.append(count > 0 ? ", " : "").append(type ? "sizeof(" + parameter + ')' : parameter);
            while (k < close && !text(k).equals(",")) {
                k = pair[k] > k ? pair[k] + 1 : k + 1;
            }
            k++;
        }
        if (typed) {
            define(text(i) + '(' + head + ')', text(i) + '(' + body + ')');
        }
    }

    /** A name in capitals beside a string literal is one. */
    private void string(int i) {
        boolean beside = i > 0 && tokens.get(i - 1).kind() == Kind.STRING
                || i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.STRING;
        String name = text(i);
        if (beside && name.equals(name.toUpperCase(java.util.Locale.ROOT)) && !text(i + 1).equals("(")) {
            define(name, "\"\"");
        }
    }

    private void attribute(int i, boolean called) {
        String name = text(i);
        if (!name.startsWith("__") || TYPE_LIKE.matcher(name).matches()) {
            return;
        }
        String next = text(called ? pair[i + 1] + 1 : i + 1);
        boolean behindHead = text(i - 1).equals(")") && next.equals("{");
        Token before = i > 0 ? tokens.get(i - 1) : null;
        boolean behindType = !called && before != null && before.identifier() && !STORAGE.contains(before.text())
                && !TYPE_WORDS.contains(before.text()) && i + 1 < tokens.size() && tokens.get(i + 1).identifier();
        if (behindHead || behindType) {
            define(called ? name + "(...)" : name, "");
        }
    }
}
