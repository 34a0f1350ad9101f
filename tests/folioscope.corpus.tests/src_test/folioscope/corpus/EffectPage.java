package folioscope.corpus;

import java.util.ArrayList;
import java.util.List;
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

/** The page of documentation for a word: what it means, where it is looked for, and a sample with what the review says. */
final class EffectPage {

    private static final String BY_THE_EXPLORER = "Any scenario may come to it: the explorer looks for it in every run.";

    private final Effect effect;
    private final Showing showing;
    private final Reviewer reviewer;
    private final List<String> lines = new ArrayList<>();

    EffectPage(Effect effect, Showing showing, Reviewer reviewer) {
        this.effect = effect;
        this.showing = showing;
        this.reviewer = reviewer;
    }

    /** What the sample is predicted to do, as a whole. */
    List<Prediction> predictions() {
        return review().total().predictions();
    }

    private Review review() {
        return reviewer.review(input(), ReviewOptions.defaults());
    }

    private PatchInput input() {
        String sample = effect.sample().orElseThrow();
        return PatchReader.read(sample, Checkout.bytes(Checkout.sample(sample)));
    }

    /** The whole page. */
    String text() {
        say("# " + effect.word());
        say(effect.gist());
        effect.meaning().forEach(this::say);
        say("## Where it is looked for");
        places();
        say("## Example");
        if (effect.sample().isPresent()) {
            example();
        } else {
            say("There is no sample that shows it yet.");
        }
        return String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    }

    private void say(String paragraph) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > 120) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        lines.add("");
    }

    private void places() {
        List<Showing.Place> places = showing.places(effect.word());
        if (EffectPagesTest.BEYOND_THE_MODEL.contains(effect.word())) {
            say(effect.word().equals("type-removed") ? "The review looks whether the enumerator of a type is gone." : BY_THE_EXPLORER);
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

    private void example() {
        String sample = effect.sample().orElseThrow();
        Review review = review();
        Patch patch = input().patches().get(0);
        say("[" + sample + "](../../samples/" + sample + "), read against kernel " + review.patches().get(0).kernel() + ": \""
                + patch.subject().replaceFirst("^\\[[^]]*]\\s*", "") + "\"");
        lines.add("```diff");
        patch.files().forEach(this::changed);
        lines.add("```");
        lines.add("");
        say("`folioscope review samples/" + sample + "` says:");
        review.total().predictions().stream().filter(p -> p.effect().equals(effect.word())).forEach(p -> say("> "
                + p.kind().word() + " " + p.effect() + (p.scenario().isEmpty() ? "" : " (" + p.scenario() + ")") + ": " + p.message()));
        String others = review.total().predictions().stream().map(Prediction::effect).filter(e -> !e.equals(effect.word())).distinct()
                .sorted().map(e -> "[" + e + "](" + e + ".md)").collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            say("It shows as well: " + others + ".");
        }
    }

    private void changed(FileChange file) {
        lines.add("--- " + file.oldPath());
        lines.add("+++ " + file.newPath());
        for (Hunk hunk : file.hunks()) {
            lines.add("@@ " + hunk.heading());
            hunk.lines().stream().filter(l -> l.kind() != Line.Kind.CONTEXT)
                    .forEach(l -> lines.add((l.kind() == Line.Kind.ADDED ? "+" : "-") + l.text()));
        }
    }
}
