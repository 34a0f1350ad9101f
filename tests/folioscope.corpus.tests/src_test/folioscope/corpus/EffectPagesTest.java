package folioscope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import folioscope.review.Effect;
import folioscope.review.Effects;
import folioscope.review.Reviewer;
import folioscope.review.Showing;

/**
 * Every word of the vocabulary has a page in {@code docs/effects}, and what the page says is so: the sample predicts
 * the word with the sentence that is quoted, the scenarios look for it. {@code -Dfolioscope.promote=true} writes the
 * pages anew.
 */
class EffectPagesTest {

    /** Words that the explorer gives, or the review, and no check of the model. */
    static final Set<String> BEYOND_THE_MODEL = Set.of("lost-wake", "hang-idle-wait", "livelock", "type-removed");

    private static final Reviewer REVIEWER = new Reviewer(Lab.LIBRARY);
    private static final Showing SHOWING = Showing.of(Lab.LIBRARY, Lab.LIBRARY.versions());

    static List<Effect> effects() {
        return Effects.embedded().all();
    }

    private static Set<String> words() {
        return effects().stream().map(Effect::word).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void theSampleShowsTheWordAndThePageSaysWhatTheReviewSays(Effect effect) {
        EffectPage page = new EffectPage(effect, SHOWING, REVIEWER);
        assertEquals(effect.sample().isPresent(), page.predicted().contains(effect.word()),
                () -> effect.sample().orElse("no sample") + " predicts " + page.predicted());
        Accepted.matches(Checkout.file("docs/effects/" + effect.word() + ".md"), page.text());
    }

    @Test
    void theListOfPagesNamesThemAll() {
        StringBuilder text = new StringBuilder("# Effects\n\nThe words that predictions use, a page for each; "
                + "`folioscope explain WORD` prints the first half of it.\n\n| word | meaning |\n|---|---|\n");
        effects().forEach(e -> text.append("| [").append(e.word()).append("](").append(e.word()).append(".md) | ")
                .append(e.gist())
                .append(" |\n"));
        Accepted.matches(Checkout.file("docs/effects/README.md"), text.toString());
    }

    @Test
    void everyWordOfModelAndScenariosIsExplained() {
        Set<String> missing = new TreeSet<>(SHOWING.words());
        missing.addAll(BEYOND_THE_MODEL);
        missing.removeAll(words());
        assertEquals(Set.of(), missing);
    }

    @Test
    void thereIsNoPageForAnythingElse() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.file("docs/effects"))) {
            Set<String> pages = files.map(f -> f.getFileName().toString().replaceFirst("\\.md$", ""))
                    .filter(n -> !n.equals("README"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(words(), pages);
        }
    }

    @Test
    void noSampleOfAnEffectIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.sample("effects"))) {
            Set<String> samples = files.map(f -> "effects/" + f.getFileName())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> used = effects().stream().flatMap(e -> e.sample().stream())
                    .filter(s -> s.startsWith("effects/"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(used, samples);
        }
    }

    /** The corpus labels mails with the same words; its table is held against ours where it is there. */
    @Test
    void theVocabularyIsThatOfTheCorpus() {
        List<String> readme = Checkout.lines(Checkout.shared("corpus/README.md"));
        Set<String> words = readme.stream().dropWhile(l -> !l.startsWith("## Vocabulary")).skip(1)
                .takeWhile(l -> !l.startsWith("## "))
                .filter(l -> l.matches("\\| [a-z0-9].*")).map(l -> l.split("\\|")[1])
                .flatMap(c -> Stream.of(c.split("/"))).map(String::strip)
                .filter(w -> !w.equals("effect") && !w.equals("none"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(words, words());
    }
}
