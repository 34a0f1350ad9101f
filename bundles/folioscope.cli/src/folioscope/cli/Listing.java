package folioscope.cli;

import folioscope.skeleton.CText;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import java.util.Optional;
import java.util.stream.Collectors;

/** A function as C: its comment, its head and its statements in the kernel's indentation. */
final class Listing {

    private final StringBuilder text = new StringBuilder();

    private Listing() {
    }

    static String of(Function function) {
        Listing listing = new Listing();
        if (!function.comment().isBlank()) {
            listing.comment(function.comment());
        }
        String parameters = function.parameters().stream().map(p -> CText.of(p.type(), p.name())).collect(Collectors.joining(", "));
        listing.line(0, CText.of(function.returns(), function.name()) + "(" + (parameters.isEmpty() ? "void" : parameters) + ")");
        listing.line(0, "{");
        function.body().body().forEach(s -> listing.statement(1, s));
        listing.line(0, "}");
        return listing.text.toString();
    }

    private void comment(String comment) {
        line(0, "/*");
        comment.strip().lines().forEach(l -> line(0, (" * " + l.strip()).stripTrailing()));
        line(0, " */");
    }

    private void statement(int depth, Stmt stmt) {
        switch (stmt) {
            case Stmt.Block block -> block.body().forEach(s -> statement(depth, s));
            case Stmt.If branch -> branch(depth, "", branch);
            case Stmt.Switch choice -> choice(depth, choice);
            case Stmt.Loop loop -> {
                line(depth, CText.of(loop) + " {");
                inside(depth, loop.body());
                line(depth, "}");
            }
            case Stmt.Label label -> line(0, CText.of(label));
            default -> line(depth, CText.of(stmt));
        }
    }

    private void branch(int depth, String before, Stmt.If branch) {
        line(depth, before + CText.of(branch) + " {");
        inside(depth, branch.then());
        Optional<Stmt.Block> otherwise = branch.otherwise();
        if (otherwise.isPresent() && otherwise.get().body().size() == 1 && otherwise.get().body().get(0) instanceof Stmt.If next) {
            branch(depth, "} else ", next);
            return;
        }
        if (otherwise.isPresent()) {
            line(depth, "} else {");
            inside(depth, otherwise.get());
        }
        line(depth, "}");
    }

    private void choice(int depth, Stmt.Switch choice) {
        line(depth, CText.of(choice) + " {");
        for (Stmt.Case one : choice.cases()) {
            one.labels().forEach(l -> line(depth, "case " + CText.of(l) + ":"));
            if (one.isDefault()) {
                line(depth, "default:");
            }
            one.body().forEach(s -> statement(depth + 1, s));
        }
        line(depth, "}");
    }

    private void inside(int depth, Stmt.Block body) {
        body.body().forEach(s -> statement(depth + 1, s));
    }

    private void line(int depth, String content) {
        text.append("\t".repeat(depth)).append(content).append('\n');
    }
}
