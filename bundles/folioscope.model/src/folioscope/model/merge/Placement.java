package folioscope.model.merge;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Stmt;
import java.util.List;
import java.util.SortedMap;

/** Where the lines that a patch adds go in the model's function. */
final class Placement {

    private final Flat older;
    private final Flat ours;
    private final List<ItemDiff.Op> ops;
    private final Alignment alignment;
    private final boolean[] relevantOld;
    private final Flat newer;

    Placement(Flat older, Flat newer, Flat ours, List<ItemDiff.Op> ops, Alignment alignment, boolean[] relevantOld) {
        this.older = older;
        this.newer = newer;
        this.ours = ours;
        this.ops = ops;
        this.alignment = alignment;
        this.relevantOld = relevantOld;
    }

    /** The model's line before which an added line goes, or -1 where nothing around it was found. */
    int of(int step) {
        int back = 0;
        int behind = -1;
        int nearest = -1;
        for (int i = step - 1; i >= 0 && behind < 0; i--) {
            int old = ops.get(i).older();
            if (old >= 0) {
                back++;
                nearest = nearest < 0 ? old : nearest;
                behind = alignment.found(old) ? outside(alignment.model()[old] + 1, old, nearest) : -1;
                if (older.items().get(old).kind() == Item.Kind.GAP) {
                    break;
                }
            }
        }
        int forth = 0;
        int ahead = -1;
        for (int i = step + 1; i < ops.size() && ahead < 0; i++) {
            int old = ops.get(i).older();
            if (old >= 0) {
                forth++;
                ahead = alignment.found(old) ? alignment.model()[old] : -1;
                if (older.items().get(old).kind() == Item.Kind.GAP) {
                    break;
                }
            }
        }
        if (behind >= 0 && ahead >= 0) {
            return back <= forth ? behind : ahead;
        }
        if (behind >= 0 || ahead >= 0) {
            return Math.max(behind, ahead);
        }
        int end = atAnEnd(step);
        return end >= 0 ? end : behindAStatement(step);
    }

    /**
     * Where a hunk shows no more around an added line than the end of a statement: behind the first statement that ends once what
     * the line reads is set. Of a line that reads nothing that the function sets, nobody can say.
     */
    private int behindAStatement(int step) {
        int old = step - 1;
        while (old >= 0 && ops.get(old).older() < 0) {
            old--;
        }
        if (old < 0 || older.items().get(ops.get(old).older()).kind() != Item.Kind.CLOSE) {
            return -1;
        }
        SortedMap<String, Integer> first = Needs.Ready.of(ours).first();
        int set = Names.of(newer.items().get(ops.get(step).newer())).plain().stream().mapToInt(n -> first.getOrDefault(n, -1)).max().orElse(-1);
        for (int i = set + 1; set >= 0 && i < ours.items().size(); i++) {
            if (ours.items().get(i).kind() == Item.Kind.CLOSE && ours.parent()[i] == ours.parent()[set]) {
                return i + 1;
            }
        }
        return -1;
    }

    /**
     * The place behind the statements that end between a line that was found and the one before the added line: a hunk that
     * begins within a statement shows its end but not its head. A statement that is shown whole and that the model does not have
     * is none to leave.
     */
    private int outside(int at, int found, int nearest) {
        int place = at;
        int block = older.items().get(found).kind().opens() ? found : older.parent()[found];
        while (block >= 0 && older.partner()[block] >= 0 && older.partner()[block] > found && older.partner()[block] <= nearest) {
            int around = place < ours.items().size() && dependent(ours.items().get(place)) ? ours.partner()[place]
                    : place > 0 && ours.items().get(place - 1).kind().opens() ? place - 1 : ours.parent()[place - 1];
            boolean same = alignment.found(block) && alignment.model()[block] == around;
            boolean last = place < ours.items().size() && dependent(ours.items().get(place));
            if (around < 0 || !same && !(cut(older.items().get(block)) && last)) {
                return place;
            }
            place = ours.partner()[around] + 1;
            block = older.parent()[block];
        }
        return place;
    }

    private static boolean dependent(Item item) {
        return item.kind() == Item.Kind.CLOSE || item.kind() == Item.Kind.ELSE;
    }

    /** Whether the head of the statement is one that the patch does not show. */
    private static boolean cut(Item head) {
        return head.stmt() instanceof Stmt.If i && i.condition() instanceof Expr.Unknown
                || head.stmt() instanceof Stmt.Loop l && l.condition().filter(c -> c instanceof Expr.Unknown).isPresent();
    }

    /** The first or last line of the model's function, if the patch shows that end and nothing that matters lies between. */
    private int atAnEnd(int step) {
        int last = older.items().size() - 1;
        boolean head = last < 0 || older.items().get(0).kind() != Item.Kind.GAP;
        boolean tail = last >= 0 && older.items().get(last).kind() != Item.Kind.GAP;
        for (int i = 0; i < ops.size(); i++) {
            boolean weighs = ops.get(i).older() >= 0 && relevantOld[ops.get(i).older()];
            head &= !(weighs && i < step);
            tail &= !(weighs && i > step);
        }
        return head ? 0 : tail ? ours.items().size() : -1;
    }
}
