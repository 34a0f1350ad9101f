package folioscope.explore.lower;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers expressions: their effects become operations, their values {@link Val}s. */
final class ExprLowering {

    private static final Val WILD = Val.of(Program.WILD);

    private final Program program;
    private final Layout layout;
    private final Emitter code;
    private final BuiltinLowering builtins;

    ExprLowering(Program program, Emitter code) {
        this.program = program;
        this.layout = program.layout();
        this.code = code;
        this.builtins = new BuiltinLowering(this, program, code);
    }

    /** The value of an expression, with all its effects. */
    Typed value(Expr e) {
        return switch (e) {
        case Expr.Num n -> Typed.number(Val.of(n.value()));
        case Expr.Text t -> Typed.of(WILD, new Type("char", 1, 0));
        case Expr.Name n -> name(n);
        case Expr.Field f -> load(place(f));
        case Expr.Index i -> load(place(i));
        case Expr.Call c -> call(c);
        case Expr.Unary u -> unary(u);
        case Expr.Binary b -> binary(b);
        case Expr.Conditional c -> conditional(c);
        case Expr.Assign a -> assign(a);
        case Expr.Wait w -> builtins.await(w);
        case Expr.Init i -> open("initialiser list :not read, any value");
        case Expr.Unknown u -> open("\"" + u.text() + "\" :not read, any value");
        };
    }

    /** The value as one of that type: where it is open, any pointer, or a choice of 0 and 1. */
    Val coerced(Typed typed, Type target) {
        if (!typed.open()) {
            return typed.val();
        }
        return target.pointers() > 0 ? WILD : choice();
    }

    Val choice() {
        int register = code.register();
        code.emit(new Op.Choose(register, Val.of(2)));
        return new Val.Reg(register);
    }

    Typed open(String what) {
        code.open(what);
        return Typed.OPEN;
    }

    /** An expression for its effects alone. */
    void effects(Expr e) {
        switch (e) {
        case Expr.Call c -> value(c);
        case Expr.Assign a -> value(a);
        case Expr.Wait w -> value(w);
        case Expr.Unary u when u.op().contains("x") -> value(u);
        case Expr.Unary u -> effects(u.operand());
        case Expr.Binary b when b.op().equals("&&") || b.op().equals("||") -> {
            if (hasEffects(b.right())) {
                int end = code.label();
                branch(b, end, end);
                code.place(end);
            } else {
                effects(b.left());
            }
        }
        case Expr.Binary b -> {
            effects(b.left());
            effects(b.right());
        }
        case Expr.Conditional c -> {
            if (hasEffects(c)) {
                value(c);
            }
        }
        case Expr.Field f -> effects(f.base());
        case Expr.Index i -> {
            effects(i.base());
            effects(i.index());
        }
        case Expr.Unknown u -> open("\"" + u.text() + "\" :not read, does nothing");
        default -> { }
        }
    }

    static boolean hasEffects(Expr e) {
        return switch (e) {
        case Expr.Call c -> true;
        case Expr.Assign a -> true;
        case Expr.Wait w -> true;
        case Expr.Unary u -> u.op().contains("x") || hasEffects(u.operand());
        case Expr.Binary b -> hasEffects(b.left()) || hasEffects(b.right());
        case Expr.Conditional c -> hasEffects(c.condition()) || hasEffects(c.yes()) || hasEffects(c.no());
        case Expr.Field f -> hasEffects(f.base());
        case Expr.Index i -> hasEffects(i.base()) || hasEffects(i.index());
        default -> false;
        };
    }

    private Typed name(Expr.Name n) {
        Place place = place(n);
        if (!(place instanceof Place.Nowhere)) {
            return load(place);
        }
        Optional<Long> enumerator = program.enumerator(n.name());
        if (enumerator.isPresent()) {
            return Typed.number(Val.of(enumerator.get()));
        }
        if (program.function(n.name()).isPresent()) {
            code.mention(n.name());
            return Typed.of(Val.of(program.number(n.name())), new Type("void", 1, 0));
        }
        return switch (n.name()) {
        case "NULL" -> Typed.of(Val.ZERO, new Type("void", 1, 0));
        case "true" -> Typed.number(Val.ONE);
        case "false" -> Typed.number(Val.ZERO);
        default -> open(n.name() + " :not declared, any value");
        };
    }

