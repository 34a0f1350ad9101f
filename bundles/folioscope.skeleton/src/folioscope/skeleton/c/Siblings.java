package folioscope.skeleton.c;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import folioscope.skeleton.c.Tokens.Token;

/** Scans statements for an {@code else} whose {@code if} is not shown: the statement before it gets one. */
final class Siblings {

    private static final Set<String> HEADS = Set.of("for", "while", "switch");

    private final List<Token> tokens;
    private final int[] pair;
    private final TreeMap<Integer, String> insertions = new TreeMap<>();

    private Siblings(String text) {
        this.tokens = Tokens.of(text);
        this.pair = Tokens.pairs(tokens);
    }

    static String withIfs(String text) {
        if (!text.contains("else")) {
            return text;
        }
        Siblings scan = new Siblings(text);
        scan.block(0, scan.tokens.size());
        StringBuilder out = new StringBuilder(text);
        scan.insertions.descendingMap().forEach(out::insert);
        return out.toString();
    }

    private String text(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
    }

    private void block(int from, int to) {
        int previous = -1;
        int at = from;
        while (at < to) {
            if (text(at).equals("else")) {
                int start = tokens.get(previous < 0 ? at : previous).start();
                insertions.put(start, previous < 0 ? "if (__U) { " + Repair.GAP + "; } " : "if (__U) ");
                at = statement(at + 1, to);
                continue;
            }
            previous = at;
            at = Math.max(at + 1, statement(at, to));
        }
    }

    /** The token behind the statement. */
    private int statement(int at, int to) {
        if (at >= to) {
            return to;
        }
        String first = text(at);
        if (first.equals("{")) {
            int end = pair[at] > at ? pair[at] : to;
            block(at + 1, end);
            return end + 1;
        }
        if (first.equals("if") && text(at + 1).equals("(")) {
            int behind = statement(behind(at + 1, to), to);
            return behind < to && text(behind).equals("else") ? statement(behind + 1, to) : behind;
        }
        if (HEADS.contains(first) && text(at + 1).equals("(")) {
            return statement(behind(at + 1, to), to);
        }
        if (first.equals("do")) {
            int behind = statement(at + 1, to);
            return text(behind).equals("while") ? behind(behind + 1, to) + 1 : behind;
        }
        if (first.equals("case") || first.equals("default") || text(at + 1).equals(":") && tokens.get(at).name()) {
            return label(at, to);
        }
        if (tokens.get(at).name() && text(at + 1).equals("(") && block(behind(at + 1, to), first)) {
            return statement(behind(at + 1, to), to);
        }
        return expression(at, to);
    }

    private boolean block(int behind, String name) {
        boolean follows = behind < tokens.size() && (tokens.get(behind).identifier() || text(behind).equals("*"));
        return text(behind).equals("{") || name.contains("for_each") && follows;
    }

    private int behind(int open, int to) {
        return open < pair.length && pair[open] > open ? pair[open] + 1 : to;
    }

    private int label(int at, int to) {
        int i = at;
        while (i < to && !text(i).equals(":")) {
            i++;
        }
        return i + 1;
    }

    private int expression(int at, int to) {
        int i = at;
        while (i < to && !text(i).equals(";")) {
            i = pair[i] > i ? pair[i] + 1 : i + 1;
        }
        return i + 1;
    }
}
