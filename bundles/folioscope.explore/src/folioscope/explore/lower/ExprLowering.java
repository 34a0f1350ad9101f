package folioscope.explore.lower;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Type;
import java.util.Optional;

/** Lowers expressions: their effects become operations, their values {@link Val}s. */
final class ExprLowering {

    static final Val WILD = Val.of(Program.WILD);

    private final Program program;
    private final Layout layout;
    private final Emitter code;
    private final Places places;
    private final CallLowering calls;

    ExprLowering(Program program, Emitter code) {
        this.program = program;
        this.layout = program.layout();
        this.code = code;
        this.places = new Places(this, program, code);
        this.calls = new CallLowering(this, program, code);
    }

    /** The value of an expression, with all its effects. */
    Typed value(Expr e) {
        return switch (e) {
        case Expr.Num n -> Typed.number(Val.of(n.value()));
        case Expr.Text t -> Typed.of(WILD, new Type("char", 1, 0));
        case Expr.Name n -> name(n);
        case Expr.Field f -> places.load(places.place(f));
        case Expr.Index i -> places.load(places.place(i));
        case Expr.Call c -> calls.call(c);
        case Expr.Unary u -> unary(u);
        case Expr.Binary b -> binary(b);
        case Expr.Conditional c -> conditional(c);
        case Expr.Assign a -> assign(a);
        case Expr.Wait w -> calls.await(w);
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
        code.emit(new Op.Guess(register));
        return new Val.Reg(register);
    }

    Typed open(String what) {
        code.open(what);
        return Typed.OPEN;
    }

    /** Where expressions lie. */
    Places places() {
        return places;
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
        Place place = places.place(n);
        if (!(place instanceof Place.Nowhere)) {
            return places.load(place);
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

    private Typed assign(Expr.Assign a) {
        int fresh = code.registers();
        if (!a.op().equals("=")) {
            String op = a.op().substring(0, a.op().length() - 1);
            Typed right = value(a.value());
            Place target = places.place(a.target());
            Typed old = places.load(target);
            Val made = arithmetic(op, old, Typed.of(coerced(right, Type.INT), right.type())).val();
            places.store(target, made, Integer.MAX_VALUE);
            return target instanceof Place.Register r ? Typed.of(new Val.Reg(r.number()), r.type())
                    : new Typed(made, old.type(), old.open());
        }
        if (a.value() instanceof Expr.Init init) {
            places.initialise(places.place(a.target()), init);
            return Typed.OPEN;
        }
        Typed right = value(a.value());
        Place target = places.place(a.target());
        return switch (target) {
        case Place.Nowhere n -> right;
        case Place.Memory m when layout.aggregate(m.type()) -> {
            places.copy(m, right);
            yield Typed.of(m.address(), m.type());
        }
        case Place.Memory m -> {
            Val value = coerced(right, m.type());
            places.store(m, value, fresh);
            yield Typed.of(value, m.type());
        }
        case Place.Register r -> {
            code.set(r.number(), coerced(right, r.type()), fresh);
            yield Typed.of(new Val.Reg(r.number()), r.type());
        }
        };
    }

    private Typed unary(Expr.Unary u) {
        return switch (u.op()) {
        case "&" -> {
            if (u.operand() instanceof Expr.Name n && code.local(n.name()).isEmpty() && program.function(n.name())
                    .isPresent()) {
                yield name(n);
            }
            yield switch (places.place(u.operand())) {
            case Place.Memory m -> Typed.of(m.address(), new Type(m.type().base(), m.type().pointers() + 1, 0));
            case Place.Register r -> open("&" + CText.of(u.operand()) + " :any value");
            case Place.Nowhere n -> Typed.OPEN;
            };
        }
        case "*" -> places.load(places.place(u));
        case "!" -> {
            Typed t = value(u.operand());
            yield t.open() ? t : Typed
                    .number(t.pointer() ? Val.unary("!", new Val.Un("?p", t.val())) : Val.unary("!", t.val()));
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
        Place target = places.place(u.operand());
        Typed old = places.load(target);
        boolean after = u.op().startsWith("x");
        Val before = old.val();
        if (after && target instanceof Place.Register) {
            int kept = code.register();
            code.emit(new Op.Set(kept, before));
            before = new Val.Reg(kept);
        }
        Val made = arithmetic(u.op().contains("++") ? "+" : "-", old, Typed.number(Val.ONE)).val();
        places.store(target, made, Integer.MAX_VALUE);
        return new Typed(after ? before : target instanceof Place.Register r ? new Val.Reg(r.number()) : made, old
                .type(), old.open());
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
                ? Typed.of(Val.plus(right.val(), Val.times(left.val(), layout.size(right.type().pointee()))), right
                .type())
                : Typed.of(Val
                .plus(left.val(), left.pointer() ? Val.times(right.val(), layout.size(left.type().pointee()))
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
        return Typed.of(new Val.Reg(result), kept.pointer() || kept.open() || layout.aggregate(kept.type())
                ? pick(kept, other) : other.type());
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
}
