package folioscope.report;

import folioscope.review.Course;
import folioscope.review.Prediction;
import folioscope.review.Review;
import folioscope.review.SeriesParts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What is to be said of a series as such: which patch brings what and which takes it away, and what is not there. */
final class SeriesText {

    private final Page page;
    private final Review review;

    SeriesText(Page page, Review review) {
        this.page = page;
        this.review = review;
    }

    /** Which patches of the series are not in the input, and what that means. */
    void parts() {
        for (SeriesParts parts : SeriesParts.of(review)) {
            boolean one = parts.present().size() == 1;
            page.labelled(2, "", (one ? "patch " : "patches ") + numbers(parts.present()) + " of " + parts.of()
                    + "; the rest of the series is not in the input: what is predicted here may be repaired there, and "
                    + "may be due to what is missing");
        }
    }

    /** For a series, by type and effect the patch that breaks it and the one that repairs it. */
    void courses() {
        List<Course> courses = Course.of(review);
        if (courses.isEmpty()) {
            return;
        }
        page.heading("Through the series");
        Table table = new Table(page.look(), 2, 11, 22, 61);
        courses.forEach(c -> table.row(c.type(), c.effect(), said(c)));
        page.put(table);
    }

    /** {@code patch 5 breaks it, patch 20 repairs it}. */
    static String said(Course course) {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < course.steps().size(); i++) {
            clauses.add("patch " + course.steps().get(i).patch() + " " + verb(course, i));
        }
        boolean none = clauses.isEmpty();
        return (none ? "no patch alone shows it" : String.join(", ", clauses)) + end(course, none);
    }

    /** What a patch does; two that break it, or two that repair it, without the other between them share the work. */
    private static String verb(Course course, int at) {
        Prediction.Kind kind = course.steps().get(at).kind();
        boolean last = at + 1 == course.steps().size();
        return switch (kind) {
            case REGRESSION -> at > 0 && course.steps().get(at - 1).kind() == kind ? "breaks it once more"
                    : "breaks it";
            case FIX -> (last ? course.end() == Course.End.BROKEN : course.steps().get(at + 1).kind() == kind)
                    ? "repairs it in part" : "repairs it";
            case BEHAVIOUR_CHANGE -> "brings it";
        };
    }

    private static String end(Course course, boolean none) {
        Prediction.Kind last = none ? Prediction.Kind.BEHAVIOUR_CHANGE : course.steps()
                .get(course.steps().size() - 1).kind();
        return switch (course.end()) {
            case BROKEN -> none ? ", the series as a whole breaks it" : "; it is broken at the end";
            case REPAIRED -> none ? ", the series as a whole repairs it" : "; it was broken before the series";
            case CHANGED -> none ? ", the series as a whole brings it" : "; so it stays";
            case OPEN -> "; what is left of it at the end is open";
            case NONE -> switch (last) {
                case REGRESSION -> "; it is not there at the end, though no patch alone is seen to repair it";
                case FIX -> "";
                case BEHAVIOUR_CHANGE -> "; the series as a whole does not";
            };
        };
    }

    /** {@code 1-4, 7}. */
    static String numbers(SortedSet<Integer> numbers) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int n : numbers) {
            if (runs.isEmpty() || runs.getLast().getLast() != n - 1) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(n);
        }
        return runs.stream().map(r -> r.size() == 1 ? "" + r.get(0) : r.get(0) + (r.size() == 2 ? ", " : "-")
                + r.getLast())
                .collect(Collectors.joining(", "));
    }
}
