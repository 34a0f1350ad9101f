package folioscope.review;

import java.util.List;
import java.util.Optional;

/**
 * A word that predictions use for what changes, explained.
 *
 * @param word as predictions spell it: {@code lost-wake}
 * @param gist what it means, in a sentence
 * @param meaning what a reviewer should make of it, in paragraphs
 * @param sample a patch that shows it, its path below {@code samples}; none where nothing shows the word yet
 */
public record Effect(String word, String gist, List<String> meaning, Optional<String> sample) {

    public Effect {
        meaning = List.copyOf(meaning);
    }
}
