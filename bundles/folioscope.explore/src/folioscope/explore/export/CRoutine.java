package folioscope.explore.export;

import folioscope.explore.lower.Liveness;
import folioscope.explore.lower.Op;
import folioscope.explore.lower.Site;
import folioscope.explore.lower.Val;
import folioscope.skeleton.CText;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes one function as a C function that is entered at a place and gives the next one, or how the step ends. Only
 * numbers, names without special characters and escaped comments come from the program.
 */
final class CRoutine {

    private final Plan plan;
    private final Routine routine;
    private final CValues values;
    private final StringBuilder out = new StringBuilder();
    private final BitSet labels;
    private String lastComment = "";
    private int lastSite;

    CRoutine(Plan plan, Routine routine) {
        this.plan = plan;
        this.routine = routine;
        this.values = new CValues(routine);
        this.labels = routine.labels();
    }

    String text() {
        out.append("\n/* ").append(comment(routine.name() + "(), " + routine.body().origin())).append(" */\nc_code {\n");
        out.append("static int ").append(routine.names().function()).append("(int place)\n{\n");
        if (!routine.names().registers().isEmpty()) {
            line(routine.names().registers().stream().map(r -> r + " = 0").collect(Collectors.joining(", ", "int ", ";")));
        }
        line("switch (place) {");
        line("case " + routine.start().number() + ": fetch(1);" + arguments() + " break;");
        routine.places().forEach(this::restore);
        line("}");
        for (int i = 0; i < routine.ops().size(); i++) {
            Op op = routine.ops().get(i);
            origin(op);
            for (Val used : Liveness.uses(op)) {
                if (plan.wild()) {
                    Operands.tested(used).forEach(p -> when(value(p) + " == WILD", "return quits(LIMITS, " + lastSite + ", 4)"));
                }
                Operands.divisors(used).forEach(d -> when(value(d) + " == 0", "return QUITS"));
            }
            operation(op, i);
        }
        routine.places().stream().filter(p -> p.kind() == Place.Kind.STEP || p.kind() == Place.Kind.BLOCKING)
                .forEach(p -> out.append("leave_").append(p.number()).append(": ").append(save(p))
                        .append(" return STOPPED;\n"));
        return out.append("}\n}\n").toString();
    }

