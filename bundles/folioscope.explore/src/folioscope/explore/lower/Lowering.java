package folioscope.explore.lower;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Lowers a function: statements become labels, branches and the operations that {@link ExprLowering} makes of
 * expressions.
 */
public final class Lowering {

    private record Exits(int forBreak, int forContinue) { }

    private final Program program;
    private final Function function;
    private final Emitter code;
    private final ExprLowering exprs;
    private final Set<String> addressed;
    private final Deque<Exits> exits = new ArrayDeque<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final boolean storage;
    private final Inlined inlined;

    private record Inlined(int result, int end) { }

    private Lowering(Program program, Function function, Emitter code, ExprLowering exprs, Inlined inlined) {
        this.program = program;
        this.function = function;
        this.code = code;
        this.exprs = exprs;
        this.inlined = inlined;
        Addressed scan = Addressed.of(function, program.layout());
        this.addressed = scan.names();
        this.storage = scan.aggregates();
    }

    /** A function, lowered, and what of the program that rests on. */
    public record Lowered(Body body, Basis basis) { }

    /** Lowers one function of the program. */
    public static Lowered of(Program whole, Function function) {
        Basis basis = new Basis(whole.layout());
        Program program = whole.noting(basis);
        Emitter code = new Emitter(function.name(), function.origin());
        return new Lowered(new Lowering(program, function, code, new ExprLowering(program, code),
                new Inlined(-1, -1)).body(), basis);
    }

    /** Puts the body of one of the {@link Assertions} where it is called. */
    static Optional<Typed> inlined(Program program, Emitter code, ExprLowering exprs, Function function,
            List<Val> arguments) {
        boolean fits = Assertions.assertion(function.name()) || code.inlined() > 0 && Assertions.part(function.name());
        if (!fits || code.inlined() > 3) {
            return Optional.empty();
        }
        Inlined result = new Inlined(code.register(), code.label());
        Lowering lowering = new Lowering(program, function, code, exprs, result);
        return lowering.storage || !lowering.addressed.isEmpty() ? Optional.empty() : Optional
                .of(lowering.inline(arguments));
    }

    private Typed inline(List<Val> arguments) {
        List<Function.Parameter> parameters = parameters(function);
        code.enterFunction();
        for (int i = 0; i < parameters.size(); i++) {
            int register = code.declare(parameters.get(i).name(), parameters.get(i).type(), 0).register();
            code.emit(new Op.Set(register, i < arguments.size() ? arguments.get(i) : Val.ZERO));
        }
        code.push();
        statements(function.body().body());
        code.pop();
        missingLabels();
        leave(Val.ZERO);
        code.place(inlined.end);
        code.leaveFunction();
        return Typed.of(new Val.Reg(inlined.result), function.returns());
    }

    /** A function's parameters; {@code void} is none. */
    static List<Function.Parameter> parameters(Function function) {
        return function.parameters().stream()
                .filter(p -> !(p.type().equals(new Type("void", 0, 0)) && p.name().isEmpty())).toList();
    }

    private void missingLabels() {
        labels.keySet().stream().filter(l -> !placed.contains(l)).sorted().forEach(l -> code.place(labels.get(l)));
    }

    private Body body() {
        List<Function.Parameter> parameters = parameters(function);
        for (Function.Parameter p : parameters) {
            Type type = p.type().length() > 0 ? new Type(p.type().base(), p.type().pointers() + 1, 0) : p.type();
            code.declare(p.name().isEmpty() ? " " : p.name(), type, 0);
        }
        for (Function.Parameter p : parameters) {
            if (addressed.contains(p.name())) {
                Emitter.Variable register = code.local(p.name()).orElseThrow();
                Emitter.Variable kept = code.declare(p.name(), register.type(), 1);
                code.emit(new Op.Store(new Val.Local(kept.storage()), new Val.Reg(register.register()), code.site()));
            }
        }
        code.push();
        statements(function.body().body());
        code.pop();
        missingLabels();
        leave(Val.ZERO);
        return code.body(parameters.size(), function.origin());
    }

    private void leave(Val value) {
        if (inlined.end >= 0) {
            code.emit(new Op.Set(inlined.result, value));
            code.emit(new Op.Jump(inlined.end));
            return;
        }
        if (storage || !addressed.isEmpty()) {
            code.emit(new Op.Clear());
        }
        code.emit(new Op.Return(value));
    }

    private void block(Stmt.Block block) {
        code.push();
        statements(block.body());
        code.pop();
    }

    private void statements(List<Stmt> body) {
        body.forEach(this::statement);
    }

