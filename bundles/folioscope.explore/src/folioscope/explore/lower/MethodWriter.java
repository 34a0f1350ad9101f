package folioscope.explore.lower;

import folioscope.skeleton.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a lowered function as a Java method. A thread that has to stop inside keeps the registers that are still
 * needed in its frame and returns; it comes back through the {@code case} with the place's number, which fetches them
 * again. Only numbers and escaped comments come from the program.
 */
final class MethodWriter {

    private final Body body;
    private final boolean comments;
    private final List<Op> ops;
    private final Liveness liveness;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder restores = new StringBuilder();
    private final List<Integer> frames = new ArrayList<>(List.of(0));
    private final List<Boolean> calls = new ArrayList<>(List.of(false));
    private final List<Integer> sites = new ArrayList<>(List.of(-1));
    private final BitSet targeted = new BitSet();
    private final int firstCase;
    private final int[] awaitAt;
    private int nextCase;
    private int lastSite = -1;

    MethodWriter(Body body, boolean comments) {
        this.body = body;
        this.comments = comments;
        this.ops = new Reachable(body).ops();
        this.liveness = new Liveness(ops, body);
        this.firstCase = 1 + (int) ops.stream().filter(o -> Liveness.site(o) >= 0).count();
        this.nextCase = firstCase + body.labels();
        this.awaitAt = new int[body.sites().size()];
        targeted.or(Reachable.targets(ops, body));
    }

    Written written() {
        line("public int run(Machine r, int fp, int pc, int a0, int a1, int a2, int a3) {");
        line("final int[] m = r.m;");
        line("final Memory x = r.memory;");
        if (body.registers() > 0) {
            line("int " + IntStream.range(0, body.registers())
                    .mapToObj(i -> "v" + i + (i < body.parameters() && i < 4 ? " = a" + i : " = 0"))
                    .collect(Collectors.joining(", ")) + ";");
        }
        line("for (;;) switch (pc) {");
        line("case 0:");
        line("if (fp >= r.high || ++r.calls > Machine.MOST_CALLS) return r.deep(this);");
        for (int i = 4; i < body.parameters(); i++) {
            line("v" + i + " = r.more[" + (i - 4) + "];");
        }
        for (int i = 0; i < ops.size(); i++) {
            comment(ops.get(i));
            write(ops.get(i), i);
        }
        out.append(restores);
        line("default: throw new IllegalStateException();");
        line("}");
        line("}");
        return new Written(out.toString(), frames, calls, sites);
    }

