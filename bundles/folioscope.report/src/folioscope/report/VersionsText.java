package folioscope.report;

import folioscope.review.Match;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.Verdict;
import folioscope.review.Versions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two versions of a series as text: what the one predicts that the other does not, and what became of each patch. */
final class VersionsText {

    private final Versions versions;
    private final Page page;

    VersionsText(Versions versions, Look look) {
        this.versions = versions;
        this.page = new Page(look);
    }

    String text() {
        page.say(0, Colour.BOLD, versions.before().input() + " -> " + versions.after().input());
        head("old  ", versions.before());
        head("new  ", versions.after());
        if (!versions.sameKernel()) {
            page.say(2,
                    "they are read against the model of different kernels, so not every difference need come from the "
                    + "patches; --kernel V reads both against one");
        }
        page.blank();
        types();
        if (versions.same()) {
            page.blank().say(0, versions.stayed().isEmpty() ? "Neither version predicts anything as a whole."
                    : "Both versions predict the same.");
        }
        predictions("Only the new version", versions.fresh(), versions.after());
        predictions("No longer with the new version", versions.gone(), versions.before());
        stayed();
        patches();
        return page.text();
    }

    private void head(String label, Review review) {
        List<PatchReview> patches = review.patches();
        page.labelled(2, label, patches.isEmpty() ? "no patch in it" : (patches.size() == 1 ? "1 patch"
                : patches.size() + " patches")
                + ", " + patches.get(0).subject() + (patches.size() > 1 ? " and on" : "") + "; "
                + ReviewText.baseline(patches.get(0)));
        new SeriesText(page, review).parts();
    }

    private void types() {
        Table table = new Table(page.look(), 2, 11, 16, 16, 49);
        table.row("type", "old", "new", "effects that differ").rule();
        for (String type : versions.types()) {
            String differs = Stream.concat(words("+ ", versions.fresh(), type), words("- ", versions.gone(), type))
                    .collect(Collectors.joining(", "));
            table.row(Table.Cell.of(type), verdict(versions.before(), type), verdict(versions.after(), type),
                    Table.Cell.of(differs));
        }
        page.put(table);
    }

    private static Stream<String> words(String sign, List<Prediction> predictions, String type) {
        return predictions.stream().filter(p -> p.type().equals(type)).map(p -> sign + p.kind().word() + " "
                + p.effect());
    }

    private static Table.Cell verdict(Review review, String type) {
        Verdict verdict = review.total().verdicts().get(type);
        return verdict == null ? Table.Cell.of("-") : new Table.Cell(verdict.word(), Colour.of(verdict));
    }

    private void predictions(String heading, List<Prediction> predictions, Review review) {
        if (!predictions.isEmpty()) {
            page.heading(heading);
            int number = 1;
            for (Prediction prediction : predictions) {
                new PredictionText(page, review).put(number++, prediction);
            }
        }
    }

    private void stayed() {
        if (!versions.stayed().isEmpty()) {
            page.heading("With both");
            for (String type : versions.types()) {
                String words = versions.stayed().stream().filter(p -> p.type().equals(type))
                        .map(p -> p.kind().word() + " " + p.effect()).collect(Collectors.joining(", "));
                if (!words.isEmpty()) {
                    page.labelled(2, type + ": ", words);
                }
            }
        }
    }

    private void patches() {
        page.heading("Patch by patch");
        Table table = new Table(page.look(), 2, 3, 3, 14, 72);
        table.row("old", "new", "", "patch").rule();
        for (Match match : versions.patches()) {
            String more = Stream.concat(signed("+ ", match.fresh()), signed("- ", match.gone())).map(w -> "\n  " + w)
                    .collect(Collectors.joining());
            table.row(index(match.before()), index(match.after()), match.status().word()
                    + (match.moved() ? ", moved" : ""),
                    Wrap.cut(match.subject(), 72) + more);
        }
        page.put(table);
    }

    private static Stream<String> signed(String sign, List<Prediction> predictions) {
        return predictions.stream().map(p -> sign + p.type() + ", " + p.kind().word() + " " + p.effect());
    }

    private static String index(Optional<PatchReview> patch) {
        return patch.map(p -> Integer.toString(p.index())).orElse("-");
    }
}
