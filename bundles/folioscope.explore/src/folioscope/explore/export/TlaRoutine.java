package folioscope.explore.export;

import folioscope.explore.lower.Liveness;
import folioscope.explore.lower.Op;
import folioscope.explore.lower.Site;
import folioscope.explore.lower.Val;
import folioscope.skeleton.CText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes one function as TLA+ operators, one for each operation: each takes the context of a step and the function's
 * registers, and gives the set of all contexts in which the step can end.
 */
final class TlaRoutine {

    private final Plan plan;
    private final Routine routine;
    private final TlaValues values;
    private final List<String> heads = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private String lastComment = "";

    TlaRoutine(Plan plan, Routine routine) {
        this.plan = plan;
        this.routine = routine;
        this.values = new TlaValues(plan, routine);
        String name = routine.names().function();
        out.append("\n\\* ").append(CRoutine.comment(routine.name() + "(), " + routine.body().origin())).append('\n');
        define(name, "c, v", next(0));
        for (int i = 0; i < routine.ops().size(); i++) {
            if (!passed(routine.ops().get(i))) {
                operation(routine.ops().get(i), i);
            }
        }
        back();
    }

    /** What has to be declared before all operators, because they use one another. */
    List<String> heads() {
        return heads;
    }

    /** The registers before anything is set, as a definition. */
    String zero() {
        return routine.names().function() + "_zero == " + (routine.names().registers().isEmpty() ? "[none |-> 0]"
                : routine.names().registers().stream().map(r -> r + " |-> 0").collect(Collectors.joining(", ", "[", "]")))
                + "\n";
    }

    String text() {
        return out.toString();
    }

    private void define(String name, String parameters, String body) {
        heads.add(name + "(" + parameters.replaceAll("\\w+", "_") + ")");
        out.append(name).append('(').append(parameters).append(") == ").append(body).append('\n');
    }

    private static boolean passed(Op op) {
        return op instanceof Op.Label || op instanceof Op.Note || op instanceof Op.Jump;
    }

    private String operator(int index) {
        return routine.names().function() + "_" + index;
    }

    /** The operator at which it goes on from an index. */
    private String at(int index) {
        int i = index;
        while (i < routine.ops().size() && passed(routine.ops().get(i))) {
            i = routine.ops().get(i) instanceof Op.Jump j ? position(j.label()) : i + 1;
        }
        return operator(i);
    }

    private int position(int label) {
        for (int i = 0; i < routine.ops().size(); i++) {
            if (routine.ops().get(i) instanceof Op.Label l && l.label() == label) {
                return i;
            }
        }
        throw new IllegalStateException("label " + label);
    }

    private String next(int index) {
        return at(index) + "(c, v)";
    }

    private String set(int register, String value) {
        return "[v EXCEPT !." + routine.names().register(register) + " = " + value + "]";
    }

    private String frame(Place place) {
        return "<<" + place.number() + place.live().stream().map(r -> ", v." + routine.names().register(r))
                .collect(Collectors.joining()) + ">>";
    }

    private String of(Val val) {
        return values.of(val);
    }

    private void operation(Op op, int i) {
        int number = Liveness.site(op);
        int site = number < 0 ? 0 : routine.site(number);
        if (number >= 0) {
            Site of = routine.body().sites().get(number);
            String text = of.origin() + ": " + of.statement().map(CText::of).orElse("");
            if (!text.equals(lastComment)) {
                lastComment = text;
                out.append("\\* ").append(CRoutine.comment(text)).append('\n');
            }
        }
        String body = checked(op, site, body(op, i, site));
        if (routine.at(i).isEmpty() || op instanceof Op.Call || op instanceof Op.CallAt || op instanceof Op.Choose
                || op instanceof Op.Guess) {
            define(operator(i), "c, v", body);
            return;
        }
        String stop = before(op);
        define(operator(i), "c, v", stop.isEmpty() ? operator(i) + "a(c, v)" : "IF " + stop + " THEN Stop(c, "
                + frame(routine.at(i).get()) + ") ELSE " + operator(i) + "a(c, v)");
        define(operator(i) + "a", "c, v", body);
    }

    /** Ends the path where something is divided by 0, or where nothing is known of a pointer that is tested. */
    private String checked(Op op, int site, String body) {
        String checked = body;
        for (Val used : Liveness.uses(op)) {
            for (Val divisor : Operands.divisors(used).reversed()) {
                checked = "IF " + of(divisor) + " = 0 THEN Quit(c) ELSE " + checked;
            }
            for (Val pointer : plan.wild() ? Operands.tested(used) : List.<Val>of()) {
                checked = "IF " + of(pointer) + " = WILD THEN Limit(c, " + site + ") ELSE " + checked;
            }
        }
        return checked;
    }