    /** Where an expression lies. */
    Place place(Expr e) {
        return switch (e) {
        case Expr.Name n -> {
            Optional<Emitter.Variable> local = code.local(n.name());
            if (local.isPresent()) {
                Emitter.Variable v = local.get();
                yield v.storage() < 0 ? new Place.Register(v.register(), v.type())
                        : new Place.Memory(new Val.Local(v.storage()), v.type());
            }
            Optional<Program.Global> global = program.global(n.name());
            global.ifPresent(g -> code.mention(g.name()));
            yield global.isPresent() ? new Place.Memory(Val.of(global.get().address()), global.get().type()) : new Place.Nowhere();
        }
        case Expr.Field f -> field(f);
        case Expr.Index i -> {
            Typed base = value(i.base());
            Typed index = value(i.index());
            Type element = base.type().pointers() > 0 ? base.type().pointee() : Type.UNKNOWN;
            yield base.open() ? followed() : new Place.Memory(
                    Val.plus(base.val(), Val.times(coerced(index, Type.INT), layout.size(element))), element);
        }
        case Expr.Unary u when u.op().equals("*") -> {
            Typed base = value(u.operand());
            yield base.open() ? followed() : new Place.Memory(base.val(), base.type().pointee());
        }
        case Expr.Conditional c -> pointed(value(c));
        case Expr.Call c -> pointed(value(c));
        case Expr.Binary b when b.op().equals(",") -> {
            effects(b.left());
            yield place(b.right());
        }
        default -> new Place.Nowhere();
        };
    }

    /** A struct as a value is its address. */
    private Place pointed(Typed typed) {
        return typed.open() || !layout.aggregate(typed.type()) ? new Place.Nowhere() : new Place.Memory(typed.val(), typed.type());
    }

    private Place followed() {
        code.open("pointer :nothing known of where it points, the path ends");
        code.emit(new Op.Stop());
        return new Place.Nowhere();
    }

    private Place field(Expr.Field f) {
        int mark = code.mark();
        Typed base = f.arrow() ? value(f.base()) : addressOf(f.base());
        Type struct = base.type().pointers() > 0 ? base.type().pointee() : base.type();
        Optional<Layout.Slot> slot = base.open() || !layout.defined(struct) ? layout.anyMember(f.name())
                : layout.member(struct, f.name());
        if (slot.isEmpty()) {
            if (!hasEffects(f.base())) {
                code.rewind(mark);
            }
            code.open(CText.of(f) + " :member not in the model, any value");
            return new Place.Nowhere();
        }
        if (base.open()) {
            return followed();
        }
        return new Place.Memory(Val.plus(base.val(), Val.of(slot.get().offset())), slot.get().type());
    }

    private Typed addressOf(Expr e) {
        return switch (place(e)) {
        case Place.Memory m when m.type().length() > 0 -> Typed.of(m.address(), decayed(m.type()));
        case Place.Memory m -> m.type().pointers() > 0 && !layout.aggregate(m.type()) && layout.defined(m.type().pointee())
                && e instanceof Expr.Name ? load(m) : Typed.of(m.address(), new Type(m.type().base(), m.type().pointers() + 1, 0));
        case Place.Register r -> Typed.of(new Val.Reg(r.number()), r.type());
        case Place.Nowhere n -> Typed.OPEN;
        };
    }

    private static Type decayed(Type array) {
        return new Type(array.base(), array.pointers() + 1, 0);
    }

    /** Reads a place; of a struct or an array this is its address. */
    Typed load(Place place) {
        return switch (place) {
        case Place.Nowhere n -> Typed.OPEN;
        case Place.Register r -> Typed.of(new Val.Reg(r.number()), r.type());
        case Place.Memory m when m.type().length() > 0 -> Typed.of(m.address(), decayed(m.type()));
        case Place.Memory m when layout.aggregate(m.type()) -> Typed.of(m.address(), m.type());
        case Place.Memory m -> {
            int register = code.register();
            code.emit(new Op.Load(register, m.address(), code.site()));
            yield Typed.of(new Val.Reg(register), m.type());
        }
        };
    }

