package folioscope.skeleton.c;

import java.util.List;

import folioscope.skeleton.Stmt;

/** Asks whether a loop body jumps out of, or to the end of, its loop. */
final class Jumps {

    private Jumps() {
    }

    /** Whether a {@code break} or {@code continue} in the block belongs to the loop around it. */
    static boolean leave(Stmt.Block block) {
        return leave(block.body(), true);
    }

    private static boolean leave(List<Stmt> body, boolean breaks) {
        return body.stream().anyMatch(stmt -> switch (stmt) {
            case Stmt.Break b -> breaks;
            case Stmt.Continue c -> true;
            case Stmt.Block b -> leave(b.body(), breaks);
            case Stmt.If i -> leave(i.then().body(), breaks) || i.otherwise().map(o -> leave(o.body(), breaks)).orElse(false);
            case Stmt.Switch s -> s.cases().stream().anyMatch(c -> leave(c.body(), false));
            default -> false;
        });
    }
}
