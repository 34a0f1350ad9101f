package folioscope.skeleton.c;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import folioscope.skeleton.c.Tokens.Token;

/** Brackets of declarations that a hunk cuts. */
final class Brackets {

    private Brackets() {
    }

    /** An opener for each closing brace whose opening one is not shown, but for the one at column 0. */
    static String openers(String text, String opener) {
        List<Token> tokens = Tokens.of(text);
        int[] pair = Tokens.pairs(tokens);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < pair.length; i++) {
            int start = tokens.get(i).start();
            boolean column0 = start == 0 || text.charAt(start - 1) == '\n';
            if (pair[i] < 0 && tokens.get(i).is("}") && !column0) {
                all.append(opener).append(' ');
            }
        }
        return all.toString();
    }

    /** The text with the brackets closed that are open at its end. */
    static String closed(String text) {
        List<Token> tokens = Tokens.of(text);
        int[] pair = Tokens.pairs(tokens);
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < pair.length; i++) {
            if (pair[i] < 0 && !Tokens.closes(tokens.get(i).text())) {
                switch (tokens.get(i).text()) {
                    case "(" -> open.push(")");
                    case "[" -> open.push("]");
                    case "{" -> open.push((semicolons(tokens, i) || aggregate(tokens, i)) && !open.isEmpty() ? "};" : "}");
                    default -> { }
                }
            }
        }
        boolean hole = !tokens.isEmpty() && ("=".equals(tokens.getLast().text()) || "|".equals(tokens.getLast().text()));
        boolean parameters = open.contains(")") && tokens.getLast().is(",");
        StringBuilder all = new StringBuilder(text);
        if (parameters) {
            all.append(" ...");
        } else if (hole) {
            all.append(" 0");
        }
        if (!tokens.isEmpty() && tokens.getLast().is("}") && !open.isEmpty() && semicolons(tokens, 0)) {
            all.append(';');
        }
        open.forEach(all::append);
        return all.toString();
    }

    private static boolean aggregate(List<Token> tokens, int brace) {
        return tokens.subList(Math.max(0, brace - 2), brace).stream().anyMatch(t -> t.is("struct") || t.is("union"));
    }

    private static boolean semicolons(List<Token> tokens, int from) {
        return tokens.subList(from, tokens.size()).stream().anyMatch(t -> t.is(";"));
    }
}
