package folioscope.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import folioscope.model.Scenario;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import folioscope.skeleton.Walk;

/**
 * Watches scenarios more closely than they do themselves: all memory of the model is looked at behind setup and at the end, and
 * what the model's functions return to the scenario. What is seen is observed, memory as a number made of all values.
 */
final class World {

    private static final String SUM = "world_sum";
    private static final String OWN = "_of_scenario";
    private static final Type VOID = new Type("void", 0, 0);

    private final Map<String, Struct> structs = new HashMap<>();
    private final Set<String> valued = new HashSet<>();
    private final List<Function> looks = new ArrayList<>();
    private final List<Stmt> forgets = new ArrayList<>();

    /** Looks at what may be gone behind setup, the memmap aside, which tells of itself whether it is there. */
    private final Set<String> goAway = new HashSet<>();

    World(Unit model) {
        model.structs().forEach(s -> structs.putIfAbsent(s.name(), s));
        model.functions().stream().filter(f -> !f.returns().equals(VOID)).forEach(f -> valued.add(f.name()));
        model.functions().forEach(f -> Walk.expressions(f.body(), e -> {
            if (Walk.callee(e).filter("__poison"::equals).isPresent()) {
                Walk.expressions(((Expr.Call) e).arguments().get(0), a -> {
                    if (a instanceof Expr.Name n && !n.name().equals("pages")) {
                        goAway.add("look_at_" + n.name());
                    }
                });
            }
        }));
        for (Variable v : model.variables()) {
            List<Stmt> body = new ArrayList<>();
            look(new Expr.Name(v.name()), v.type(), body);
            body.add(new Stmt.Return(Optional.of(new Expr.Name("sum")), Origin.NONE));
            looks.add(function("look_at_" + v.name(), List.of(new Function.Parameter(Type.INT, "sum")), Type.INT, body));
        }
    }

    /** The scenario, watched. */
    Scenario watched(Scenario s) {
        if (s.standalone()) {
            return s;
        }
        List<Function> functions = new ArrayList<>(looks);
        for (Function f : s.unit().functions()) {
            boolean alone = f.name().equals("setup") || f.name().equals("end");
            functions.add(Places.with(alone ? function(f.name() + OWN, f.parameters(), f.returns(), f.body().body()) : f,
                    (number, stmt, idle) -> List.of(heard(stmt))));
        }
        functions.add(around("setup", s.unit(), List.of()));
        functions.add(around("end", s.unit(), forgets));
        return new Scenario(s.id(), s.title(), s.asks(), s.types(), s.first(), s.last(), s.params(), s.threads(), s.rules(),
                s.standalone(), s.path(), s.unit().withFunctions(functions));
    }

    private Stmt heard(Stmt stmt) {
        return stmt instanceof Stmt.Eval e && e.expr() instanceof Expr.Call c && valued.contains(c.name())
                ? new Stmt.Eval(call("__observe", new Expr.Text("value of " + c.name()), c), e.origin()) : stmt;
    }

    /** The function of the scenario, if it has one, and then a look at all memory; where the memmap is gone, at nothing. */
    private Function around(String name, Unit scenario, List<Stmt> before) {
        List<Stmt> body = new ArrayList<>();
        scenario.function(name).ifPresent(f -> body.add(eval(call(name + OWN))));
        body.addAll(before);
        List<Stmt> look = new ArrayList<>();
        look.add(new Stmt.Declare(Type.INT, SUM, Optional.of(new Expr.Num(1)), Origin.NONE));
        looks.stream().filter(l -> !before.isEmpty() || !goAway.contains(l.name()))
                .forEach(l -> look.add(eval(new Expr.Assign("=", new Expr.Name(SUM), call(l.name(), new Expr.Name(SUM))))));
        look.add(eval(call("__observe", new Expr.Text("world behind " + name), new Expr.Name(SUM))));
        boolean poisoned = poisons(scenario);
        if (before.isEmpty() && !poisoned) {
            body.add(new Stmt.If(new Expr.Name("memmap_present"), new Stmt.Block(look, Origin.NONE), Optional.empty(), Origin.NONE));
        } else if (!before.isEmpty()) {
            body.addAll(look);
        }
        return function(name, List.of(), VOID, body);
    }

    private static boolean poisons(Unit scenario) {
        AtomicBoolean found = new AtomicBoolean();
        scenario.functions().forEach(f -> Walk.expressions(f.body(),
                e -> found.compareAndSet(false, Walk.callee(e).filter("__poison"::equals).isPresent())));
        return found.get();
    }

    private void look(Expr at, Type type, List<Stmt> into) {
        if (type.length() > 0) {
            for (int i = 0; i < type.length(); i++) {
                look(new Expr.Index(at, new Expr.Num(i)), new Type(type.base(), type.pointers(), 0), into);
            }
        } else if (type.pointers() == 0 && structs.containsKey(tag(type))) {
            if (!(at instanceof Expr.Field)) {
                forgets.add(eval(call("__unpoison", new Expr.Unary("&", at))));
            }
            members(at, structs.get(tag(type)), into);
        } else {
            Expr sum = new Expr.Binary("^", new Expr.Binary("*", new Expr.Name("sum"), new Expr.Num(31)), at);
            into.add(eval(new Expr.Assign("=", new Expr.Name("sum"), new Expr.Binary("&", sum, new Expr.Num(0x7FFF)))));
        }
    }

    private static String tag(Type type) {
        return type.base().substring(type.base().indexOf(' ') + 1);
    }

    private void members(Expr at, Struct struct, List<Stmt> into) {
        for (Struct.Member m : struct.members()) {
            Expr inner = m.name().isEmpty() ? at : new Expr.Field(at, m.name(), false);
            if (m.inner().isPresent()) {
                members(inner, m.inner().get(), into);
            } else {
                look(inner, m.type(), into);
            }
        }
    }

    private static Expr call(String name, Expr... arguments) {
        return new Expr.Call(new Expr.Name(name), List.of(arguments));
    }

    private static Stmt eval(Expr expr) {
        return new Stmt.Eval(expr, Origin.NONE);
    }

    private static Function function(String name, List<Function.Parameter> parameters, Type returns, List<Stmt> body) {
        return new Function(name, returns, parameters, new Stmt.Block(body, Origin.NONE), List.of(), "", Origin.NONE);
    }
}
