package folioscope.report;

import folioscope.explore.Step;
import folioscope.review.Prediction;
import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ways there before and after, side by side, steps that are the same in one row; a single way has the width for itself. */
final class TraceText {

    private static final int HALF = 46;

    private final Page page;

    TraceText(Page page) {
        this.page = page;
    }

    void put(Prediction p) {
        List<Step> before = p.traceBefore().steps();
        List<Step> after = p.traceAfter().steps();
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        page.blank();
        if (after.isEmpty()) {
            page.say(3, "before the patch (afterwards no run gets there)").put(single(page.look(), before));
        } else if (before.isEmpty()) {
            page.say(3, "after the patch (before it no run gets there)").put(single(page.look(), after));
        } else {
            page.put(both(before, after));
        }
    }

    /** One way as a table of steps with thread, function, statement and what changed in the state. */
    static Table single(Look look, List<Step> steps) {
        Table table = new Table(look, 3, 4, 12, 22, 31, 20);
        table.row("step", "thread", "function", "statement", "state").rule();
        SortedMap<String, Integer> state = new TreeMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Table.Cell number = new Table.Cell(Integer.toString(i + 1) + mark(step), step.origin().side() == Origin.Side.MODEL
                    ? Colour.NONE : Colour.YELLOW);
            table.row(number, Table.Cell.of(step.thread()), Table.Cell.of(step.function()), Table.Cell.of(statement(step)),
                    Table.Cell.of(news(state, step)));
            state = step.state();
        }
        return table;
    }

    /** Steps from the patch's own lines are marked. */
    private static String mark(Step step) {
        return step.origin().side() == Origin.Side.MODEL ? "" : "*";
    }

    private static String statement(Step step) {
        return step.text() + (step.origin().side() == Origin.Side.MODEL ? "" : " [line " + step.origin().line() + "]");
    }

    /** What the step made different, all of it for the first step. */
    private static String news(Map<String, Integer> old, Step step) {
        List<String> news = new ArrayList<>();
        step.state().forEach((name, value) -> {
            if (!value.equals(old.get(name))) {
                news.add(name + "=" + value);
            }
        });
        return String.join(" ", news);
    }

    private Table both(List<Step> before, List<Step> after) {
        Table table = new Table(page.look(), 3, HALF, HALF);
        table.row("before the patch", "after the patch").rule();
        Column left = new Column(before);
        Column right = new Column(after);
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
                table.row(left.cell(i++), right.cell(j++));
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                table.row(left.cell(i++), Table.Cell.of(""));
            } else {
                table.row(Table.Cell.of(""), right.cell(j++));
            }
        }
        return table;
    }

    /** Lengths of the longest common parts of what is left of both from some step on. */
    private static int[][] common(List<Step> before, List<Step> after) {
        int[][] length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                length[i][j] = same(before.get(i), after.get(j)) ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static boolean same(Step a, Step b) {
        return a.thread().equals(b.thread()) && a.function().equals(b.function()) && a.text().equals(b.text());
    }

    /** One of the two ways; a cell names thread and function, then the statement, then what is new in the state. */
    private record Column(List<Step> steps) {

        Table.Cell cell(int i) {
            Step step = steps.get(i);
            String news = news(i == 0 ? Map.of() : steps.get(i - 1).state(), step);
            String text = String.format(Locale.ROOT, "%d%s %s: %s(): %s%s", i + 1, mark(step), step.thread(), step.function(),
                    statement(step), news.isEmpty() ? "" : "  {" + news + "}");
            return new Table.Cell(text, step.origin().side() == Origin.Side.MODEL ? Colour.NONE : Colour.YELLOW);
        }
    }
}
