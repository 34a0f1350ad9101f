package folioscope.explore.lower;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Type;
import java.util.List;
import java.util.Optional;

/** Finds where expressions lie, and reads, writes and initialises what lies there. */
final class Places {

    private final ExprLowering exprs;
    private final Program program;
    private final Layout layout;
    private final Emitter code;

    Places(ExprLowering exprs, Program program, Emitter code) {
        this.exprs = exprs;
        this.program = program;
        this.layout = program.layout();
        this.code = code;
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
            yield global.isPresent() ? new Place.Memory(Val.of(global.get().address()), global.get().type())
                    : new Place.Nowhere();
        }
        case Expr.Field f -> field(f);
        case Expr.Index i -> {
            Typed base = exprs.value(i.base());
            Typed index = exprs.value(i.index());
            Type element = base.type().pointers() > 0 ? base.type().pointee() : Type.UNKNOWN;
            yield base.open() ? followed() : new Place.Memory(
                    Val.plus(base.val(), Val.times(exprs.coerced(index, Type.INT), layout.size(element))), element);
        }
        case Expr.Unary u when u.op().equals("*") -> {
            Typed base = exprs.value(u.operand());
            yield base.open() ? followed() : new Place.Memory(base.val(), base.type().pointee());
        }
        case Expr.Conditional c -> pointed(exprs.value(c));
        case Expr.Call c -> pointed(exprs.value(c));
        case Expr.Binary b when b.op().equals(",") -> {
            exprs.effects(b.left());
            yield place(b.right());
        }
        default -> new Place.Nowhere();
        };
    }

    /** A struct as a value is its address. */
    private Place pointed(Typed typed) {
        return typed.open() || !layout.aggregate(typed.type()) ? new Place.Nowhere()
                : new Place.Memory(typed.val(), typed.type());
    }

    private Place followed() {
        code.open("pointer :nothing known of where it points, the path ends");
        code.emit(new Op.Stop());
        return new Place.Nowhere();
    }

    private Place field(Expr.Field f) {
        int mark = code.mark();
        Typed base = f.arrow() ? exprs.value(f.base()) : addressOf(f.base());
        Type struct = base.type().pointers() > 0 ? base.type().pointee() : base.type();
        Optional<Layout.Slot> slot = base.open() || !layout.defined(struct) ? layout.anyMember(f.name())
                : layout.member(struct, f.name()).or(() -> layout.memberAround(struct, f.name()));
        if (slot.isEmpty()) {
            if (!ExprLowering.hasEffects(f.base())) {
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

    /** Where a struct lies; of a pointer to one, where it points: the model points to what the kernel has within. */
    private Typed addressOf(Expr e) {
        return switch (place(e)) {
        case Place.Memory m when m.type().length() > 0 -> Typed.of(m.address(), decayed(m.type()));
        case Place.Memory m when m.type().pointers() == 1 && layout.defined(m.type().pointee()) -> load(m);
        case Place.Memory m -> Typed.of(m.address(), new Type(m.type().base(), m.type().pointers() + 1, 0));
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

    /** Copies a struct. */
    void copy(Place.Memory target, Typed from) {
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
                Val first = init.members().isEmpty() ? Val.ZERO : exprs
                        .coerced(exprs.value(init.members().get(0).value()), r.type());
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
                copy(part.get(), exprs.value(member.value()));
            } else {
                store(part.get(), exprs.coerced(exprs.value(member.value()), part.get().type()), Integer.MAX_VALUE);
            }
        }
    }

    private Optional<Place.Memory> part(Place.Memory m, String name, int next) {
        if (m.type().length() > 0) {
            Type element = Layout.element(m.type());
            int at = name.isEmpty() ? next : program.constant(new Expr.Name(name.replaceAll("[\\[\\]]", ""))).orElse(
                    name.matches("\\[\\d{1,6}\\]") ? Integer.parseInt(name.substring(1, name.length() - 1)) : next);
            return at < m.type().length()
                    ? Optional.of(new Place.Memory(Val.plus(m.address(), Val.of((long) at * layout.size(element))),
                    element))
                    : Optional.empty();
        }
        List<Layout.Slot> slots = layout.positional(m.type());
        Optional<Layout.Slot> slot = name.isEmpty() ? slots.stream().skip(next).findFirst() : layout
                .member(m.type(), name);
        return slot.map(s -> new Place.Memory(Val.plus(m.address(), Val.of(s.offset())), s.type()));
    }
}
