package folioscope.report;

import folioscope.model.check.CheckResult;
import folioscope.model.check.Explanations;
import folioscope.model.check.FunctionCheck;
import folioscope.model.check.FunctionCheck.Status;
import folioscope.model.merge.Agreement;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the model stands to a tree, as text: a table by file, the differences as located lines, and the sum. */
public final class CheckText {

    private final CheckResult result;
    private final StringBuilder text = new StringBuilder();

    private CheckText(CheckResult result) {
        this.result = result;
    }

    /** The text; {@code all} says whether differences with a reason are shown as well. */
    public static String of(CheckResult result, boolean all) {
        CheckText check = new CheckText(result);
        check.table();
        check.differences(all);
        check.unused();
        check.sum();
        return check.text.toString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }

    private void table() {
        SortedMap<String, int[]> files = new TreeMap<>();
        for (FunctionCheck f : result.functions()) {
            files.computeIfAbsent(f.model().path(), p -> new int[Status.values().length])[f.status().ordinal()]++;
        }
        line("%-42s %7s %9s %7s %7s %9s", "file", "agree", "explained", "differ", "absent", "primitive");
        files.forEach((path, n) -> line("%-42s %7s %9s %7s %7s %9s", path, shown(n[0]), shown(n[1]), shown(n[2]), shown(n[3]),
                shown(n[4])));
        text.append('\n');
    }

    private static String shown(int number) {
        return number == 0 ? "." : Integer.toString(number);
    }

    private void differences(boolean all) {
        int length = text.length();
        for (FunctionCheck f : result.functions()) {
            for (FunctionCheck.Explained e : f.differences()) {
                if (all || e.reason().isEmpty()) {
                    line("%s%s", message(f, e.difference()), e.reason().isEmpty() ? "" : "; explained: " + e.reason());
                }
            }
        }
        text.append(text.length() > length ? "\n" : "");
    }

    private static String message(FunctionCheck f, Agreement.Difference d) {
        if (d.word().equals(Explanations.ABSENT)) {
            return "model " + f.model() + ": " + f.name() + "() is not in the tree";
        }
        String what = f.name() + "(): " + d.word();
        String text = " [" + d.text() + "]";
        return switch (d.kind()) {
            case MISSING -> d.where() + ": " + what + " is not in the model's " + d.near() + text;
            case EXTRA -> "model " + d.where() + ": " + what + " is not in the tree's " + d.near() + text;
            case REVERSED -> d.where() + ": " + what + " is asked the other way round in the model's " + d.near() + text;
            case SPELT -> d.where() + ": " + what + " is said of page instead of folio, or the other way round, in the model's "
                    + d.near() + text;
        };
    }

    private void unused() {
        SortedSet<String> lines = new TreeSet<>();
        for (Explanations.Entry e : result.unused()) {
            lines.add("differences.tsv: " + e.path() + " " + e.function() + " " + e.what() + ": explains nothing here");
        }
        lines.forEach(l -> line("%s", l));
        text.append(lines.isEmpty() ? "" : "\n");
    }

    private void sum() {
        long primitive = result.count(Status.PRIMITIVE);
        long compared = result.functions().size() - primitive;
        line("kernel %s: %d functions of the model, %d of them primitives of its own", result.kernel(), result.functions().size(),
                primitive);
        for (Status status : new Status[] { Status.AGREES, Status.EXPLAINED, Status.DIFFERS, Status.ABSENT }) {
            line("  %-10s %4d  %5.1f %%", word(status), result.count(status), 100.0 * result.count(status) / Math.max(1, compared));
        }
    }

    private static String word(Status status) {
        return switch (status) {
            case AGREES -> "agree";
            case EXPLAINED -> "explained";
            case DIFFERS -> "differ";
            case ABSENT -> "absent";
            case PRIMITIVE -> "primitive";
        };
    }
}
