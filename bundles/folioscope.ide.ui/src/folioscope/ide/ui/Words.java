package folioscope.ide.ui;

import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;

import folioscope.ide.FileReview;
import folioscope.review.PatchReview;
import folioscope.review.Remark;
import folioscope.review.Review;
import folioscope.review.Verdict;

/** Says in words how a review stands: what is shown, what is going on, and what the reader can do. */
final class Words {

    private Words() {
    }

    static String nothingOpen() {
        return "No patch is open. Open a .patch, .diff, .mbox or .eml file of the workspace in an editor.";
    }

    static String noPatch(String name) {
        return name + " is not a patch. This view shows .patch, .diff, .mbox and .eml files of the workspace.";
    }

    static String of(IFile file, FileReview state) {
        String name = file.getName();
        return switch (state) {
            case FileReview.None none -> name + " has not been reviewed yet.";
            case FileReview.Running running -> "Reviewing " + name + " \u2026 (it can be stopped in the Progress view)";
            case FileReview.Cancelled cancelled -> "The review of " + name + " was cancelled before it was done. "
                    + "Nothing is known about it; use Review Again to start anew.";
            case FileReview.Failed failed -> name + " could not be reviewed: " + failed.reason() + ".";
            case FileReview.Done done -> done(name, done.review())
                    + (done.stamp() == file.getModificationStamp() ? "" : " The file has changed since.");
        };
    }

    /** What is said of a cell without predictions. */
    static String cell(Matrix matrix, MatrixTable.Place place) {
        if (place.row() < 0) {
            return place.type() < 0 ? "No change of behaviour is predicted."
                    : "No change of behaviour is predicted for " + matrix.types().get(place.type()) + ".";
        }
        Matrix.Row row = matrix.rows().get(place.row());
        String scenario = row.scenario() + ", " + row.title() + (row.asks().isEmpty() ? "" : ": " + row.asks());
        if (place.type() < 0) {
            return scenario;
        }
        boolean absent = row.cells().get(place.type()).look() == VerdictLook.ABSENT;
        String type = matrix.types().get(place.type());
        return scenario + "\n" + (absent ? "This scenario is not about " + type + "."
                : "It leads to no prediction of its own for " + type + ".");
    }

    private static String done(String name, Review review) {
        if (review.patches().isEmpty()) {
            return name + ": " + review.diagnostics().stream().map(Remark::message).findFirst()
                    .orElse("there is no patch in it") + ".";
        }
        PatchReview first = review.patches().get(0);
        String count = review.patches().size() == 1 ? "" : ", " + review.patches().size() + " patches,";
        return name + count + " against Linux " + first.kernel() + " (" + how(first.how()) + "): "
                + result(review) + " " + understood(review) + inconclusive(review);
    }

    private static String how(String how) {
        return switch (how) {
            case "option" -> "as asked for";
            case "tree" -> "the version of the tree";
            case "explained" -> "the version it fits best";
            case "date" -> "by the date of the mail";
            case "series" -> "as the series began";
            default -> how;
        };
    }

    private static String result(Review review) {
        String news = review.total().verdicts().entrySet().stream().filter(e -> VerdictLook.of(e.getValue()).isNews())
                .collect(Collectors.groupingBy(e -> e.getValue(), TreeMap::new,
                        Collectors.mapping(e -> e.getKey(), Collectors.joining(", "))))
                .entrySet().stream().map(e -> e.getKey().word() + " for " + e.getValue())
                .collect(Collectors.joining("; "));
        return news.isEmpty() ? "no change of behaviour is predicted." : news + ".";
    }

    private static String understood(Review review) {
        long sites = review.patches().stream().mapToLong(p -> p.sites().size()).sum();
        long mapped = review.patches().stream().mapToLong(PatchReview::mapped).sum();
        return sites == 0 ? "None of its lines touches the life of a device page."
                : mapped + " of " + sites + (sites == 1 ? " line" : " lines") + " about pages taken into account.";
    }

    private static String inconclusive(Review review) {
        String types = review.total().verdicts().entrySet().stream().filter(e -> e.getValue() == Verdict.INCONCLUSIVE)
                .map(e -> e.getKey()).collect(Collectors.joining(", "));
        return types.isEmpty() ? ""
                : " Inconclusive for " + types + ": the limits were reached before all was explored.";
    }
}
