package folioscope.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The names that make a line a lifecycle line: primitives that count, pin, map, wait for, wake for or free a page, whether or
 * not the model has them. From section 5 of the fact sheet; {@code *} stands for any letters.
 */
public record Lexicon(List<Pattern> names) {

    static Lexicon parse(String text) {
        return new Lexicon(text.lines().map(l -> l.replaceFirst("#.*", "").strip()).filter(l -> !l.isEmpty())
                .map(l -> Pattern.compile(l.replace("*", "\\w*"))).toList());
    }

    /** Whether the name belongs to the life of a page. */
    public boolean has(String name) {
        return names.stream().anyMatch(p -> p.matcher(name).matches());
    }
}
