package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Blanks comments in a run of lines, also those that an edge cuts; every character keeps its place. */
final class Blanker {

    private static final Pattern STARRED = Pattern.compile("\\s*\\*(\\s.*|)");

    private Blanker() {
    }

    /** The lines without comments and without characters beyond ASCII. */
    static List<String> withoutComments(List<String> lines) {
        String text = String.join("\n", lines);
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            if (out[i] > 126 || out[i] == '\r' || out[i] == '\f') {
                out[i] = out[i] > 126 ? '?' : ' ';
            }
        }
        int at = cutComment(text, lines);
        blank(out, 0, at);
        while (at < text.length()) {
            if (text.startsWith("/*", at) || text.startsWith("//", at)) {
                int end = Tokens.afterComment(text, at);
                blank(out, at, end);
                at = end;
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                at = Tokens.quoted(text, at);
            } else {
                at++;
            }
        }
        return new ArrayList<>(List.of(new String(out).split("\n", -1)));
    }

    /** Where the comment ends that began before the first line; 0 if none did. */
    private static int cutComment(String text, List<String> lines) {
        int close = text.indexOf("*/");
        int open = text.indexOf("/*");
        if (close >= 0 && (open < 0 || open > close)) {
            return close + 2;
        }
        int at = 0;
        for (String line : lines) {
            if (!STARRED.matcher(line).matches()) {
                break;
            }
            at += line.length() + 1;
        }
        return Math.min(at, text.length());
    }

    private static void blank(char[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            if (out[i] != '\n') {
                out[i] = ' ';
            }
        }
    }
}
