package folioscope.model.merge;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the lines that a patch adds need to find where they go. A hunk often begins behind a line that stands in a function more
 * than once, such as a {@code goto}; what is added behind it goes where its locals have got their values.
 *
 * @param names by line of the old side, what the lines that are added directly behind it name
 */
record Needs(TreeMap<Integer, SortedSet<String>> names) {

    /** Nothing is added. */
    static Needs none() {
        return new Needs(new TreeMap<>());
    }

    /** What is added behind each line of the old side, up to the next that stays. */
    static Needs of(List<ItemDiff.Op> ops, Flat older, Flat newer) {
        TreeMap<Integer, SortedSet<String>> names = new TreeMap<>();
        int behind = -1;
        for (ItemDiff.Op op : ops) {
            if (op.older() >= 0) {
                behind = older.items().get(op.older()).kind().stands() ? op.older() : behind;
            } else if (behind >= 0) {
                names.computeIfAbsent(behind, k -> new TreeSet<>()).addAll(Names.of(newer.items().get(op.newer())).plain());
            }
        }
        return new Needs(names);
    }

    /** Whether each local that is needed behind the line, and that the model sets at all, is set before the model's line. */
    boolean metAt(int line, Ready ready, int modelLine) {
        return names.containsKey(line) && names.get(line).stream().allMatch(n -> ready.first().getOrDefault(n, -1) < modelLine);
    }

    /**
     * Where locals get their first value.
     *
     * @param first by name, the first line of the model's function that sets it
     */
    record Ready(TreeMap<String, Integer> first) {

        static Ready of(Flat model) {
            TreeMap<String, Integer> first = new TreeMap<>();
            for (int i = 0; i < model.items().size(); i++) {
                for (String name : set(model.items().get(i))) {
                    first.putIfAbsent(name, i);
                }
            }
            return new Ready(first);
        }

        private static List<String> set(Item item) {
            List<String> names = new ArrayList<>();
            if (item.kind().stands() && item.kind() != Item.Kind.CASE) {
                if (item.stmt() instanceof Stmt.Declare d && d.init().isPresent()) {
                    names.add(d.name());
                }
                Walk.heads(item.stmt()).forEach(e -> Walk.expressions(e, x -> {
                    if (x instanceof Expr.Assign a && a.target() instanceof Expr.Name n) {
                        names.add(n.name());
                    }
                }));
            }
            return names;
        }
    }
}
