package folioscope.skeleton.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import folioscope.skeleton.c.Tokens.Token;

/**
 * Repairs the inside of a function that a hunk cuts: openers for brackets that are closed only, closers for those that are
 * opened only, an {@code if} for an {@code else} without one. {@code __u} stands for an expression that is cut off, so that a
 * cut condition never passes for a whole one.
 */
final class Body {

    /** What stands for a cut expression or name. */
    static final String CUT = "__u";

    private static final Set<String> CONTROL = Set.of("if", "while", "switch");
    private static final Set<String> LEADING = Set.of("&&", "||", "==", "!=", "+", "/", "%", "<", ">", "<=", ">=", "|", "^",
            "&", "?", "=", "+=", "-=", "|=", "&=", ".", "->", ",", "<<", ">>");
    private static final Set<String> DANGLING = Set.of("&&", "||", "==", "!=", "+", "-", "*", "/", "%", "<", ">", "<=", ">=",
            "|", "^", "&", "?", "=", "+=", "-=", "|=", "&=", ".", "->", ",", "!", "~", "(", "[", "<<", ">>");
    private static final String CUT_TABLE = "struct __fs_cut __u = {";
    private static final String GAP = ' ' + Repair.GAP + "; ";

    private final String text;
    private final List<Token> tokens;

    private Body(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
    }

    /** The text with insertions; {@code endCut} says that more of the function follows, which is not shown. */
    static String repaired(String text, boolean endCut) {
        Body body = new Body(text);
        return Siblings.withIfs(body.balanced(endCut));
    }

