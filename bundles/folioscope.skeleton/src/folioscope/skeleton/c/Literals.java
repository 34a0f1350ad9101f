package folioscope.skeleton.c;

import java.math.BigInteger;
import java.util.Locale;

import folioscope.skeleton.Expr;

/** Literals of C as expressions. */
final class Literals {

    private Literals() {
    }

    /** An integer constant in any base, with any suffix; a floating one is unknown. */
    static Expr number(String text) {
        String digits = text.toLowerCase(Locale.ROOT).replaceAll("[ul]+$", "");
        try {
            if (digits.startsWith("0x")) {
                return new Expr.Num(new BigInteger(digits.substring(2), 16).longValue());
            }
            if (digits.startsWith("0b")) {
                return new Expr.Num(new BigInteger(digits.substring(2), 2).longValue());
            }
            boolean octal = digits.length() > 1 && digits.startsWith("0");
            return new Expr.Num(new BigInteger(digits, octal ? 8 : 10).longValue());
        } catch (NumberFormatException e) {
            return new Expr.Unknown(text);
        }
    }

    /** A character constant. */
    static Expr character(String text) {
        String inner = text.length() >= 2 ? text.substring(text.indexOf('\'') + 1, text.length() - 1) : "";
        if (inner.length() == 1) {
            return new Expr.Num(inner.charAt(0));
        }
        int code = inner.length() == 2 && inner.charAt(0) == '\\' ? "0abtnvfre".indexOf(inner.charAt(1)) : -1;
        int[] codes = { 0, 7, 8, 9, 10, 11, 12, 13, 27 };
        if (code >= 0) {
            return new Expr.Num(codes[code]);
        }
        return inner.length() == 2 && inner.charAt(0) == '\\' ? new Expr.Num(inner.charAt(1)) : new Expr.Unknown(text);
    }

    /** A string constant, or several side by side. */
    static Expr string(String text) {
        String joined = text.replaceAll("\"\\s*\"", "");
        int from = joined.indexOf('"');
        int to = joined.lastIndexOf('"');
        return new Expr.Text(from >= 0 && to > from ? joined.substring(from + 1, to) : joined);
    }
}