    private String before(Op op) {
        return switch (op) {
        case Op.Load l -> "Reads(c, " + of(l.address()) + ")";
        case Op.Store s -> "Writes(c, " + of(s.address()) + ")";
        case Op.Update u -> "Writes(c, " + of(u.address()) + ")";
        case Op.Lock l -> "Writes(c, " + of(l.address()) + ")";
        case Op.Prepare p -> "Queues(c, " + of(p.key()) + ")";
        case Op.Wake w -> "Wakes(c, " + of(w.key()) + ")";
        case Op.Poison p -> "Strikes(c, " + of(p.address()) + ")";
        case Op.Begin b -> "Others(c) # {}";
        default -> "";
        };
    }

    private String body(Op op, int i, int site) {
        String go = next(i + 1);
        return switch (op) {
        case Op.Set s -> at(i + 1) + "(c, " + set(s.target(), of(s.value())) + ")";
        case Op.Load l -> "Get(c, " + of(l.address()) + ", " + site + ", LAMBDA d, x : " + at(i + 1) + "(d, "
                + set(l.target(), "x") + "))";
        case Op.Store s -> "Put(c, " + of(s.address()) + ", " + of(s.value()) + ", " + site + ", LAMBDA d : "
                + at(i + 1) + "(d, v))";
        case Op.Update u -> update(u, i, site);
        case Op.Lock l -> "Get(c, " + of(l.address()) + ", " + site + ", LAMBDA d, x : IF x = 0 THEN Put(d, "
                + of(l.address()) + ", c.t, " + site + ", LAMBDA e : " + at(i + 1) + "([e EXCEPT !.fresh = FALSE], v)) ELSE Cannot(d, " + site
                + ", " + of(l.address()) + ", FALSE, " + frame(routine.at(i).orElseThrow()) + "))";
        case Op.Prepare p -> "Prepare(c, " + of(p.key()) + ", " + site + ", LAMBDA d : " + at(i + 1) + "(d, v))";
        case Op.Sleep s -> "IF c.waits[c.t] # 0 THEN Cannot(c, " + site + ", 0, FALSE, "
                + frame(routine.at(i).orElseThrow()) + ") ELSE " + at(i + 1) + "([c EXCEPT !.fresh = FALSE], v)";
        case Op.Finish f -> at(i + 1) + "([c EXCEPT !.waits[c.t] = 0], v)";
        case Op.Wake w -> "Wake(c, " + of(w.key()) + ", " + site + ", LAMBDA d : " + at(i + 1) + "(d, v))";
        case Op.Begin b -> at(i + 1) + "([c EXCEPT !.depth = @ + 1], v)";
        case Op.End e -> at(i + 1) + "([c EXCEPT !.depth = IF @ > 0 THEN @ - 1 ELSE 0], v)";
        case Op.AwaitBegin a -> at(i + 1) + "([c EXCEPT !.touched = {}, !.depth = @ + 1], v)";
        case Op.AwaitTest a -> awaited(a, i, site);
        case Op.Choose h -> "Choose(c, " + of(h.count()) + ", LAMBDA d, x : " + at(i + 1) + "(d, " + set(h.target(), "x")
                + "))";
        case Op.Guess g -> "Guess(c, LAMBDA d, x : " + at(i + 1) + "(d, " + set(g.target(), "x") + "))";
        case Op.Report r -> report(r, go, i);
        case Op.Poison p -> "Strike(c, " + of(p.address()) + ", " + (p.kind().equals("poison") ? site : 0) + ", " + site
                + ", LAMBDA d : " + at(i + 1) + "(d, v))";
        case Op.Call c -> call(plan.routine(routine.body().callees().get(c.callee())), c.arguments(), i);
        case Op.CallAt c -> "LET p == " + of(c.function()) + " IN CASE " + plan.pointed().stream().map(r -> "p = "
                + r.part().number() + " -> " + call(r, c.arguments(), i) + " [] ").collect(Collectors.joining())
                + "OTHER -> IF p > 0 /\\ p <= " + plan.subject().program().functions().size() + " THEN Limit(c, " + site
                + ") ELSE Lost(c, p, " + site + ")";
        case Op.Branch b -> "IF " + values.truth(b.condition()) + " THEN " + at(position(b.label())) + "(c, v) ELSE " + go;
        case Op.Switch s -> select(s);
        case Op.Return r -> "Return(c, " + of(r.value()) + ")";
        case Op.Stop s -> "Quit(c)";
        case Op.Turn t -> "IF c.turns < 200 THEN " + at(i + 1) + "([c EXCEPT !.turns = @ + 1], v) ELSE Endless(c, "
                + site + ", " + frame(routine.at(i).orElseThrow()) + ")";
        case Op.Probe p -> "IF c.asking = 2 THEN Return(c, " + of(p.condition()) + ") ELSE " + go;
        case Op.Clear c -> at(i + 1) + "(Cleared(c, " + (plan.end() + routine.part().storage()) + ", "
                + routine.body().storage() + "), v)";
        default -> throw new IllegalStateException(op.toString());
        };
    }

