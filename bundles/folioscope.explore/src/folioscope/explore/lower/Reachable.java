package folioscope.explore.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The operations of a function that can be reached, without jumps to what follows anyway. */
public final class Reachable {

    private final List<Op> all;
    private final Body body;
    private final int[] positions;

    /** Looks at a function. */
    public Reachable(Body body) {
        this.body = body;
        this.all = body.ops();
        positions = new int[body.labels()];
        Arrays.fill(positions, all.size());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Op.Label l) {
                positions[l.label()] = i;
            }
        }
    }

    /** The operations, in their order. */
    public List<Op> ops() {
        BitSet seen = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(0));
        while (!open.isEmpty()) {
            int at = open.remove(open.size() - 1);
            while (at < all.size() && !seen.get(at)) {
                seen.set(at);
                Op op = all.get(at);
                successors(op).forEach(l -> open.add(positions[l]));
                at = falls(op) ? at + 1 : all.size();
            }
        }
        List<Op> kept = new ArrayList<>();
        for (int i = seen.nextSetBit(0); i >= 0; i = seen.nextSetBit(i + 1)) {
            if (!(all.get(i) instanceof Op.Jump j && follows(i, j.label(), seen))) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private boolean follows(int index, int label, BitSet seen) {
        for (int i = seen.nextSetBit(index + 1); i >= 0 && all.get(i) instanceof Op.Label l; i = seen
                .nextSetBit(i + 1)) {
            if (l.label() == label) {
                return true;
            }
        }
        return false;
    }

    private static boolean falls(Op op) {
        return !(op instanceof Op.Jump || op instanceof Op.Switch || op instanceof Op.Return || op instanceof Op.Stop);
    }

    private List<Integer> successors(Op op) {
        return switch (op) {
        case Op.Jump j -> List.of(j.label());
        case Op.Branch b -> List.of(b.label());
        case Op.Switch s -> {
            List<Integer> labels = new ArrayList<>(s.labels());
            labels.add(s.otherwise());
            yield labels;
        }
        default -> List.of();
        };
    }

    /** The labels that something goes to. */
    public static BitSet targets(List<Op> ops, Body body) {
        BitSet targets = new BitSet();
        for (Op op : ops) {
            switch (op) {
            case Op.Jump j -> targets.set(j.label());
            case Op.Branch b -> targets.set(b.label());
            case Op.Switch s -> {
                s.labels().forEach(targets::set);
                targets.set(s.otherwise());
            }
            default -> { }
            }
            int site = Liveness.site(op);
            if (site >= 0 && body.sites().get(site).waitIndex() >= 0) {
                targets.set(body.waitLabels().get(body.sites().get(site).waitIndex()));
            }
        }
        return targets;
    }
}
