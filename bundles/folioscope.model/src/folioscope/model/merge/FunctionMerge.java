package folioscope.model.merge;

import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One function's merge. Lines that the patch leaves alone stay as the model has them; removed lines are taken out where they
 * are found; added lines go where their neighbours in the patch stand in the model. A group of changed lines with a removed line
 * that the model does not have is a conflict and is left out whole.
 */
final class FunctionMerge {

    private final Function model;
    private final Flat older;
    private final Flat newer;
    private final Flat ours;
    private final List<ItemDiff.Op> ops;
    private final Alignment alignment;
    private final Alignment after;
    private final Relevance relevance;
    private final boolean[] relevantOld;
    private final boolean[] relevantNew;
    private final Placement placement;

    FunctionMerge(Function model, FunctionEdit edit, Relevance relevance) {
        this.model = model;
        this.relevance = relevance;
        this.older = flat(edit.oldSide());
        this.newer = flat(edit.newSide());
        this.ours = Flat.of(model.body());
        this.ops = ItemDiff.between(older, newer);
        this.alignment = Alignment.of(older, ours, Needs.of(ops, older, newer));
        this.after = Alignment.of(newer, ours);
        this.relevantOld = relevance.of(older, locals(edit.oldSide(), relevance));
        SortedSet<String> known = Dependence.closed(locals(edit.newSide(), relevance), ops, newer, relevance);
        this.relevantNew = relevance.of(newer, known);
        this.placement = new Placement(older, newer, ours, ops, alignment, relevantOld);
        standIns(relevance, known);
    }

    /**
     * A call of a function that nobody defines, alone in the place of lines that matter, may do what they did: it is carried over,
     * and what it does to a page stays open.
     */
    private void standIns(Relevance relevance, SortedSet<String> known) {
        for (int from = 0; from < ops.size(); from++) {
            int end = from;
            boolean removes = false;
            boolean adds = false;
            for (; end < ops.size() && !ops.get(end).keeps(); end++) {
                ItemDiff.Op op = ops.get(end);
                removes |= op.older() >= 0 && relevantOld[op.older()] && older.items().get(op.older()).kind().stands();
                adds |= op.older() < 0 && relevantNew[op.newer()] && newer.items().get(op.newer()).kind().stands();
            }
            for (int i = from; removes && !adds && i < end; i++) {
                int added = ops.get(i).newer();
                if (added >= 0) {
                    relevantNew[added] |= relevance.opaque(newer.items().get(added), known);
                }
            }
            from = end;
        }
    }

    private static Flat flat(Optional<Function> side) {
        return side.map(f -> Flat.of(f.body())).orElseGet(() -> Flat.of(List.<Item>of()));
    }

    /** Names of locals and parameters that the model's function has, and of those in the patch's side whose value the model knows. */
    private SortedSet<String> locals(Optional<Function> side, Relevance relevance) {
        SortedSet<String> names = new TreeSet<>();
        for (Function f : side.map(s -> List.of(model, s)).orElse(List.of(model))) {
            f.parameters().forEach(p -> names.add(p.name()));
            Walk.statements(f.body(), s -> {
                if (s instanceof Stmt.Declare d && (f == model || d.init().map(i -> relevance.touches(Names.of(i))).orElse(false))) {
                    names.add(d.name());
                }
            });
        }
        return names;
    }

    /** What became of one line of either side. */
    enum Fate { MERGED, EQUIVALENT, CONFLICT, IRRELEVANT }

    /** The fates of the lines of both sides, by index of their flat items, and the merged function if anything changed. */
    record Result(Optional<Function> merged, List<LineFate> fates, double explained, double seen) {
        boolean conflicts() {
            return fates.stream().anyMatch(f -> f.fate() == Fate.CONFLICT);
        }
    }

    /** One line's fate; the origin tells side and line, {@code model} which line of the model it is or was, if any. */
    record LineFate(Origin origin, Fate fate, Optional<Origin> model) { }

    Result result() {
        boolean[] conflict = conflicts();
        Optional<Stmt.Block> body = Flat.rebuilt(carriedOver(conflict), model.body());
        if (body.isEmpty()) {
            Arrays.fill(conflict, true);
        }
        boolean applied = body.isPresent() && changes(conflict);
        Optional<Function> merged = body.filter(b -> applied).map(b -> new Function(model.name(), model.returns(),
                model.parameters(), b, model.presence(), model.comment(), model.origin()));
        return new Result(merged, fates(conflict), explained(), seen());
    }