    void store(Place place, Val value, int freshFrom) {
        switch (place) {
        case Place.Nowhere n -> { }
        case Place.Register r -> code.set(r.number(), value, freshFrom);
        case Place.Memory m -> code.emit(new Op.Store(m.address(), value, code.site()));
        }
    }

    private Typed assign(Expr.Assign a) {
        int fresh = code.registers();
        if (!a.op().equals("=")) {
            String op = a.op().substring(0, a.op().length() - 1);
            Typed right = value(a.value());
            Place target = place(a.target());
            Typed old = load(target);
            Val made = arithmetic(op, old, Typed.of(coerced(right, Type.INT), right.type())).val();
            store(target, made, Integer.MAX_VALUE);
            return target instanceof Place.Register r ? Typed.of(new Val.Reg(r.number()), r.type())
                    : new Typed(made, old.type(), old.open());
        }
        if (a.value() instanceof Expr.Init init) {
            initialise(place(a.target()), init);
            return Typed.OPEN;
        }
        Typed right = value(a.value());
        Place target = place(a.target());
        return switch (target) {
        case Place.Nowhere n -> right;
        case Place.Memory m when layout.aggregate(m.type()) -> {
            copy(m, right);
            yield Typed.of(m.address(), m.type());
        }
        case Place.Memory m -> {
            Val value = coerced(right, m.type());
            store(m, value, fresh);
            yield Typed.of(value, m.type());
        }
        case Place.Register r -> {
            code.set(r.number(), coerced(right, r.type()), fresh);
            yield Typed.of(new Val.Reg(r.number()), r.type());
        }
        };
    }

    private void copy(Place.Memory target, Typed from) {
        if (from.open() || !layout.aggregate(from.type())) {
            code.open("struct :copied from something unknown, stays as it is");
            return;
        }
        int size = Math.min(layout.size(target.type()), layout.size(from.type()));
        for (int i = 0; i < size; i++) {
            int register = code.register();
            code.emit(new Op.Load(register, Val.plus(from.val(), Val.of(i)), code.site()));
            code.emit(new Op.Store(Val.plus(target.address(), Val.of(i)), new Val.Reg(register), code.site()));
        }
    }

    /** Gives a local its first value: what the list does not name is 0. */
    void initialise(Place place, Expr.Init init) {
        if (!(place instanceof Place.Memory m)) {
            if (place instanceof Place.Register r) {
                Val first = init.members().isEmpty() ? Val.ZERO : coerced(value(init.members().get(0).value()), r.type());
                code.emit(new Op.Set(r.number(), first));
            }
            return;
        }
        for (int i = 0; i < layout.size(m.type()); i++) {
            code.emit(new Op.Store(Val.plus(m.address(), Val.of(i)), Val.ZERO, code.site()));
        }
        fill(m, init);
    }

    private void fill(Place.Memory m, Expr.Init init) {
        int next = 0;
        for (Expr.Member member : init.members()) {
            Optional<Place.Memory> part = part(m, member.name(), next);
            next++;
            if (part.isEmpty()) {
                code.open("." + member.name() + " :member not in the model, not set");
            } else if (member.value() instanceof Expr.Init inner) {
                fill(part.get(), inner);
            } else if (layout.aggregate(part.get().type())) {
                copy(part.get(), value(member.value()));
            } else {
                store(part.get(), coerced(value(member.value()), part.get().type()), Integer.MAX_VALUE);
            }
        }
    }

    private Optional<Place.Memory> part(Place.Memory m, String name, int next) {
        if (m.type().length() > 0) {
            Type element = Layout.element(m.type());
            int at = name.isEmpty() ? next : program.constant(new Expr.Name(name.replaceAll("[\\[\\]]", ""))).orElse(
                    name.matches("\\[\\d{1,6}\\]") ? Integer.parseInt(name.substring(1, name.length() - 1)) : next);
            return at < m.type().length()
                    ? Optional.of(new Place.Memory(Val.plus(m.address(), Val.of((long) at * layout.size(element))), element))
                    : Optional.empty();
        }
        List<Layout.Slot> slots = layout.positional(m.type());
        Optional<Layout.Slot> slot = name.isEmpty() ? slots.stream().skip(next).findFirst() : layout.member(m.type(), name);
        return slot.map(s -> new Place.Memory(Val.plus(m.address(), Val.of(s.offset())), s.type()));
    }

