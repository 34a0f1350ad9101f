package folioscope.report;

import folioscope.explore.Step;
import folioscope.review.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The ways there before and after, side by side, steps that are the same in one row; a single way has the width for
 * itself.
 */
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
            page.say(3, "before the patch (afterwards no run gets there)");
            single(3, before);
        } else if (before.isEmpty()) {
            page.say(3, "after the patch (before it no run gets there)");
            single(3, after);
        } else {
            page.put(both(before, after));
            legend(Stream.concat(before.stream(), after.stream()), 3);
        }
    }

    /** One way; when it is over before any thread starts, only the state that it leads to. */
    void single(int indent, List<Step> steps) {
        if (steps.size() == 1 && steps.get(0).thread().equals(steps.get(0).function())) {
            page.labelled(indent, "in " + steps.get(0).function() + "(): ", news(Map.of(), steps.get(0)));
        } else {
            page.put(table(page.look(), indent, steps));
            legend(steps.stream(), indent);
        }
    }

    private void legend(Stream<Step> steps, int indent) {
        if (steps.anyMatch(TraceText::fromPatch)) {
            page.say(indent, "* a line of the patch");
        }
    }

    private static boolean fromPatch(Step step) {
        return step.origin().inPatch();
    }

    /** One way as a table of steps with thread, function, statement and what changed in the state. */
    private static Table table(Look look, int indent, List<Step> steps) {
        Table table = new Table(look, indent, 4, 10, 26, 32, 17);
        table.row("step", "thread", "function", "statement", "state").rule();
        SortedMap<String, Integer> state = new TreeMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Table.Cell number = new Table.Cell((i + 1) + mark(step), fromPatch(step) ? Colour.YELLOW : Colour.NONE);
            table.row(number, Table.Cell.of(step.thread()), Table.Cell.of(function(step)),
                    Table.Cell.of(statement(step)),
                    Table.Cell.of(news(state, step)));
            state = step.state();
        }
        return table;
    }

    /** Steps from the patch's own lines are marked. */
    private static String mark(Step step) {
        return fromPatch(step) ? "*" : "";
    }

    /** The function, behind the kernel function through which the thread came to it. */
    private static String function(Step step) {
        return step.callers().isEmpty() ? step.function() : step.entry() + " > " + step.function();
    }

    private static String statement(Step step) {
        return step.text() + (fromPatch(step) ? " [line " + step.origin().line() + "]" : "");
    }

    /** What the step made different; for the first step all that is not 0. */
    private static String news(Map<String, Integer> old, Step step) {
        List<String> news = new ArrayList<>();
        step.state().forEach((name, value) -> {
            if (value.intValue() != old.getOrDefault(name, 0)) {
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
            String text = String.format(Locale.ROOT, "%-4s%s  %s\n    %s%s", (i + 1) + mark(step), step.thread(),
                    function(step),
                    statement(step), news.isEmpty() ? "" : "\n    " + news);
            return new Table.Cell(text, fromPatch(step) ? Colour.YELLOW : Colour.NONE);
        }
    }
}