    private String update(Op.Update u, int i, int site) {
        String address = of(u.address());
        List<String> more = u.values().stream().map(this::of).toList();
        String made = switch (u.kind()) {
        case "add" -> "x + " + more.get(0);
        case "xchg" -> more.get(0);
        case "cmpxchg" -> "IF x = " + more.get(0) + " THEN " + more.get(1) + " ELSE x";
        case "trylock" -> "IF x = 0 THEN c.t ELSE x";
        default -> "0";
        };
        String value = switch (u.kind()) {
        case "add" -> "x + " + more.get(0);
        case "trylock" -> "Num(x = 0)";
        case "unlock" -> "0";
        default -> "x";
        };
        String put = "Put(D, " + address + ", " + made + ", " + site + ", LAMBDA e : " + at(i + 1) + "(e, "
                + set(u.target(), value) + "))";
        return u.kind().equals("unlock") ? put.replace("Put(D", "Put(c")
                : "Get(c, " + address + ", " + site + ", LAMBDA d, x : " + put.replace("Put(D", "Put(d") + ")";
    }

    private String awaited(Op.AwaitTest a, int i, int site) {
        Place begin = null;
        for (Place place : routine.places()) {
            if (routine.ops().get(place.index()) instanceof Op.AwaitBegin b && b.site() == a.site()) {
                begin = place;
            }
        }
        boolean hangs = routine.body().sites().get(a.site()).predicate().isPresent();
        return "LET d == [c EXCEPT !.depth = @ - 1] IN IF " + values.truth(a.condition())
                + " /\\ (d.fresh \\/ d.touched \\cap Others(d) = {}) THEN " + at(i + 1)
                + "([d EXCEPT !.fresh = FALSE], v) ELSE Cannot(d, " + site + ", 0, " + (hangs ? "TRUE" : "FALSE") + ", "
                + frame(begin) + ")";
    }

    private String report(Op.Report r, String go, int i) {
        int site = routine.site(r.site());
        return switch (r.kind()) {
        case "assume" -> "IF " + values.truth(r.value()) + " THEN " + go + " ELSE Drop(c)";
        case "check" -> "IF " + values.truth(r.value()) + " THEN " + go + " ELSE Quit(Told(c, \"check\", " + site + ", 0))";
        case "bug" -> "Quit(Told(c, \"bug\", " + site + ", 0))";
        case "warn" -> at(i + 1) + "(Told(c, \"warn\", " + site + ", 0), v)";
        default -> at(i + 1) + "(Told(c, \"observed\", " + site + ", " + of(r.value()) + "), v)";
        };
    }

    private String call(Routine callee, List<Val> arguments, int i) {
        StringBuilder given = new StringBuilder(callee.names().function() + "_zero");
        if (callee.body().parameters() > 0) {
            given.insert(0, "[").append(" EXCEPT ");
            for (int n = 0; n < callee.body().parameters(); n++) {
                given.append(n > 0 ? ", " : "").append("!.").append(callee.names().register(n)).append(" = ")
                        .append(n < arguments.size() ? of(arguments.get(n)) : "0");
            }
            given.append("]");
        }
        return callee.names().function() + "(Push(c, " + frame(routine.at(i).orElseThrow()) + "), " + given + ")";
    }

    private String select(Op.Switch s) {
        StringBuilder text = new StringBuilder("LET x == " + of(s.value()) + " IN ");
        for (int k = 0; k < s.keys().size(); k++) {
            text.append("IF x = ").append(s.keys().get(k)).append(" THEN ").append(at(position(s.labels().get(k))))
                    .append("(c, v) ELSE ");
        }
        return text + at(position(s.otherwise())) + "(c, v)";
    }

    private void back() {
        String name = routine.names().function();
        StringBuilder cases = new StringBuilder("CASE f[1] = " + routine.start().number() + " -> " + name + "(c, " + name
                + "_zero)");
        for (Place place : routine.places()) {
            List<String> sets = new ArrayList<>();
            for (int n = 0; n < place.live().size(); n++) {
                sets.add("!." + routine.names().register(place.live().get(n)) + " = f[" + (n + 2) + "]");
            }
            if (place.target() >= 0) {
                sets.add("!." + routine.names().register(place.target()) + " = x");
            }
            String v = sets.isEmpty() ? name + "_zero" : "[" + name + "_zero EXCEPT " + String.join(", ", sets) + "]";
            String on = place.kind() == Place.Kind.CALL || routine.ops().get(place.index()) instanceof Op.Turn
                    ? at(place.index() + 1) : operator(place.index()) + "a";
            String c = place.kind() == Place.Kind.BLOCKING ? "[c EXCEPT !.fresh = TRUE]" : "c";
            cases.append("\n    [] f[1] = ").append(place.number()).append(" -> ");
            if (place.kind() == Place.Kind.CHOICE) {
                cases.append("{}");
                continue;
            }
            if (place.condition() >= 0) {
                cases.append("IF c.asking = 1 THEN ").append(at(position(place.condition())))
                        .append("([c EXCEPT !.asking = 2], ").append(v).append(") ELSE ");
            }
            cases.append(on).append('(').append(c).append(", ").append(v).append(')');
        }
        define(name + "_back", "c, f, x", cases.toString());
    }
}