    private void statement(Stmt stmt) {
        if (!(stmt instanceof Stmt.Block)) {
            code.at(stmt);
        }
        switch (stmt) {
        case Stmt.Block b -> block(b);
        case Stmt.Declare d -> declare(d);
        case Stmt.Eval e -> exprs.effects(e.expr());
        case Stmt.If i -> choice(i);
        case Stmt.Switch s -> choice(s);
        case Stmt.Loop l -> loop(l);
        case Stmt.Return r -> {
            Val value = r.value().map(v -> exprs.coerced(exprs.value(v), function.returns())).orElse(Val.ZERO);
            leave(value);
        }
        case Stmt.Goto g -> {
            if (placed.contains(g.label())) {
                code.emit(new Op.Turn(code.site()));
            }
            code.emit(new Op.Jump(label(g.label())));
        }
        case Stmt.Label l -> {
            placed.add(l.name());
            code.place(label(l.name()));
        }
        case Stmt.Break b -> leave(true);
        case Stmt.Continue c -> leave(false);
        case Stmt.Gap g -> code.open("lines :not shown, do nothing");
        case Stmt.Opaque o -> code.open("\"" + o.text() + "\" :not read, does nothing");
        }
    }

    private int label(String name) {
        return labels.computeIfAbsent(name, n -> code.label());
    }

    private void leave(boolean byBreak) {
        Exits around = exits.stream().filter(e -> byBreak || e.forContinue >= 0).findFirst().orElse(null);
        if (around == null) {
            code.open((byBreak ? "break" : "continue") + " :outside of any loop, does nothing");
        } else {
            code.emit(new Op.Jump(byBreak ? around.forBreak : around.forContinue));
        }
    }

    private void declare(Stmt.Declare d) {
        Layout layout = program.layout();
        boolean memory = layout.aggregate(d.type()) || d.type().length() > 0 || addressed.contains(d.name());
        int fresh = code.registers();
        if (!memory && d.init().isPresent() && !(d.init().get() instanceof Expr.Init)) {
            Typed typed = exprs.value(d.init().get());
            boolean untyped = d.type().base().isEmpty() || d.type().base().startsWith("__auto") || d.type().base()
                    .startsWith("typeof");
            Type type = untyped && d.type().pointers() == 0 ? typed.type() : d.type();
            Val value = exprs.coerced(typed, type);
            Emitter.Variable made = code.declare(d.name(), type, 0);
            code.set(made.register(), value, fresh);
            return;
        }
        Emitter.Variable made = code.declare(d.name(), d.type(), memory ? layout.size(d.type()) : 0);
        if (!memory) {
            code.emit(new Op.Set(made.register(), Val.ZERO));
            d.init().ifPresent(i -> exprs.places()
                    .initialise(new Place.Register(made.register(), d.type()), (Expr.Init) i));
            return;
        }
        Place.Memory place = new Place.Memory(new Val.Local(made.storage()), d.type());
        d.init().ifPresent(init -> {
            if (init instanceof Expr.Init list) {
                exprs.places().initialise(place, list);
            } else {
                exprs.effects(new Expr.Assign("=", new Expr.Name(d.name()), init));
            }
        });
    }

    private void choice(Stmt.If i) {
        int yes = code.label();
        int no = code.label();
        exprs.branch(i.condition(), yes, no);
        code.place(yes);
        block(i.then());
        if (i.otherwise().isPresent()) {
            int end = code.label();
            code.emit(new Op.Jump(end));
            code.place(no);
            block(i.otherwise().get());
            code.place(end);
        } else {
            code.place(no);
        }
    }

    private void choice(Stmt.Switch s) {
        int end = code.label();
        Typed value = exprs.value(s.value());
        List<Integer> keys = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int otherwise = end;
        for (Stmt.Case c : s.cases()) {
            int start = code.label();
            starts.add(start);
            for (Expr label : c.labels()) {
                OptionalInt key = program.constant(label);
                if (value.open() || key.isEmpty()) {
                    if (key.isEmpty()) {
                        code.open("case " + CText.of(label) + " :not known, may be meant");
                    }
                    code.emit(new Op.Branch(exprs.choice(), start));
                } else if (!keys.contains(key.getAsInt())) {
                    keys.add(key.getAsInt());
                    targets.add(start);
                }
            }
            otherwise = c.isDefault() ? start : otherwise;
        }
        code.emit(new Op.Switch(value.val(), keys, targets, otherwise));
        exits.push(new Exits(end, -1));
        code.push();
        for (int i = 0; i < starts.size(); i++) {
            code.place(starts.get(i));
            statements(s.cases().get(i).body());
        }
        code.pop();
        exits.pop();
        code.place(end);
    }

    private void loop(Stmt.Loop l) {
        code.push();
        l.init().ifPresent(init -> {
            if (init instanceof Stmt.Block b) {
                statements(b.body());
            } else {
                statement(init);
            }
            code.at(l);
        });
        int body = code.label();
        int test = code.label();
        int step = code.label();
        int end = code.label();
        boolean once = l.condition().isPresent() && new Openness(program, code).open(l.condition().get());
        int turn = code.site();
        if (l.kind() == Stmt.Loop.Kind.DO) {
            code.emit(new Op.Jump(body));
        }
        code.place(test);
        l.condition().ifPresent(c -> exprs.branch(c, body, end));
        code.place(body);
        exits.push(new Exits(end, step));
        block(l.body());
        exits.pop();
        code.at(l);
        code.place(step);
        l.step().ifPresent(exprs::effects);
        if (!once) {
            code.emit(new Op.Turn(turn));
            code.emit(new Op.Jump(test));
        }
        code.place(end);
        code.pop();
    }
}
