package folioscope.explore.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which registers are still needed before each operation of a function. */
public final class Liveness {

    private final List<Op> ops;
    private final Body body;
    private final int[] positions;
    private final BitSet[] before;

    /** Looks at a function's {@link Reachable reachable} operations. */
    public Liveness(List<Op> ops, Body body) {
        this.ops = ops;
        this.body = body;
        positions = new int[body.labels()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < ops.size(); i++) {
            if (ops.get(i) instanceof Op.Label l) {
                positions[l.label()] = i;
            }
        }
        before = new BitSet[ops.size() + 1];
        for (int i = 0; i <= ops.size(); i++) {
            before[i] = new BitSet(body.registers());
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = ops.size() - 1; i >= 0; i--) {
                BitSet live = flow(i);
                if (!live.equals(before[i])) {
                    before[i] = live;
                    changed = true;
                }
            }
        }
    }

    /** The registers whose values the operation at this index or what follows needs. */
    public BitSet before(int index) {
        return before[index];
    }

    /** The registers that what follows the operation needs, but for the one it sets. */
    public BitSet across(int index) {
        BitSet live = after(index);
        int target = target(ops.get(index));
        if (target >= 0) {
            live.clear(target);
        }
        return live;
    }

    private BitSet flow(int index) {
        BitSet live = across(index);
        uses(ops.get(index)).forEach(v -> v.registers(live::set));
        return live;
    }

    private BitSet after(int index) {
        BitSet live = new BitSet(body.registers());
        Op op = ops.get(index);
        switch (op) {
        case Op.Jump j -> join(live, j.label());
        case Op.Branch b -> {
            join(live, b.label());
            live.or(before[index + 1]);
        }
        case Op.Switch s -> {
            s.labels().forEach(l -> join(live, l));
            join(live, s.otherwise());
        }
        case Op.Return r -> { }
        case Op.Stop s -> { }
        default -> live.or(before[index + 1]);
        }
        int site = site(op);
        if (site >= 0 && body.sites().get(site).waitIndex() >= 0) {
            join(live, body.waitLabels().get(body.sites().get(site).waitIndex()));
        }
        return live;
    }

    private void join(BitSet live, int label) {
        if (positions[label] >= 0) {
            live.or(before[positions[label]]);
        }
    }

    /** The register that an operation sets, or -1. */
    public static int target(Op op) {
        return switch (op) {
        case Op.Set s -> s.target();
        case Op.Load l -> l.target();
        case Op.Update u -> u.target();
        case Op.Choose c -> c.target();
        case Op.Guess g -> g.target();
        case Op.Call c -> c.target();
        case Op.CallAt c -> c.target();
        default -> -1;
        };
    }

    /** The place that an operation stands at, or -1. */
    public static int site(Op op) {
        return switch (op) {
        case Op.Load l -> l.site();
        case Op.Store s -> s.site();
        case Op.Update u -> u.site();
        case Op.Lock l -> l.site();
        case Op.Prepare p -> p.site();
        case Op.Sleep s -> s.site();
        case Op.Wake w -> w.site();
        case Op.Begin b -> b.site();
        case Op.AwaitBegin a -> a.site();
        case Op.AwaitTest a -> a.site();
        case Op.Poison p -> p.site();
        case Op.Turn t -> t.site();
        case Op.Call c -> c.site();
        case Op.CallAt c -> c.site();
        default -> -1;
        };
    }

    /** The values that an operation needs. */
    public static List<Val> uses(Op op) {
        return switch (op) {
        case Op.Set s -> List.of(s.value());
        case Op.Load l -> List.of(l.address());
        case Op.Store s -> List.of(s.address(), s.value());
        case Op.Update u -> joined(u.address(), u.values());
        case Op.Lock l -> List.of(l.address());
        case Op.Prepare p -> List.of(p.key());
        case Op.Wake w -> List.of(w.key());
        case Op.AwaitTest a -> List.of(a.condition());
        case Op.Choose c -> List.of(c.count());
        case Op.Report r -> List.of(r.value());
        case Op.Poison p -> List.of(p.address());
        case Op.Call c -> c.arguments();
        case Op.CallAt c -> joined(c.function(), c.arguments());
        case Op.Branch b -> List.of(b.condition());
        case Op.Switch s -> List.of(s.value());
        case Op.Return r -> List.of(r.value());
        case Op.Probe p -> List.of(p.condition());
        default -> List.of();
        };
    }

    private static List<Val> joined(Val first, List<Val> others) {
        List<Val> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