    private String balanced(boolean endCut) {
        if (tokens.isEmpty()) {
            return text;
        }
        Deque<Integer> open = new ArrayDeque<>();
        List<Integer> unmatched = new ArrayList<>();
        StringBuilder out = new StringBuilder(text);
        int shift = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).text();
            if (token.equals("(") || token.equals("[") || token.equals("{")) {
                open.push(i);
            } else if (Tokens.closes(token)) {
                while (token.equals("}") && !open.isEmpty() && !text(open.peek()).equals("{")) {
                    String closer = text(open.pop()).equals("(") ? ")" : "]";
                    String cut = closer + (text(i - 1).equals(";") ? "" : ";");
                    out.insert(tokens.get(i).start() + shift, cut);
                    shift += cut.length();
                }
                if (open.isEmpty()) {
                    unmatched.add(i);
                } else if (Tokens.fits(text(open.peek()), token)) {
                    open.pop();
                } else {
                    out.setCharAt(tokens.get(i).start() + shift, ' ');
                }
            }
        }
        if (members() && unmatched.isEmpty()) {
            return CUT_TABLE + Brackets.closed(out.toString()) + "};";
        }
        return openers(unmatched) + leading(unmatched) + out + closers(open, endCut);
    }

    private String text(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
    }

    /** What opens the brackets whose closing halves alone are shown, the outermost first. */
    private String openers(List<Integer> unmatched) {
        StringBuilder all = new StringBuilder();
        for (int n = unmatched.size() - 1; n >= 0; n--) {
            int i = unmatched.get(n);
            all.append(switch (text(i)) {
                case "}" -> brace(i);
                case ")" -> parenthesis(i, n == 0 ? 0 : unmatched.get(n - 1) + 1);
                default -> "__u[";
            });
        }
        return all.toString();
    }

    private String brace(int i) {
        String next = text(i + 1);
        if (next.equals(";") || next.equals(",")) {
            return CUT_TABLE;
        }
        if (next.equals(")")) {
            return "{" + GAP;
        }
        return (next.equals("while") && endsLoop(i + 1) ? "do {" : "if (__U) {") + GAP;
    }

    /** Whether a {@code while} ends a do loop rather than beginning one. */
    private boolean endsLoop(int i) {
        int depth = 0;
        for (int k = i + 1; k < tokens.size(); k++) {
            depth += text(k).equals("(") ? 1 : text(k).equals(")") ? -1 : 0;
            if (depth == 0) {
                return text(k + 1).equals(";");
            }
        }
        return false;
    }

    private String parenthesis(int i, int from) {
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        boolean statement = next == null || next.is("{") || next.identifier() || next.is("*");
        long semicolons = tokens.subList(from, i).stream().filter(t -> t.is(";")).count();
        if (statement && semicolons >= 2) {
            return "for (";
        }
        if (statement && semicolons == 1) {
            return "for (;";
        }
        return statement ? "if (__u, " : "__u(";
    }

    /** Whether the text begins with a member of an initialiser. */
    private boolean members() {
        return text(0).equals(".") && text(2).equals("=");
    }

    /** An operand for an operator that the text begins with. */
    private String leading(List<Integer> unmatched) {
        String first = text(0);
        if (members()) {
            return "";
        }
        if (first.equals("else")) {
            return "if (__U) {" + GAP + "} ";
        }
        if (first.equals(":")) {
            return "__u ? __u ";
        }
        boolean arguments = !unmatched.isEmpty() && text(unmatched.get(0)).equals(")") && first.equals(",");
        return LEADING.contains(first) ? arguments ? "__u" : "__u " : "";
    }

    private String closers(Deque<Integer> open, boolean endCut) {
        StringBuilder all = new StringBuilder();
        String last = text(tokens.size() - 1);
        boolean dangling = DANGLING.contains(last) || last.equals(":") && !label();
        boolean complete = last.equals(";") || last.equals("}") || last.equals("{") || label();
        if (dangling) {
            all.append(" __u").append(last.equals("?") || choice() && !last.equals(":") ? " : __u" : "");
        } else if (last.equals("else") || last.equals("do")) {
            all.append(GAP).append(last.equals("do") ? "while (__U);" : "");
            complete = true;
        } else if (open.isEmpty() && last.equals(")") && controls(tokens.size() - 1)) {
            all.append(GAP);
            complete = true;
        }
        boolean cut = dangling;
        for (int i : open) {
            String token = text(i);
            if (token.equals("{")) {
                complete = brace(i, all, complete, endCut);
                continue;
            }
            boolean head = token.equals("(") && (CONTROL.contains(text(i - 1)) || text(i - 1).equals("for")
                    || text(i - 1).contains("for_each"));
            boolean inner = last.equals(")") && controls(tokens.size() - 1) && !head;
            if (token.equals("(") && text(i - 1).equals("for")) {
                all.append(complete && !dangling ? "" : " ").append(";".repeat(missing(i)));
            } else if (!cut && !complete && !inner) {
                all.append(", __u");
            }
            cut = true;
            all.append(token.equals("[") ? ']' : ')');
            complete = head;
            all.append(head ? GAP : "");
        }
        if (!complete && endCut) {
            all.append(open.isEmpty() && !dangling && !last.equals(")") ? ", __u;" : ";");
        } else if (!complete) {
            all.append(';');
        }
        return all.toString();
    }

    /** Closes a brace; returns whether the statement around it is complete then. */
    private boolean brace(int i, StringBuilder all, boolean complete, boolean endCut) {
        String before = text(i - 1);
        if (Set.of("=", ",", "{", "]").contains(before) && !statementBefore(i)) {
            all.append('}');
            return false;
        }
        if (!complete) {
            boolean head = text(tokens.size() - 1).equals(")") && controls(tokens.size() - 1);
            all.append(head ? GAP : ";");
        }
        all.append(endCut ? GAP : " ").append('}');
        if (before.equals("do")) {
            all.append(" while (__U);");
        }
        return !before.equals("(");
    }

    private boolean statementBefore(int i) {
        return text(i - 1).equals("{") && !Set.of("=", ",").contains(text(i - 2));
    }

    /** Whether the last statement has a question without its other answer. */
    private boolean choice() {
        int open = 0;
        for (int i = tokens.size() - 1; i >= 0 && !Set.of(";", "{", "}").contains(text(i)); i--) {
            open += text(i).equals("?") ? 1 : text(i).equals(":") ? -1 : 0;
        }
        return open > 0;
    }

    private boolean label() {
        if (!text(tokens.size() - 1).equals(":")) {
            return false;
        }
        for (int i = tokens.size() - 1; i >= 0 && !Set.of(";", "{", "}").contains(text(i)); i--) {
            if (text(i).equals("?")) {
                return false;
            }
        }
        return true;
    }

    /** Whether the parenthesis that closes at the token belongs to the head of a statement. */
    private boolean controls(int close) {
        int open = Tokens.pairs(tokens)[close];
        String head = open > 0 ? text(open - 1) : "";
        return CONTROL.contains(head) || head.equals("for") || head.contains("for_each");
    }

    /** How many semicolons a for loop's head still needs. */
    private int missing(int open) {
        int depth = 0;
        int count = 0;
        for (int k = open + 1; k < tokens.size(); k++) {
            depth += text(k).equals("(") ? 1 : text(k).equals(")") ? -1 : 0;
            count += depth == 0 && text(k).equals(";") ? 1 : 0;
        }
        return Math.max(0, 2 - count);
    }
}
