package folioscope.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@code Content-Type} or {@code Content-Disposition} field: its value in lower case and its parameters (RFC 2045,
 * RFC 2231).
 */
record ContentType(String value, Map<String, String> parameters) {

    ContentType {
        parameters = Map.copyOf(parameters);
    }

    /** Longer fields are none that a mail program wrote. */
    private static final int LONGEST = 10_000;

    static ContentType parse(String field) {
        List<String> pieces = split(field.substring(0, Math.min(field.length(), LONGEST)));
        Map<String, String> parameters = new TreeMap<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String text = unquote(piece.substring(equals + 1).strip());
                int star = name.indexOf('*');
                if (star < 0) {
                    parameters.putIfAbsent(name, text);
                } else {
                    parameters.merge(name.substring(0, star), extended(name, text), String::concat);
                }
            }
        }
        return new ContentType(pieces.get(0).strip().toLowerCase(Locale.ROOT), parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static List<String> split(String field) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && quoted && i + 1 < field.length()) {
                piece.append(c).append(field.charAt(++i));
            } else if (c == ';' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                quoted ^= c == '"';
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            int end = 0;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '(') {
                end++;
            }
            return text.substring(0, end);
        }
        int end = text.lastIndexOf('"');
        return text.substring(1, end > 0 ? end : text.length()).replaceAll("\\\\(.)", "$1");
    }

    private static String extended(String name, String text) {
        return name.endsWith("*") ? text.replaceFirst("^[^']*'[^']*'", "") : text;
    }
}