    private void comment(Op op) {
        int site = Liveness.site(op);
        if (comments && site >= 0 && site != lastSite) {
            Origin origin = body.sites().get(site).origin();
            line("// " + JavaWriter.escaped(origin.toString()));
            lastSite = site;
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void write(Op op, int i) {
        switch (op) {
        case Op.Set s -> line("v" + s.target() + " = " + s.value().integer() + ";");
        case Op.Load l -> {
            step("x.reads(" + l.address().integer() + ")", i, l.site());
            line("v" + l.target() + " = x.get(this, " + l.site() + ", " + l.address().integer() + ");");
        }
        case Op.Store s -> {
            step("x.writes(" + s.address().integer() + ")", i, s.site());
            line("x.set(this, " + s.site() + ", " + s.address().integer() + ", " + s.value().integer() + ");");
        }
        case Op.Update u -> {
            step("x.writes(" + u.address().integer() + ")", i, u.site());
            line("v" + u.target() + " = x." + u.kind() + "(this, " + u.site() + ", " + u.address().integer()
                    + u.values().stream().map(v -> ", " + v.integer()).collect(Collectors.joining()) + ");");
        }
        case Op.Lock l -> {
            int place = step("x.writes(" + l.address().integer() + ")", i, l.site(), true);
            line("if (!r.lock(this, " + l.site() + ", " + l.address().integer() + ")) { if (r.held(this, " + l.site()
                    + ", "
                    + l.address().integer() + ")) return 0; " + leave(liveness.before(i), place) + " }");
        }
        case Op.Prepare p -> {
            step("x.queues(" + p.key().integer() + ")", i, p.site());
            line("x.prepare(this, " + p.key().integer() + ");");
        }
        case Op.Sleep s -> {
            int place = step("", i, s.site(), true);
            line("if (r.asleep()) { if (r.held(this, " + s.site() + ", 0)) return 0; "
                    + leave(liveness.before(i), place) + " }");
        }
        case Op.Finish f -> line("x.finish();");
        case Op.Wake w -> {
            step("x.wakes(" + w.key().integer() + ")", i, w.site());
            line("x.wake(" + w.key().integer() + ");");
        }
        case Op.Begin b -> {
            step("x.interleaved()", i, b.site());
            line("x.begin();");
        }
        case Op.End e -> line("x.end();");
        case Op.AwaitBegin a -> {
            awaitAt[a.site()] = i;
            step("", i, a.site(), true);
            line("x.open();");
        }
        case Op.AwaitTest a ->
                line("if (r.fails(" + a.condition().truth() + ")) { if (r.held(this, " + a.site() + ", 0)) return 0; "
                + leave(liveness.before(awaitAt[a.site()]), placeOf(a.site())) + " }");
        case Op.Choose c -> line("v" + c.target() + " = r.choose(" + c.count().integer() + ");");
        case Op.Guess g -> line("v" + g.target() + " = r.guess(this);");
        case Op.Note n -> line("u[" + n.unknown() + "] = r.yes;");
        case Op.Report r -> report(r);
        case Op.Poison p -> {
            step("x.strikes(" + p.address().integer() + ")", i, p.site());
            line("x." + p.kind() + "(this, " + p.site() + ", " + p.address().integer() + ");");
        }
        case Op.Call c -> call("f[" + c.callee() + "]", c.target(), c.arguments(), i, c.site());
        case Op.CallAt c ->
                call("r.at(this, " + c.site() + ", " + c.function().integer() + ")", c.target(), c.arguments(), i, c
                .site());
        case Op.Label l -> {
            if (targeted.get(l.label())) {
                line("case " + (firstCase + l.label()) + ":");
            }
        }
        case Op.Jump j -> line(go(j.label()));
        case Op.Branch b -> line("if (" + b.condition().truth() + ") { " + go(b.label()) + " }");
        case Op.Switch s -> select(s);
        case Op.Return r -> line("return " + r.value().integer() + ";");
        case Op.Stop s -> line("return r.leave();");
        case Op.Turn t -> {
            int place = place(liveness.before(i), t.site(), false, false, -1);
            line("if (++r.turns > Machine.MOST_TURNS) { if (r.endless(this, " + t.site() + ")) return 0; "
                    + leave(liveness.before(i), place) + " }");
            line("case " + (nextCase++) + ":");
        }
        case Op.Probe p -> line("if (r.probe) return " + p.condition().integer() + ";");
        case Op.Clear c -> line("x.clear(this);");
        }
    }

    private void report(Op.Report r) {
        switch (r.kind()) {
        case "assume" -> line("if (!(" + r.value().truth() + ")) return r.drop();");
        case "check" -> line("if (!(" + r.value().truth() + ")) return r.check(this, " + r.site() + ");");
        case "bug" -> line("if (r.yes) return r.bug(this, " + r.site() + ");");
        case "warn" -> line("r.warn(this, " + r.site() + ");");
        default -> line("r.observe(this, " + r.site() + ", " + r.value().integer() + ");");
        }
    }

    private void select(Op.Switch s) {
        line("switch (" + s.value().integer() + ") {");
        for (int k = 0; k < s.keys().size(); k++) {
            line("case " + s.keys().get(k) + ": pc = " + (firstCase + s.labels().get(k)) + "; break;");
        }
        line("default: pc = " + (firstCase + s.otherwise()) + ";");
        line("}");
        line("continue;");
    }

    private String go(int label) {
        return "pc = " + (firstCase + label) + "; continue;";
    }

    private int step(String condition, int index, int site) {
        return step(condition, index, site, false);
    }

    /** Writes a place where the thread may stop before its next access, and the way back to it. */
    private int step(String condition, int index, int site, boolean blocking) {
        int place = place(liveness.before(index), site, false, blocking, -1);
        if (!condition.isEmpty()) {
            line("if (" + condition + ") { " + leave(liveness.before(index), place) + " }");
        }
        line("case " + (nextCase++) + ":");
        return place;
    }

    private int placeOf(int site) {
        return sites.lastIndexOf(site);
    }

    private int place(BitSet live, int site, boolean call, boolean blocking, int target) {
        int place = frames.size();
        frames.add(live.cardinality() + 1);
        calls.add(call);
        sites.add(site);
        restores.append("case ").append(place).append(": ");
        int[] registers = live.stream().toArray();
        for (int n = 0; n < registers.length; n++) {
            restores.append('v').append(registers[n]).append(" = m[fp + ").append(n + 1).append("]; ");
        }
        if (target >= 0) {
            restores.append('v').append(target).append(" = r.ret; ");
        }
        int wait = body.sites().get(site).waitIndex();
        if (wait >= 0) {
            restores.append("if (r.probe) { ").append(go(body.waitLabels().get(wait))).append(" } ");
        }
        if (blocking) {
            restores.append("r.fresh = true; ");
        }
        restores.append("pc = ").append(nextCase).append("; continue;\n");
        return place;
    }

    private String leave(BitSet live, int place) {
        return keeps(live) + "return r.stop(this, fp, " + place + ", " + (live.cardinality() + 1) + ");";
    }

    private static String keeps(BitSet live) {
        int[] registers = live.stream().toArray();
        return IntStream.range(0, registers.length)
                .mapToObj(n -> "r.keep(this, fp + " + (n + 1) + ", v" + registers[n] + "); ")
                .collect(Collectors.joining());
    }

    private void call(String callee, int target, List<Val> arguments, int index, int site) {
        BitSet live = liveness.across(index);
        int place = place(live, site, true, false, target);
        for (int i = 4; i < arguments.size() && i < 68; i++) {
            line("r.more[" + (i - 4) + "] = " + arguments.get(i).integer() + ";");
        }
        String first = IntStream.range(0, 4)
                .mapToObj(i -> ", " + (i < arguments.size() ? arguments.get(i).integer() : "0"))
                .collect(Collectors.joining());
        line("v" + target + " = " + callee + ".run(r, fp + " + (live.cardinality() + 1) + ", 0" + first + ");");
        line("if (r.out != 0) { " + keeps(live) + "return r.hold(this, fp, " + place + "); }");
        line("case " + (nextCase++) + ":");
    }
}