    private boolean changes(boolean[] conflict) {
        for (int i = 0; i < ops.size(); i++) {
            if (!ops.get(i).keeps() && !conflict[i] && relevant(ops.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean relevant(ItemDiff.Op op) {
        return op.older() >= 0 ? relevantOld[op.older()] : relevantNew[op.newer()];
    }

    /** For each step whether it belongs to a group in which a removed relevant line was not found. */
    private boolean[] conflicts() {
        int[] group = groups();
        boolean[] bad = new boolean[ops.size() + 1];
        for (int i = 0; i < ops.size(); i++) {
            ItemDiff.Op op = ops.get(i);
            boolean stands = op.older() >= 0 && older.items().get(op.older()).kind().stands();
            if (!op.keeps() && stands && relevantOld[op.older()] && !alignment.sure(op.older())
                    && !relevance.idle(older.items().get(op.older()))) {
                bad[group[i]] = true;
            }
            if (op.older() < 0 && relevantNew[op.newer()] && newer.items().get(op.newer()).kind().stands() && place(i) < 0
                    && !relevance.idle(newer.items().get(op.newer()))) {
                bad[group[i]] = true;
            }
        }
        boolean[] conflict = new boolean[ops.size()];
        for (int i = 0; i < ops.size(); i++) {
            conflict[i] = !ops.get(i).keeps() && bad[group[i]];
        }
        return conflict;
    }

    /** Changed steps without a kept relevant line between them are one group; heads and ends of one statement as well. */
    private int[] groups() {
        int[] group = new int[ops.size()];
        int next = 0;
        boolean inside = false;
        for (int i = 0; i < ops.size(); i++) {
            if (ops.get(i).keeps()) {
                inside &= !relevantOld[ops.get(i).older()];
            } else {
                next = inside ? next : next + 1;
                inside = true;
            }
            group[i] = next;
        }
        for (int i = 0; i < ops.size(); i++) {
            int other = partnerStep(i);
            if (other >= 0 && !ops.get(i).keeps() && group[other] != group[i]) {
                int from = group[other];
                int to = group[i];
                for (int k = 0; k < group.length; k++) {
                    group[k] = group[k] == from ? to : group[k];
                }
            }
        }
        return group;
    }

    private int partnerStep(int i) {
        ItemDiff.Op op = ops.get(i);
        Flat flat = op.older() >= 0 ? older : newer;
        int partner = flat.partner()[op.older() >= 0 ? op.older() : op.newer()];
        for (int k = 0; partner >= 0 && k < ops.size(); k++) {
            if ((op.older() >= 0 ? ops.get(k).older() : ops.get(k).newer()) == partner) {
                return k;
            }
        }
        return -1;
    }

    /** The model's lines with what is not in conflict removed and added. */
    private List<Item> carriedOver(boolean[] conflict) {
        boolean[] gone = new boolean[ours.items().size()];
        List<List<Item>> before = new ArrayList<>();
        for (int i = 0; i <= gone.length; i++) {
            before.add(new ArrayList<>());
        }
        for (int i = 0; i < ops.size(); i++) {
            ItemDiff.Op op = ops.get(i);
            if (op.keeps() || conflict[i]) {
                continue;
            }
            if (op.older() >= 0) {
                boolean missing = !alignment.sure(op.older()) && relevance.idle(older.items().get(op.older()));
                if (alignment.found(op.older()) && relevantOld[op.older()] && !missing) {
                    gone[alignment.model()[op.older()]] = true;
                }
            } else if (wanted(op.newer()) && !(place(i) < 0 && relevance.idle(newer.items().get(op.newer())))) {
                before.get(Math.max(0, place(i))).add(mergedWithin(i));
            }
        }
        List<Item> all = new ArrayList<>();
        for (int i = 0; i <= gone.length; i++) {
            all.addAll(before.get(i));
            if (i < gone.length && !gone[i]) {
                all.add(ours.items().get(i));
            }
        }
        return all;
    }

    /**
     * Declarations are carried over even if nothing else speaks for them: they give their names a type. So are the heads and ends
     * of statements around something that stays.
     */
    private boolean wanted(int added) {
        Item item = newer.items().get(added);
        if (relevantNew[added] || item.stmt() instanceof Stmt.Declare && item.kind() == Item.Kind.SIMPLE) {
            return true;
        }
        int head = item.kind().opens() ? added : item.kind().stands() ? -1 : newer.partner()[added];
        return head >= 0 && ops.stream().anyMatch(op -> op.keeps() && op.newer() > head && op.newer() < newer.partner()[head]
                && alignment.found(op.older()));
    }

    /** An added line that takes the place of a removed one is merged with the model's line within, if that reads otherwise. */
    private Item mergedWithin(int step) {
        Item theirs = newer.items().get(ops.get(step).newer());
        int from = step;
        while (from > 0 && !ops.get(from - 1).keeps()) {
            from--;
        }
        for (int i = from; i < ops.size() && !ops.get(i).keeps(); i++) {
            int old = ops.get(i).older();
            boolean candidate = old >= 0 && alignment.sure(old) && alignment.score()[old] < 10;
            if (candidate && Similarity.of(older.items().get(old), theirs) >= Similarity.SAME) {
                return ThreeWay.merged(older.items().get(old), theirs, ours.items().get(alignment.model()[old]));
            }
        }
        return theirs;
    }

    /** The model's line before which an added line goes, or -1 where nothing around it was found. */
    private int place(int step) {
        return placement.of(step);
    }

    private List<LineFate> fates(boolean[] conflict) {
        List<LineFate> fates = new ArrayList<>();
        boolean already = already();
        for (int i = 0; i < ops.size(); i++) {
            ItemDiff.Op op = ops.get(i);
            Fate fate = op.keeps() ? Fate.EQUIVALENT : !relevant(op) ? Fate.IRRELEVANT
                    : !conflict[i] ? Fate.MERGED : already ? Fate.EQUIVALENT : Fate.CONFLICT;
            if (op.older() >= 0) {
                fates.add(new LineFate(older.items().get(op.older()).origin(), fate, modelLine(op.older())));
            }
            if (op.newer() >= 0) {
                Origin added = newer.items().get(op.newer()).origin();
                fates.add(new LineFate(added, fate, op.keeps() ? modelLine(op.older()) : Optional.of(added)));
            }
        }
        return fates;
    }

    private Optional<Origin> modelLine(int old) {
        return alignment.found(old) ? Optional.of(ours.items().get(alignment.model()[old]).origin()) : Optional.empty();
    }

    /** Whether the model's function already is what the patch makes of it: nothing removed is there, everything added is. */
    private boolean already() {
        boolean any = false;
        for (int i = 0; i < ops.size(); i++) {
            ItemDiff.Op op = ops.get(i);
            if (op.keeps() || !relevant(op)) {
                continue;
            }
            any |= op.older() < 0;
            if (op.older() >= 0 ? alignment.sure(op.older()) : newer.items().get(op.newer()).kind().stands() && !after.sure(op.newer())) {
                return false;
            }
        }
        return any;
    }

    private double seen() {
        double all = 0;
        for (ItemDiff.Op op : ops) {
            all += op.older() >= 0 && relevantOld[op.older()] && older.items().get(op.older()).kind().stands() ? op.keeps() ? 1 : 3 : 0;
        }
        return all;
    }

    private double explained() {
        double found = 0;
        for (ItemDiff.Op op : ops) {
            if (op.older() >= 0 && relevantOld[op.older()] && older.items().get(op.older()).kind().stands()) {
                found += alignment.score()[op.older()] / 10 * (op.keeps() ? 1 : 3);
            }
        }
        return found - present();
    }

    /** Added lines that the model's function has already, beyond those that the patch saw: the model is too new for the patch. */
    private double present() {
        SortedSet<Integer> seenLines = new TreeSet<>();
        Arrays.stream(alignment.model()).forEach(seenLines::add);
        double present = 0;
        for (ItemDiff.Op op : ops) {
            boolean added = op.older() < 0 && relevantNew[op.newer()] && newer.items().get(op.newer()).kind().stands();
            present += added && after.score()[op.newer()] == 10 && !seenLines.contains(after.model()[op.newer()]) ? 1 : 0;
        }
        return present;
    }
}