    private String arguments() {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < routine.body().parameters(); n++) {
            text.append(' ').append(register(n)).append(" = argument[").append(n).append("];");
        }
        return text.toString();
    }

    private void restore(Place place) {
        out.append("\tcase ").append(place.number()).append(": fetch(").append(place.size()).append(");");
        for (int i = 0; i < place.live().size(); i++) {
            out.append(' ').append(register(place.live().get(i))).append(" = Frame[").append(i).append("];");
        }
        if (place.target() >= 0) {
            out.append(' ').append(register(place.target())).append(" = Given;");
        }
        if (place.condition() >= 0) {
            out.append(" if (Asking == 1) { Asking = 2; goto ").append(label(place.condition())).append("; }");
        }
        if (place.kind() == Place.Kind.BLOCKING) {
            out.append(" now.fresh = 1;");
        }
        out.append(" goto at_").append(place.number()).append(";\n");
    }

    private String save(Place place) {
        return "SAVE(" + place.live().stream().map(r -> register(r) + ", ").collect(Collectors.joining())
                + place.number() + ");";
    }

    private void origin(Op op) {
        int number = Liveness.site(op);
        if (number < 0) {
            return;
        }
        lastSite = routine.site(number);
        Site site = routine.body().sites().get(number);
        String text = site.origin() + ": " + site.statement().map(CText::of).orElse("");
        if (!text.equals(lastComment)) {
            lastComment = text;
            line("/* " + comment(text) + " */");
        }
    }

    /** Text that may stand in a comment, also in one inside of C inside of Promela. */
    static String comment(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?").replace("/*", "/ *").replace("*/", "* /")
                .replace('\\', '/').replace('"', '`').replace('\'', '`').replace('{', '(').replace('}', ')');
        return plain.length() > 110 ? plain.substring(0, 107) + "..." : plain;
    }

    private String register(int number) {
        return routine.names().register(number);
    }

    private String label(int number) {
        return "L" + number;
    }

    private String value(Val val) {
        return values.of(val);
    }

    private void line(String text) {
        out.append('\t').append(text).append('\n');
    }

    private void when(String condition, String then) {
        line("if (" + condition + ") " + then + ";");
    }

    private void operation(Op op, int i) {
        int site = Liveness.site(op) < 0 ? 0 : routine.site(Liveness.site(op));
        switch (op) {
        case Op.Set s -> line(register(s.target()) + " = " + value(s.value()) + ";");
        case Op.Load l -> {
            before(i, "reads", l.address());
            get(l.address(), register(l.target()), site);
        }
        case Op.Store s -> {
            before(i, "writes", s.address());
            when("set(" + address(s.address()) + ", " + value(s.value()) + ", " + site + ")", "return QUITS");
        }
        case Op.Update u -> {
            before(i, "writes", u.address());
            update(u, site);
        }
        case Op.Lock l -> {
            before(i, "writes", l.address());
            get(l.address(), "Made", site);
            when("Made == 0 ? set(" + value(l.address()) + ", now.thread + 1, " + site + ") : may_set("
                    + value(l.address()) + ", " + site + ")", "return QUITS");
            when("Made != 0", cannot(site, value(l.address()), 0, place(i)));
            line("now.fresh = 0;");
        }
        case Op.Prepare p -> {
            before(i, "queues", p.key());
            when("prepare(" + value(p.key()) + ", " + site + ")", "return QUITS");
        }
        case Op.Sleep s -> {
            at(i);
            when("now.waits[now.thread] != 0", cannot(site, "0", 0, place(i)));
            line("now.fresh = 0;");
        }
        case Op.Finish f -> line("now.waits[now.thread] = 0;");
        case Op.Wake w -> {
            before(i, "wakes", w.key());
            when("wake(" + value(w.key()) + ", " + site + ")", "return QUITS");
        }
        case Op.Poison p -> {
            before(i, "strikes", p.address());
            when("strike(" + address(p.address()) + ", " + (p.kind().equals("poison") ? site : 0) + ", " + site + ")",
                    "return QUITS");
        }
        case Op.Begin b -> {
            routine.at(i).ifPresent(p -> when("OTHERS", "goto leave_" + p.number()));
            at(i);
            line("now.depth++;");
        }
        case Op.End e -> when("now.depth > 0", "now.depth--");
        case Op.AwaitBegin a -> {
            at(i);
            line("now.touched = 0; now.depth++;");
        }
        case Op.AwaitTest a -> awaited(a, site);
        default -> control(op, i, site);
        }
    }

    private void control(Op op, int i, int site) {
        switch (op) {
        case Op.Choose c -> {
            line("Wanted = " + value(c.count()) + ";");
            line("if (Wanted <= 1) " + register(c.target()) + " = 0;");
            line("else if (now.chosen >= 40) return QUITS;");
            choose(place(i));
        }
        case Op.Guess g -> {
            line("Wanted = 2;");
            when("now.guesses < 7", "now.guesses++");
            line("if (now.guesses == 7 || now.chosen >= 40) " + register(g.target()) + " = 0;");
            choose(place(i));
        }
        case Op.Note n -> { }
        case Op.Report r -> report(r);
        case Op.Call c -> call(plan.routine(routine.body().callees().get(c.callee())), c.arguments(), i);
        case Op.CallAt c -> callAt(c, i, site);
        case Op.Label l -> {
            if (labels.get(l.label())) {
                out.append(label(l.label())).append(":;\n");
            }
        }
        case Op.Jump j -> line("goto " + label(j.label()) + ";");
        case Op.Branch b -> when(value(b.condition()), "goto " + label(b.label()));
        case Op.Switch s -> {
            line("switch (" + value(s.value()) + ") {");
            for (int k = 0; k < s.keys().size(); k++) {
                line("case " + s.keys().get(k) + ": goto " + label(s.labels().get(k)) + ";");
            }
            line("default: goto " + label(s.otherwise()) + "; }");
        }
        case Op.Return r -> line("Given = " + value(r.value()) + "; return RETURNED;");
        case Op.Stop s -> line("return QUITS;");
        case Op.Turn t -> {
            when("++now.turns > 200 && now.thread != ALONE && now.depth == 0", "goto leave_" + place(i).number());
            when("now.turns > 200", "return now.chosen > 0 ? QUITS : quits(ENDLESS, " + site + ", 0)");
            at(i);
        }
        case Op.Probe p -> when("Asking == 2", "{ Given = " + value(p.condition()) + "; return RETURNED; }");
        case Op.Clear c -> line("memset(now.mem + cell(LOCAL(" + routine.part().storage() + ")), 0, "
                + routine.body().storage() + " * sizeof now.mem[0]);");
        default -> throw new IllegalStateException(op.toString());
        }
    }

    private Place place(int index) {
        return routine.at(index).orElseThrow();
    }

    private void at(int index) {
        routine.at(index).ifPresent(p -> out.append("at_").append(p.number()).append(":;\n"));
    }

    /** Stops before an access that another thread's may not commute with. */
    private void before(int index, String test, Val address) {
        routine.at(index).ifPresent(p -> when(test + "(" + value(address) + ")", "goto leave_" + p.number()));
        at(index);
    }

    private String address(Val address) {
        return value(address) + (plan.steps().global(address) ? " /* "
                + comment(CellNames.of(plan, ((Val.Const) address).value())) + " */" : "");
    }

    private void get(Val address, String into, int site) {
        when("get(" + address(address) + ", &" + into + ", " + site + ")", "return QUITS");
    }

    private static String cannot(int site, String lock, int hangs, Place place) {
        return "{ if (cannot(" + site + ", " + lock + ", " + hangs + ")) return BLOCKED; goto leave_" + place.number()
                + "; }";
    }

    private void update(Op.Update u, int site) {
        String at = value(u.address());
        List<String> more = u.values().stream().map(this::value).toList();
        String old = "Made";
        if (!u.kind().equals("unlock")) {
            get(u.address(), old, site);
        }
        String set = switch (u.kind()) {
        case "add" -> "set(" + at + ", Made += " + more.get(0) + ", " + site + ")";
        case "xchg" -> "set(" + at + ", " + more.get(0) + ", " + site + ")";
        case "cmpxchg" -> "Made == " + more.get(0) + " ? set(" + at + ", " + more.get(1) + ", " + site + ") : may_set("
                + at + ", " + site + ")";
        case "trylock" -> "Made == 0 ? set(" + at + ", now.thread + 1, " + site + ") : may_set(" + at + ", " + site
                + ")";
        default -> "set(" + address(u.address()) + ", Made = 0, " + site + ")";
        };
        when(set, "return QUITS");
        line(register(u.target()) + (u.kind().equals("trylock") ? " = Made == 0;" : " = Made;"));
    }

    private void awaited(Op.AwaitTest a, int site) {
        int begin = -1;
        for (int i = 0; i < routine.ops().size(); i++) {
            if (routine.ops().get(i) instanceof Op.AwaitBegin b && b.site() == a.site()) {
                begin = i;
            }
        }
        boolean hangs = routine.body().sites().get(a.site()).predicate().isPresent();
        line("now.depth--;");
        when("!(" + value(a.condition()) + " && (now.fresh || !(now.touched & OTHERS)))",
                cannot(site, "0", hangs ? 1 : 0, place(begin)));
        line("now.fresh = 0;");
    }

    private void choose(Place place) {
        line("else if (Dry) { now.chosen++; " + register(place.target()) + " = 0; }");
        line("else { " + save(place) + " now.asked = Wanted; return PAUSED; }");
        out.append("at_").append(place.number()).append(":;\n");
    }

    private void report(Op.Report r) {
        int site = routine.site(r.site());
        String truth = value(r.value());
        switch (r.kind()) {
        case "assume" -> when("!" + truth, "return DROPPED");
        case "check" -> when("!" + truth, "return quits(CHECK, " + site + ", 0)");
        case "bug" -> line("return quits(BUG, " + site + ", 0);");
        case "warn" -> line("tell(WARN, " + site + ", 0);");
        default -> line("tell(OBSERVED, " + site + ", " + truth + ");");
        }
    }

    private void call(Routine callee, List<Val> arguments, int i) {
        Place place = place(i);
        for (int n = 0; n < callee.body().parameters(); n++) {
            line("argument[" + n + "] = " + (n < arguments.size() ? value(arguments.get(n)) : "0") + ";");
        }
        line(save(place) + " return call(" + callee.start().number() + "); /* " + comment(callee.name()) + "() */");
        out.append("at_").append(place.number()).append(":;\n");
    }

    private void callAt(Op.CallAt c, int i, int site) {
        Place place = place(i);
        line("Address = " + value(c.function()) + ";");
        for (int n = 0; n < plan.arguments(); n++) {
            line("argument[" + n + "] = " + (n < c.arguments().size() ? value(c.arguments().get(n)) : "0") + ";");
        }
        line("switch (Address) {");
        for (Routine callee : plan.pointed()) {
            line("case " + callee.part().number() + ": Wanted = " + callee.start().number() + "; break;");
        }
        line("default: return Address > 0 && Address <= FUNCTIONS ? quits(LIMITS, " + site + ", 1) : lost(Address, " + site
                + "); }");
        line(save(place) + " return call(Wanted);");
        out.append("at_").append(place.number()).append(":;\n");
    }
}
