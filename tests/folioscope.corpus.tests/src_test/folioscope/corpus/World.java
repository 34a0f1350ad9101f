package folioscope.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import folioscope.model.Scenario;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;

/** Lets scenarios look at all memory of the model when all is over, as one more observation: a number made of all values. */
final class World {

    /** The observation's name. */
    static final String NAME = "world at the end";

    private static final String SUM = "world_sum";
    private static final String INNER = "end_of_scenario";
    private static final Type VOID = new Type("void", 0, 0);

    private final Map<String, Struct> structs = new HashMap<>();
    private final List<Function> looks = new ArrayList<>();

    World(Unit model) {
        model.structs().forEach(s -> structs.putIfAbsent(s.name(), s));
        for (Variable v : model.variables()) {
            List<Stmt> body = new ArrayList<>();
            look(new Expr.Name(v.name()), v.type(), body);
            looks.add(function("look_at_" + v.name(), List.of(new Function.Parameter(Type.INT, "sum")), Type.INT, Stream
                    .concat(body.stream(), Stream.of(new Stmt.Return(java.util.Optional.of(new Expr.Name("sum")), Origin.NONE))).toList()));
        }
    }

    /** The scenario, looking at the memory behind its end. */
    Scenario watched(Scenario s) {
        if (s.standalone()) {
            return s;
        }
        List<Function> functions = new ArrayList<>(looks);
        List<Stmt> body = new ArrayList<>();
        for (Function f : s.unit().functions()) {
            boolean end = f.name().equals("end");
            functions.add(end ? function(INNER, f.parameters(), f.returns(), f.body().body()) : f);
            if (end) {
                body.add(eval(call(INNER)));
            }
        }
        body.add(new Stmt.Declare(Type.INT, SUM, java.util.Optional.of(new Expr.Num(1)), Origin.NONE));
        looks.forEach(l -> body.add(eval(new Expr.Assign("=", new Expr.Name(SUM), call(l.name(), new Expr.Name(SUM))))));
        body.add(eval(call("__observe", new Expr.Text(NAME), new Expr.Name(SUM))));
        functions.add(function("end", List.of(), VOID, body));
        return new Scenario(s.id(), s.title(), s.asks(), s.types(), s.first(), s.last(), s.params(), s.threads(), s.rules(),
                s.standalone(), s.path(), s.unit().withFunctions(functions));
    }

    private void look(Expr at, Type type, List<Stmt> into) {
        if (type.length() > 0) {
            for (int i = 0; i < type.length(); i++) {
                look(new Expr.Index(at, new Expr.Num(i)), new Type(type.base(), type.pointers(), 0), into);
            }
        } else if (type.aggregate()) {
            if (!(at instanceof Expr.Field)) {
                into.add(eval(call("__unpoison", new Expr.Unary("&", at))));
            }
            members(at, structs.get(type.base().substring(type.base().indexOf(' ') + 1)), into);
        } else {
            Expr sum = new Expr.Binary("+", new Expr.Binary("*", new Expr.Name("sum"), new Expr.Num(31)), at);
            into.add(eval(new Expr.Assign("=", new Expr.Name("sum"), new Expr.Binary("&", sum, new Expr.Num(0x7FFF)))));
        }
    }

    private void members(Expr at, Struct struct, List<Stmt> into) {
        if (struct == null) {
            return;
        }
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
