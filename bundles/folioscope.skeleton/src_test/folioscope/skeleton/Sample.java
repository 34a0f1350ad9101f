package folioscope.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Small C and small patches as tests write them, and the IR as tests read it. */
final class Sample {

    private Sample() {
    }

    /** A file of hunks; the {@code @@} lines carry the headings; line numbers count from 1 in this text. */
    static FileEdit edit(String diff) {
        return edit("mm/a.c", "mm/a.c", diff);
    }

    static FileEdit edit(String oldPath, String newPath, String diff) {
        List<HunkText> hunks = new ArrayList<>();
        List<HunkText.Line> lines = new ArrayList<>();
        String heading = "";
        int number = 0;
        for (String line : diff.split("\n")) {
            number++;
            if (line.startsWith("@@")) {
                if (!lines.isEmpty()) {
                    hunks.add(new HunkText(heading, 1, 1, lines));
                }
                heading = line.substring(2).strip();
                lines = new ArrayList<>();
                continue;
            }
            HunkText.Mark mark = line.startsWith("-") ? HunkText.Mark.REMOVED
                    : line.startsWith("+") ? HunkText.Mark.ADDED : HunkText.Mark.CONTEXT;
            lines.add(new HunkText.Line(mark, line.isEmpty() ? "" : line.substring(1), number));
        }
        hunks.add(new HunkText(heading, 1, 1, lines));
        return PatchText.lift(oldPath, newPath, hunks);
    }

    /** The only edit of the diff. */
    static FunctionEdit only(String diff) {
        List<FunctionEdit> edits = edit(diff).functions();
        if (edits.size() != 1) {
            throw new AssertionError("edits: " + edits.stream().map(e -> e.oldName() + " -> " + e.newName()).toList());
        }
        return edits.get(0);
    }

    static String before(FunctionEdit edit) {
        return edit.oldSide().map(f -> text(f.body())).orElse("");
    }

    static String after(FunctionEdit edit) {
        return edit.newSide().map(f -> text(f.body())).orElse("");
    }

    /** A statement on one line, blocks in braces. */
    static String text(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Block b -> text(b.body());
            case Stmt.If i -> CText.of(i) + ' ' + text(i.then()) + i.otherwise().map(o -> " else " + text(o)).orElse("");
            case Stmt.Loop l -> CText.of(l) + ' ' + text(l.body());
            case Stmt.Switch s -> CText.of(s) + s.cases().stream().map(c -> ' ' + label(c) + ' ' + text(c.body()))
                    .collect(Collectors.joining());
            default -> CText.of(stmt);
        };
    }

    static String text(List<Stmt> body) {
        return body.stream().map(Sample::text).collect(Collectors.joining(" ", "{", "}"));
    }

    private static String label(Stmt.Case c) {
        return (c.labels().stream().map(CText::of).collect(Collectors.joining(",")) + (c.isDefault() ? " default" : "")).strip() + ':';
    }

    static Unit model(String text) {
        return ModelText.read("model.c", text, java.util.Map.of()).unit();
    }

    /** The body of a function that holds the statements. */
    static String body(String statements) {
        return text(model("void f(void)\n{\n" + statements + "\n}\n").functions().get(0).body());
    }

    static Expr expr(String text) {
        Stmt stmt = model("void f(void)\n{\nreturn " + text + ";\n}\n").functions().get(0).body().body().get(0);
        return ((Stmt.Return) stmt).value().orElseThrow();
    }
}
