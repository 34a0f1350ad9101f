package folioscope.skeleton.c;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import folioscope.skeleton.HunkText;
import folioscope.skeleton.HunkText.Line;

/**
 * Of a whole file the functions and declarations that a patch touches, from head to end, and the directives that they stand
 * under. Where one ends is told by what stands at column 0, as everywhere in the kernel.
 */
public final class Touched {

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*(ifdef|ifndef|if|elif|else|endif)\\b.*");
    private static final Pattern END = Pattern.compile("}.*|(?!(return|goto|break|continue|case|default)\\b)[A-Za-z_][^:]*;\\s*(/\\*.*)?");

    private final List<Line> lines;
    private final BitSet kept;

    private Touched(List<Line> lines) {
        this.lines = lines;
        this.kept = new BitSet(lines.size());
    }

    /** The file with the lines left out that no touched function or declaration has. */
    public static HunkText of(HunkText whole) {
        return of(whole, line -> line.mark() != HunkText.Mark.CONTEXT);
    }

    /** The same for functions and declarations with a line that is asked for. */
    static HunkText of(HunkText whole, Predicate<Line> asked) {
        Touched touched = new Touched(whole.lines());
        touched.regions(asked);
        touched.directives();
        List<Line> lines = touched.kept.stream().mapToObj(whole.lines()::get).toList();
        return new HunkText("", whole.oldStart(), whole.newStart(), lines);
    }

    private void regions(Predicate<Line> asked) {
        for (int i = 0; i < lines.size(); i++) {
            if (kept.get(i) || !asked.test(lines.get(i))) {
                continue;
            }
            int from = i;
            while (from > 0 && !ends(lines.get(from - 1))) {
                from--;
            }
            int to = i;
            while (to < lines.size() && !ends(lines.get(to))) {
                to++;
            }
            kept.set(from, Math.min(lines.size(), to + 1));
        }
    }

    /** Whether a function or declaration ends here on both sides of the patch. */
    private static boolean ends(Line line) {
        return line.mark() == HunkText.Mark.CONTEXT && END.matcher(line.text()).matches();
    }

    private void directives() {
        for (int i = 0; i < lines.size(); i++) {
            if (!kept.get(i) && DIRECTIVE.matcher(lines.get(i).text()).matches()) {
                kept.set(i);
                while (lines.get(i).text().endsWith("\\") && i + 1 < lines.size()) {
                    kept.set(++i);
                }
            }
        }
    }
}
