package folioscope.skeleton.c;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import folioscope.skeleton.c.Tokens.Token;

/** Preprocessor conditions, judged with every kernel option on, no architecture's override and no include guard defined. */
final class Options {

    private static final Pattern GUARD = Pattern.compile("(!\\()?defined\\(_*[A-Z0-9_]*_H_*\\)\\)?");

    /** What is no option and defined all the same; the kernel's headers do so for 64 bits. */
    private static final Set<String> DEFINED = Set.of("__KERNEL__", "NR_PAGES_IN_LARGE_FOLIO");

    private final List<Token> tokens;
    private int at;

    private Options(String condition) {
        this.tokens = Tokens.of(condition);
    }

    static boolean allOn(String condition) {
        return condition.isEmpty() || new Options(condition).any();
    }

    static String not(String condition) {
        boolean negated = condition.startsWith("!(defined(") && condition.endsWith("))");
        return negated ? condition.substring(2, condition.length() - 1) : "!(" + condition + ")";
    }

    static boolean includeGuard(String condition) {
        return GUARD.matcher(condition).matches();
    }

    private boolean any() {
        boolean value = all();
        while (accept("||")) {
            value |= all();
        }
        return value;
    }

    private boolean all() {
        boolean value = one();
        while (accept("&&")) {
            value &= one();
        }
        return value;
    }

    private boolean one() {
        if (accept("!")) {
            return !one();
        }
        boolean value = true;
        boolean compared = false;
        while (at < tokens.size() && !tokens.get(at).is("&&") && !tokens.get(at).is("||") && !tokens.get(at).is(")")) {
            Token token = tokens.get(at++);
            compared |= "<>===!=".contains(token.text()) && !token.is("!");
            if (token.is("(")) {
                value = any();
                accept(")");
            } else if (token.is("defined")) {
                value = defined();
            } else if (token.is("0")) {
                value = false;
            }
        }
        return compared || value;
    }

    private boolean defined() {
        boolean parenthesis = accept("(");
        String name = at < tokens.size() ? tokens.get(at++).text() : "";
        if (parenthesis) {
            accept(")");
        }
        return name.startsWith("CONFIG_") || DEFINED.contains(name);
    }

    private boolean accept(String text) {
        if (at < tokens.size() && tokens.get(at).is(text)) {
            at++;
            return true;
        }
        return false;
    }
}
