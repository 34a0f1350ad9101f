package folioscope.model.merge;

import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One function that becomes several: the patch puts a new head into its middle, so that lines which it leaves alone belong to
 * another function afterwards. What a patch shows of such a new function is not all of it; the rest is the old one's.
 *
 * @param joined the old function, and all the new ones in its place, one behind the other with a label at each seam
 * @param parts the edits as they were, in the order of their lines
 */
record Split(FunctionEdit joined, List<FunctionEdit> parts) {

    private static final String SEAM = "__seam";

    /** The functions that the patch splits. */
    static List<Split> among(List<FunctionEdit> edits) {
        List<Split> splits = new ArrayList<>();
        for (FunctionEdit old : edits) {
            if (old.oldSide().isEmpty() || old.newSide().isEmpty()) {
                continue;
            }
            SortedSet<Integer> lines = lines(old.oldSide().get());
            List<FunctionEdit> parts = new ArrayList<>(List.of(old));
            for (FunctionEdit edit : edits) {
                boolean partial = edit.oldName().isEmpty() && !edit.wholeNew() && edit.path().equals(old.path());
                if (partial && edit.newSide().filter(f -> lines(f).stream().anyMatch(lines::contains)).isPresent()) {
                    parts.add(edit);
                }
            }
            if (parts.size() > 1) {
                parts.sort(Comparator.comparingInt(p -> p.newSide().orElseThrow().origin().line()));
                splits.add(new Split(joined(old, parts), List.copyOf(parts)));
            }
        }
        return splits;
    }

    private static SortedSet<Integer> lines(Function function) {
        SortedSet<Integer> lines = new TreeSet<>();
        Walk.statements(function.body(), s -> {
            if (!(s instanceof Stmt.Gap)) {
                lines.add(s.origin().line());
            }
        });
        return lines;
    }

    private static FunctionEdit joined(FunctionEdit old, List<FunctionEdit> parts) {
        List<Stmt> body = new ArrayList<>();
        for (FunctionEdit part : parts) {
            Function side = part.newSide().orElseThrow();
            if (!body.isEmpty()) {
                body.add(new Stmt.Label(SEAM + body.size(), side.origin()));
            }
            body.addAll(side.body().body());
        }
        Function shown = old.newSide().orElseThrow();
        Origin origin = shown.origin();
        Function all = new Function(shown.name(), shown.returns(), shown.parameters(), new Stmt.Block(body, origin),
                shown.presence(), shown.comment(), origin);
        return new FunctionEdit(old.path(), old.oldName(), old.newName(), old.oldSide(), Optional.of(all), old.wholeOld(), false,
                old.problems());
    }

    /** A merged body cut at its seams, a function for each part; nothing if a seam was lost or lies within a statement. */
    List<Function> cut(Function merged) {
        List<List<Stmt>> bodies = new ArrayList<>(List.of(new ArrayList<>()));
        for (Stmt stmt : merged.body().body()) {
            if (stmt instanceof Stmt.Label label && label.name().startsWith(SEAM)) {
                bodies.add(new ArrayList<>());
            } else {
                bodies.get(bodies.size() - 1).add(stmt);
            }
        }
        List<Function> functions = new ArrayList<>();
        for (int i = 0; bodies.size() == parts.size() && i < bodies.size(); i++) {
            Function shown = parts.get(i).newSide().orElseThrow();
            boolean old = parts.get(i).newName().equals(joined.newName());
            Function head = old ? Heads.carriedOver(merged, parts.get(i)) : shown;
            functions.add(new Function(parts.get(i).newName(), head.returns(), head.parameters(),
                    new Stmt.Block(bodies.get(i), merged.body().origin()), List.of(), merged.comment(), head.origin()));
        }
        return functions;
    }
}
