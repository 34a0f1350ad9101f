package folioscope.model.merge;

import folioscope.skeleton.Stmt;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What relevant lines depend on: a variable that a patch brings must get its values too, or it would stay 0 unnoticed. */
final class Dependence {

    private Dependence() {
    }

    /** The locals that count with those that added lines declare and that relevant lines use, directly or through one another. */
    static SortedSet<String> closed(SortedSet<String> locals, List<ItemDiff.Op> ops, Flat newer, Relevance relevance) {
        SortedSet<String> brought = new TreeSet<>();
        ops.stream().filter(op -> op.older() < 0).map(op -> newer.items().get(op.newer()).stmt())
                .forEach(s -> declared(s, brought));
        SortedSet<String> closed = new TreeSet<>(locals);
        while (!brought.isEmpty()) {
            SortedSet<String> used = used(newer, relevance.of(newer, closed));
            used.retainAll(brought);
            if (used.isEmpty()) {
                break;
            }
            closed.addAll(used);
            brought.removeAll(used);
        }
        return closed;
    }

    private static void declared(Stmt stmt, SortedSet<String> names) {
        if (stmt instanceof Stmt.Declare d) {
            names.add(d.name());
        }
    }

    private static SortedSet<String> used(Flat flat, boolean[] relevant) {
        SortedSet<String> used = new TreeSet<>();
        for (int i = 0; i < relevant.length; i++) {
            if (relevant[i] && flat.items().get(i).kind().stands()) {
                used.addAll(Names.of(flat.items().get(i)).plain());
            }
        }
        return used;
    }
}
