package folioscope.ide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;

import folioscope.model.merge.Site;
import folioscope.review.PatchReview;
import folioscope.review.Prediction;
import folioscope.review.Remark;
import folioscope.review.Review;

/**
 * Says at which lines of a patch what is to stand: predictions at the lines that cause them, changes that were not
 * understood at theirs, and trouble with the input.
 *
 * @param mustHaveDiff whether a file without any diff is worth a word
 */
record Findings(boolean mustHaveDiff) {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(Finding::line)
            .thenComparing(Finding::kind).thenComparing(Finding::type).thenComparing(Finding::scenario)
            .thenComparing(Finding::effect).thenComparing(Finding::message);

    /** The findings of a review by line, each once. */
    List<Finding> of(Review review) {
        Stream<Finding> input = Stream.concat(review.diagnostics().stream(),
                review.patches().stream().flatMap(p -> p.diagnostics().stream()))
                .flatMap(d -> input(d, review.patches().isEmpty()).stream());
        Stream<Finding> sites = review.patches().stream().flatMap(p -> p.sites().stream())
                .flatMap(s -> notUnderstood(s).stream());
        Stream<Finding> predictions = Stream.concat(review.patches().stream().flatMap(p -> p.predictions().stream()),
                review.total().predictions().stream()).flatMap(p -> prediction(p, review));
        return Stream.of(input, sites, predictions).flatMap(f -> f).distinct().sorted(BY_PLACE).toList();
    }

    /** What stands at a file that cannot be read at all. */
    static Finding unreadable(String reason) {
        return new Finding(Finding.Kind.INPUT, 1, IMarker.SEVERITY_ERROR, "Cannot be reviewed: " + reason, "", "", "");
    }

    private Optional<Finding> input(Remark remark, boolean noPatch) {
        boolean whole = remark.line() == 0 && noPatch;
        if (whole && !mustHaveDiff) {
            return Optional.empty();
        }
        int severity = switch (remark.severity()) {
            case "error" -> whole ? IMarker.SEVERITY_INFO : IMarker.SEVERITY_ERROR;
            case "warning" -> IMarker.SEVERITY_WARNING;
            default -> IMarker.SEVERITY_INFO;
        };
        return Optional.of(new Finding(Finding.Kind.INPUT, Math.max(1, remark.line()), severity,
                remark.message(), "", "", ""));
    }

    private static Optional<Finding> notUnderstood(Site site) {
        String why = switch (site.status()) {
            case MERGED, EQUIVALENT -> "";
            case CONFLICT -> "the model's " + site.function() + " has nothing that it fits to";
            case UNMODELLED -> "the model does not have " + (site.function().isEmpty() ? site.path() : site.function());
            case UNPARSED -> "this C could not be read";
        };
        return why.isEmpty() ? Optional.empty()
                : Optional.of(new Finding(Finding.Kind.NOT_UNDERSTOOD, site.line(), IMarker.SEVERITY_INFO,
                        "Not taken into account: " + why, "", "", ""));
    }

    private static Stream<Finding> prediction(Prediction prediction, Review review) {
        Finding.Kind kind = switch (prediction.kind()) {
            case REGRESSION -> Finding.Kind.REGRESSION;
            case BEHAVIOUR_CHANGE -> Finding.Kind.CHANGE;
            case FIX -> Finding.Kind.FIX;
        };
        boolean undone = isUndone(prediction, review);
        int severity = undone ? Math.min(kind.severity(), IMarker.SEVERITY_WARNING) : kind.severity();
        String message = prediction.message() + (undone ? " (until a later patch of the series)" : "");
        return lines(prediction, review).stream().map(line -> new Finding(kind, line, severity, message,
                prediction.type(), prediction.scenario(), prediction.effect()));
    }

    /** Whether the series as a whole does not do what one of its patches does. */
    private static boolean isUndone(Prediction prediction, Review review) {
        return review.total().predictions().stream().noneMatch(p -> p.type().equals(prediction.type())
                && p.kind() == prediction.kind() && p.effect().equals(prediction.effect()));
    }

    /** The lines of the sites that cause a prediction, 1-based in the file; if it names none, its own. */
    static SortedSet<Integer> lines(Prediction prediction, Review review) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (PatchReview patch : review.patches()) {
            for (int i = 0; i < patch.sites().size(); i++) {
                if (prediction.sites().contains(patch.index() + ":s" + (i + 1))) {
                    lines.add(patch.sites().get(i).line());
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add(Math.max(1, prediction.line()));
        }
        return lines;
    }
}
