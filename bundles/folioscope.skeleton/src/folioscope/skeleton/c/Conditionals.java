package folioscope.skeleton.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code #if} groups of a run of lines, also those whose beginning or end is not shown, and which lines stand in which
 * branch. In variant (0, 0) every option is on; the numbers choose another branch at the outermost depth and below it.
 */
final class Conditionals {

    /** The variants worth reading, the one with options on first. */
    static final int[][] VARIANTS = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 }, { 2, 0 } };

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*#\\s*(ifdef|ifndef|if|elif|else|endif)\\b\\s*(.*)");
    private static final Pattern COMMENT = Pattern.compile("#\\s*\\w+.*/\\*.*?([A-Za-z_]\\w*)");

    /** What an {@code #endif} at the end of a file most often ends. */
    private static final String GUARD = "!(defined(_H))";

    private final List<String> plain;
    private final List<Branch> byLine;

    private Conditionals(List<String> plain, List<Branch> byLine) {
        this.plain = plain;
        this.byLine = byLine;
    }

    /** One {@code #if} to its {@code #endif}; {@code conditions} are those of its branches, an empty one for else. */
    private static final class Group {
        final Branch around;
        final List<String> conditions = new ArrayList<>();

        Group(Branch around) {
            this.around = around;
        }

        int depth() {
            return around == null ? 0 : around.group().depth() + 1;
        }

        /** The branch that the variant takes, -1 for none. */
        int taken(int choice) {
            if (conditions.get(0).equals("0")) {
                return conditions.size() > 1 ? 1 : -1;
            }
            int on = 0;
            while (on < conditions.size() && !Options.allOn(conditions.get(on))) {
                on++;
            }
            if (choice == 0) {
                return on < conditions.size() ? on : -1;
            }
            int other = choice - 1;
            int branch = other < on ? other : other + 1;
            return branch < conditions.size() ? branch : -1;
        }
    }

    /** One branch of a group. */
    private record Branch(Group group, int index) { }

    /**
     * @param lines without comments
     * @param raw the same lines with comments, which name the condition of a group whose beginning is not shown
     */
    static Conditionals of(List<String> lines, List<String> raw) {
        Deque<Branch> stack = new ArrayDeque<>();
        Branch outer = null;
        for (String condition : unseen(lines, raw)) {
            outer = opened(outer, condition);
            stack.push(outer);
        }
        List<Branch> byLine = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = DIRECTIVE.matcher(joined(lines, i));
            if (m.matches()) {
                String rest = m.group(2).strip().replaceAll("\\s+", " ");
                switch (m.group(1)) {
                    case "ifdef" -> stack.push(opened(stack.peek(), "defined(" + rest + ")"));
                    case "ifndef" -> stack.push(opened(stack.peek(), "!(defined(" + rest + "))"));
                    case "if" -> stack.push(opened(stack.peek(), rest));
                    case "elif", "else" -> {
                        Branch before = stack.pop();
                        before.group().conditions.add(m.group(1).equals("elif") ? rest : "");
                        stack.push(new Branch(before.group(), before.index() + 1));
                    }
                    default -> stack.pop();
                }
            }
            byLine.add(stack.peek());
        }
        return new Conditionals(lines, byLine);
    }

    /** The line with those that continue it. */
    private static String joined(List<String> lines, int at) {
        String line = lines.get(at);
        for (int i = at + 1; i < lines.size() && line.stripTrailing().endsWith("\\"); i++) {
            line = line.substring(0, line.lastIndexOf('\\')) + lines.get(i);
        }
        return line;
    }

    private static Branch opened(Branch around, String condition) {
        Group group = new Group(around);
        group.conditions.add(condition);
        return new Branch(group, 0);
    }

    /** The conditions of the groups that begin before the first line, outermost first. */
    private static List<String> unseen(List<String> lines, List<String> raw) {
        List<String> conditions = new ArrayList<>();
        int depth = 0;
        boolean seen = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = DIRECTIVE.matcher(lines.get(i));
            if (!m.matches()) {
                continue;
            }
            String word = m.group(1);
            if (word.startsWith("if")) {
                depth++;
            } else if (depth > 0) {
                depth -= word.equals("endif") ? 1 : 0;
            } else {
                Matcher comment = COMMENT.matcher(raw.get(i));
                String condition = comment.find() ? "defined(" + comment.group(1) + ")"
                        : lines.subList(i + 1, lines.size()).stream().allMatch(String::isBlank) ? GUARD : "?";
                if (!seen) {
                    conditions.add(0, condition);
                }
                seen = !word.equals("endif");
            }
        }
        return conditions;
    }

    /** Whether the line is read in the variant; directives of conditionals never are. */
    boolean active(int line, int[] variant) {
        for (Branch b = byLine.get(line); b != null; b = b.group().around) {
            if (b.group().taken(variant[Math.min(1, b.group().depth())]) != b.index()) {
                return false;
            }
        }
        return true;
    }

    /** The conditions that the line stands under, outermost first; include guards are none. */
    List<String> presence(int line) {
        List<String> all = new ArrayList<>();
        for (Branch b = byLine.get(line); b != null; b = b.group().around) {
            List<String> conditions = b.group().conditions;
            List<String> own = new ArrayList<>();
            for (int i = 0; i < b.index(); i++) {
                own.add(Options.not(conditions.get(i)));
            }
            if (!conditions.get(b.index()).isEmpty()) {
                own.add(conditions.get(b.index()));
            }
            own.removeIf(Options::includeGuard);
            all.addAll(0, own);
        }
        return all;
    }

    /** Whether the line is one of a conditional's directives, or continues one. */
    boolean directive(int line) {
        int first = line;
        while (first > 0 && plain.get(first - 1).stripTrailing().endsWith("\\")) {
            first--;
        }
        return DIRECTIVE.matcher(plain.get(first)).matches();
    }
}
