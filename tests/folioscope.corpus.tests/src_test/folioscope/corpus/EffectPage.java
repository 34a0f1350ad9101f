package folioscope.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import folioscope.patch.FileChange;
import folioscope.patch.Hunk;
import folioscope.patch.Line;
import folioscope.patch.Patch;
import folioscope.patch.PatchInput;
import folioscope.patch.PatchReader;
import folioscope.review.Effect;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.ReviewOptions;
import folioscope.review.Reviewer;
import folioscope.review.Showing;

/**
 * The page of documentation for a word: what it means, where it is looked for, and a sample with what the review says.
 */
final class EffectPage {

    private static final String BY_THE_EXPLORER = "Any scenario may come to it: "
            + "the explorer looks for it in every run.";

    private final Effect effect;
    private final Showing showing;
    private final Optional<PatchInput> sample;
    private final Optional<Review> review;
    private final List<String> lines = new ArrayList<>();

    EffectPage(Effect effect, Showing showing, Reviewer reviewer) {
        this.effect = effect;
        this.showing = showing;
        this.sample = effect.sample().map(s -> PatchReader.read(s, Checkout.bytes(Checkout.sample(s))));
        this.review = sample.map(s -> reviewer.review(s, ReviewOptions.defaults()));
    }

    /** The words that the sample is predicted to show, as a whole; none without a sample. */
    SortedSet<String> predicted() {
        return review.stream().flatMap(r -> r.total().predictions().stream()).map(Prediction::effect)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The whole page. */
    String text() {
        say("# " + effect.word());
        say(effect.gist());
        effect.meaning().forEach(this::say);
        say("## Where it is looked for");
        places();
        say("## Example");
        review.ifPresentOrElse(this::example, () -> say("There is no sample that shows it yet."));
        return String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    }

    private void say(String paragraph) {
        String quote = paragraph.startsWith("> ") ? "> " : "";
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > 120) {
                lines.add(line.toString());
                line = new StringBuilder(quote).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        lines.add("");
    }

    private void places() {
        List<Showing.Place> places = showing.places(effect.word());
        if (EffectPagesTest.BEYOND_THE_MODEL.contains(effect.word())) {
            say(effect.word().equals("type-removed") ? "The review looks whether the enumerator of a type is gone."
                    : BY_THE_EXPLORER);
        } else if (places.isEmpty()) {
            say("Nothing in the model or its scenarios shows it yet.");
        }
        if (!places.isEmpty()) {
            lines.add("| scenario, or function of the model | kernels |");
            lines.add("|---|---|");
            places.forEach(p -> lines.add("| " + p.place().replace("|", "\\|") + " | " + p.kernels() + " |"));
            lines.add("");
        }
    }

    private void example(Review review) {
        String sample = effect.sample().orElseThrow();
        Patch patch = this.sample.orElseThrow().patches().get(0);
        say("[" + sample + "](../../samples/" + sample + "), read against kernel " + review.patches().get(0).kernel()
                + ": \""
                + patch.subject().replaceFirst("^\\[[^]]*]\\s*", "") + "\"");
        lines.add("```diff");
        patch.files().forEach(this::changed);
        lines.add("```");
        lines.add("");
        say("`folioscope review samples/" + sample + "` says:");
        review.total().predictions().stream().filter(p -> p.effect().equals(effect.word())).forEach(p -> say("> "
                + p.kind().word() + " " + p.effect() + (p.scenario().isEmpty() ? "" : " (" + p.scenario() + ")")
                + ": " + p.message()));
        String others = predicted().stream().filter(e -> !e.equals(effect.word()))
                .map(e -> "[" + e + "](" + e + ".md)").collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            say("It shows as well: " + others + ".");
        }
    }

    private void changed(FileChange file) {
        lines.add("--- " + file.oldPath());
        lines.add("+++ " + file.newPath());
        for (Hunk hunk : file.hunks()) {
            lines.add(("@@ " + hunk.heading()).strip());
            hunk.lines().stream().filter(l -> l.kind() != Line.Kind.CONTEXT)
                    .forEach(l -> lines.add((l.kind() == Line.Kind.ADDED ? "+" : "-") + l.text()));
        }
    }
}