    private Typed unary(Expr.Unary u) {
        return switch (u.op()) {
        case "&" -> {
            if (u.operand() instanceof Expr.Name n && code.local(n.name()).isEmpty() && program.function(n.name()).isPresent()) {
                yield name(n);
            }
            yield switch (place(u.operand())) {
            case Place.Memory m -> Typed.of(m.address(), new Type(m.type().base(), m.type().pointers() + 1, 0));
            case Place.Register r -> open("&" + CText.of(u.operand()) + " :any value");
            case Place.Nowhere n -> Typed.OPEN;
            };
        }
        case "*" -> load(place(u));
        case "!" -> {
            Typed t = value(u.operand());
            yield t.open() ? t : Typed.number(t.pointer() ? Val.unary("!", new Val.Un("?p", t.val())) : Val.unary("!", t.val()));
        }
        case "-", "~" -> {
            Typed t = value(u.operand());
            yield t.open() ? t : Typed.number(Val.unary(u.op(), t.val()));
        }
        case "+" -> value(u.operand());
        default -> step(u);
        };
    }

    private Typed step(Expr.Unary u) {
        Place target = place(u.operand());
        Typed old = load(target);
        boolean after = u.op().startsWith("x");
        Val before = old.val();
        if (after && target instanceof Place.Register) {
            int kept = code.register();
            code.emit(new Op.Set(kept, before));
            before = new Val.Reg(kept);
        }
        Val made = arithmetic(u.op().contains("++") ? "+" : "-", old, Typed.number(Val.ONE)).val();
        store(target, made, Integer.MAX_VALUE);
        return new Typed(after ? before : target instanceof Place.Register r ? new Val.Reg(r.number()) : made, old.type(), old.open());
    }

    private Typed binary(Expr.Binary b) {
        switch (b.op()) {
        case ",":
            effects(b.left());
            return value(b.right());
        case "&&", "||":
            return materialised(b);
        default:
            Typed left = value(b.left());
            Typed right = value(b.right());
            return left.open() || right.open() ? Typed.OPEN : arithmetic(b.op(), left, right);
        }
    }

    private Typed materialised(Expr condition) {
        int result = code.register();
        int yes = code.label();
        int no = code.label();
        int end = code.label();
        branch(condition, yes, no);
        code.place(yes);
        code.emit(new Op.Set(result, Val.ONE));
        code.emit(new Op.Jump(end));
        code.place(no);
        code.emit(new Op.Set(result, Val.ZERO));
        code.place(end);
        return Typed.number(new Val.Reg(result));
    }

    /** A binary operator on values that are known. Pointers scale by what they point to. */
    private Typed arithmetic(String op, Typed left, Typed right) {
        boolean pointers = left.pointer() || right.pointer();
        return switch (op) {
        case "==", "!=" -> Typed.number(pointers ? new Val.Bin(op + "p", left.val(), right.val())
                : Val.binary(op, left.val(), right.val()));
        case "+" -> right.pointer() && !left.pointer()
                ? Typed.of(Val.plus(right.val(), Val.times(left.val(), layout.size(right.type().pointee()))), right.type())
                : Typed.of(Val.plus(left.val(), left.pointer() ? Val.times(right.val(), layout.size(left.type().pointee()))
                        : right.val()), left.type());
        case "-" -> {
            int size = left.pointer() ? layout.size(left.type().pointee()) : 1;
            if (left.pointer() && right.pointer()) {
                Val distance = Val.binary("-", left.val(), right.val());
                yield Typed.number(size == 1 ? distance : Val.binary("/", distance, Val.of(size)));
            }
            yield Typed.of(Val.binary("-", left.val(), Val.times(right.val(), size)), left.type());
        }
        default -> Typed.number(Val.binary(op, left.val(), right.val()));
        };
    }

