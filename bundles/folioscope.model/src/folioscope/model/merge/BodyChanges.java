package folioscope.model.merge;

import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * In what the bodies of two states of a function differ, as changes that can be taken back one by one: lines that stand in the
 * place of others are one change, likewise the head and the end of a statement; what only came in or only went is a change line by
 * line. Changes are numbered from 0 in the order of the function.
 */
public final class BodyChanges {

    private final Function before;
    private final Function after;
    private final Flat older;
    private final Flat newer;
    private final List<ItemDiff.Op> ops;

    /** For each step the change that it belongs to, -1 for lines that stay. */
    private final int[] change;
    private final int size;

    private BodyChanges(Function before, Function after) {
        this.before = before;
        this.after = after;
        this.older = Flat.of(before.body());
        this.newer = Flat.of(after.body());
        this.ops = ItemDiff.between(older, newer);
        int[] first = together();
        SortedMap<Integer, Integer> numbers = new TreeMap<>();
        this.change = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            change[i] = first[i] < 0 ? -1 : numbers.computeIfAbsent(first[i], k -> numbers.size());
        }
        this.size = numbers.size();
    }

    /** What makes the one of the other. */
    public static BodyChanges between(Function before, Function after) {
        return new BodyChanges(before, after);
    }

    /** What makes up a function that was not there before. */
    public static BodyChanges of(Function fresh) {
        return between(new Function(fresh.name(), fresh.returns(), fresh.parameters(), new Stmt.Block(List.of(), fresh.body().origin()),
                fresh.presence(), fresh.comment(), fresh.origin()), fresh);
    }

    /** How many changes there are; none where the bodies are the same. */
    public int size() {
        return size;
    }

    /** A condition that stays as it is, with the statements that it guards on the one side and on the other. */
    public record Kept(Stmt.If before, Stmt.If after) { }

    /** The conditions that read the same on both sides, in their order. */
    public List<Kept> conditions() {
        List<Kept> kept = new ArrayList<>();
        for (ItemDiff.Op op : ops) {
            if (op.keeps() && older.items().get(op.older()).kind() == Item.Kind.IF && older.items().get(op.older()).stmt() instanceof Stmt.If b
                    && newer.items().get(op.newer()).stmt() instanceof Stmt.If a) {
                kept.add(new Kept(b, a));
            }
        }
        return kept;
    }

    /** For each step the first step of its change. */
    private int[] together() {
        int[] first = new int[ops.size()];
        for (int from = 0; from < first.length; from++) {
            int end = from;
            while (end < first.length && !ops.get(end).keeps()) {
                end++;
            }
            boolean instead = instead(from, end);
            for (int i = from; i < end; i++) {
                first[i] = instead ? from : i;
            }
            if (end < first.length) {
                first[end] = -1;
            }
            from = end;
        }
        for (int i = 0; i < first.length; i++) {
            int other = partner(i);
            if (first[i] >= 0 && other >= 0) {
                join(first, first[i], first[other]);
            }
        }
        return first;
    }

    /** Whether lines come in where others go. */
    private boolean instead(int from, int end) {
        List<ItemDiff.Op> run = ops.subList(from, end);
        return run.stream().anyMatch(op -> op.older() >= 0) && run.stream().anyMatch(op -> op.newer() >= 0);
    }

    private static void join(int[] first, int one, int two) {
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] == Math.max(one, two) ? Math.min(one, two) : first[i];
        }
    }

    /** The step of the statement's head, for a line that closes or divides it; -1 for others. */
    private int partner(int step) {
        ItemDiff.Op op = ops.get(step);
        boolean old = op.older() >= 0;
        int head = op.keeps() ? -1 : old ? older.partner()[op.older()] : newer.partner()[op.newer()];
        for (int i = 0; i < ops.size() && head >= 0; i++) {
            if (!ops.get(i).keeps() && head == (old ? ops.get(i).older() : ops.get(i).newer())) {
                return i;
            }
        }
        return -1;
    }

    /** The function after with some changes taken back; none where what is left is no function. */
    public Optional<Function> takenBack(SortedSet<Integer> back) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ops.size(); i++) {
            ItemDiff.Op op = ops.get(i);
            boolean undone = back.contains(change[i]);
            if (op.newer() >= 0 && !undone) {
                items.add(newer.items().get(op.newer()));
            } else if (op.newer() < 0 && undone) {
                items.add(older.items().get(op.older()));
            }
        }
        return Flat.rebuilt(items, after.body()).map(body -> new Function(after.name(), after.returns(), after.parameters(), body,
                after.presence(), after.comment(), after.origin()));
    }

    /** Where the lines stand that a change brings in, takes out or alters, on either side. */
    public Set<Origin> lines(int number) {
        Set<Origin> lines = new HashSet<>();
        for (int i = 0; i < ops.size(); i++) {
            if (change[i] == number) {
                ItemDiff.Op op = ops.get(i);
                lines.add(op.older() >= 0 ? older.items().get(op.older()).origin() : newer.items().get(op.newer()).origin());
            }
        }
        return lines;
    }

    @Override
    public String toString() {
        return size + " changes between " + before.name() + "() and " + after.name() + "()";
    }
}
