package folioscope.skeleton.c;

import java.util.List;

import folioscope.skeleton.c.Tokens.Token;

/** The names on a line. */
final class Identifiers {

    private Identifiers() {
    }

    /** The identifiers of a line without comments, in order; keywords are none, nor are the words of an include. */
    static List<String> of(String line) {
        String text = line.stripLeading();
        if (text.startsWith("#")) {
            text = text.matches("#\\s*include.*") ? "" : text.replaceFirst("#\\s*(define|undef|if|ifdef|ifndef|elif|else|endif|error|pragma)?", "");
        }
        return Tokens.of(text).stream().filter(t -> t.name() && !t.is("defined")).map(Token::text).toList();
    }
}