    private Typed conditional(Expr.Conditional c) {
        int result = code.register();
        int yes = code.label();
        int no = code.label();
        int end = code.label();
        Typed kept = Typed.OPEN;
        if (c.yes().equals(c.condition())) {
            kept = value(c.condition());
            code.emit(new Op.Set(result, coerced(kept, kept.type())));
            code.emit(new Op.Branch(new Val.Reg(result), end));
        } else {
            branch(c.condition(), yes, no);
            code.place(yes);
            int fresh = code.registers();
            kept = value(c.yes());
            code.set(result, coerced(kept, kept.type()), fresh);
            code.emit(new Op.Jump(end));
        }
        code.place(no);
        int fresh = code.registers();
        Typed other = value(c.no());
        code.set(result, coerced(other, kept.open() ? other.type() : kept.type()), fresh);
        code.place(end);
        return Typed.of(new Val.Reg(result), kept.pointer() || kept.open() || layout.aggregate(kept.type()) ? pick(kept, other) : other.type());
    }

    private static Type pick(Typed yes, Typed no) {
        return yes.open() || yes.type().base().equals("void") && no.pointer() ? no.type() : yes.type();
    }

    /** Goes to one of two labels; a condition that is open goes to both. */
    void branch(Expr condition, int yes, int no) {
        if (condition instanceof Expr.Binary b && (b.op().equals("&&") || b.op().equals("||"))) {
            int middle = code.label();
            branch(b.left(), b.op().equals("&&") ? middle : yes, b.op().equals("&&") ? no : middle);
            code.place(middle);
            branch(b.right(), yes, no);
        } else if (condition instanceof Expr.Unary u && u.op().equals("!")) {
            branch(u.operand(), no, yes);
        } else {
            code.emit(new Op.Branch(truth(value(condition)), yes));
            code.emit(new Op.Jump(no));
        }
    }

    private Val truth(Typed typed) {
        if (typed.open()) {
            return choice();
        }
        return typed.pointer() ? new Val.Un("?p", typed.val()) : typed.val();
    }

    private Typed call(Expr.Call c) {
        String name = c.name();
        if (!name.isEmpty() && code.local(name).isEmpty() && program.global(name).isEmpty()) {
            Optional<Typed> built = builtins.call(c);
            if (built.isPresent()) {
                return built.get();
            }
            Optional<Function> function = program.function(name);
            if (function.isEmpty()) {
                c.arguments().forEach(this::effects);
                return open(name + "() :not defined, does nothing");
            }
            return direct(c, function.get());
        }
        Expr callee = c.callee() instanceof Expr.Unary u && u.op().equals("*") ? u.operand() : c.callee();
        Typed target = value(callee);
        if (target.open()) {
            c.arguments().forEach(this::effects);
            return open(CText.of(c.callee()) + "() :not known what it calls, does nothing");
        }
        List<Val> arguments = new ArrayList<>();
        for (Expr argument : c.arguments()) {
            Typed typed = value(argument);
            arguments.add(typed.open() ? WILD : typed.val());
        }
        int result = code.register();
        code.emit(new Op.CallAt(result, target.val(), arguments, code.site()));
        return Typed.number(new Val.Reg(result));
    }

    private Typed direct(Expr.Call c, Function function) {
        List<Val> arguments = new ArrayList<>();
        List<Function.Parameter> parameters = Lowering.parameters(function);
        for (int i = 0; i < c.arguments().size(); i++) {
            if (i < parameters.size()) {
                arguments.add(coerced(value(c.arguments().get(i)), parameters.get(i).type()));
            } else {
                effects(c.arguments().get(i));
            }
        }
        if (c.arguments().size() != parameters.size()) {
            code.open(c.name() + "() :called with " + c.arguments().size() + " arguments and has " + parameters.size()
                    + (c.arguments().size() < parameters.size() ? ", the missing ones are 0" : ", the others are ignored"));
        }
        return Lowering.inlined(program, code, this, function, arguments).orElseGet(() -> {
            int result = code.register();
            code.emit(new Op.Call(result, code.callee(c.name()), arguments, code.site()));
            return Typed.of(new Val.Reg(result), function.returns());
        });
    }
}
