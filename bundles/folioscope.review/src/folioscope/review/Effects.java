package folioscope.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vocabulary of effects. It is read from {@code effects.md} beside this class: a section for each word, whose first
 * paragraph is the gist; a paragraph {@code sample: PATH} names a patch that shows the word.
 */
public final class Effects {

    private static final String FILE = "effects.md";
    private static final String WORD = "## ";
    private static final String SAMPLE = "sample: ";

    private final List<Effect> all;

    private Effects(List<Effect> all) {
        this.all = List.copyOf(all);
    }

    /** The vocabulary that this bundle carries. */
    public static Effects embedded() {
        try (InputStream in = Effects.class.getResourceAsStream(FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Effects parse(String text) {
        List<Effect> all = new ArrayList<>();
        String[] sections = ("\n" + text).split("\n" + WORD);
        for (int i = 1; i < sections.length; i++) {
            String[] parts = sections[i].strip().split("\n\\s*\n");
            List<String> paragraphs = new ArrayList<>();
            Optional<String> sample = Optional.empty();
            for (int p = 1; p < parts.length; p++) {
                String paragraph = parts[p].strip().replaceAll("\\s+", " ");
                if (paragraph.startsWith(SAMPLE)) {
                    sample = Optional.of(paragraph.substring(SAMPLE.length()).strip());
                } else {
                    paragraphs.add(paragraph);
                }
            }
            all.add(new Effect(parts[0].strip(), paragraphs.isEmpty() ? "" : paragraphs.get(0),
                    paragraphs.subList(Math.min(1, paragraphs.size()), paragraphs.size()), sample));
        }
        return new Effects(all);
    }

    /** All words, in the order of the vocabulary. */
    public List<Effect> all() {
        return all;
    }

    /** The word explained, if it is one. */
    public Optional<Effect> named(String word) {
        return all.stream().filter(e -> e.word().equals(word)).findFirst();
    }
}
