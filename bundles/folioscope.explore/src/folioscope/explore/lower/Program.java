package folioscope.explore.lower;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of a unit: functions with their numbers, enumerators, and globals with their addresses and first values.
 * Of two of one name the first counts.
 */
public final class Program {

    /** The first address that an object has: smaller ones are NULL, or a member's offset from NULL. */
    public static final int FIRST_ADDRESS = 256;

    /** Where pointers got from nowhere point to; no object lies there. */
    public static final int WILD = 0x6000;

    /** A global. */
    public record Global(String name, int address, Type type, SortedSet<String> mentions) { }

    private final Unit unit;
    private final Layout layout;
    private final Map<String, Function> functions;
    private final Map<String, Integer> numbers;
    private final Map<String, Long> enumerators;
    private final Map<String, Global> globals;
    private final Optional<Basis> basis;

    /** What was asked for by {@link Basis} so far. */
    private final Map<String, Basis.Meaning> meanings;
    private final int[] initial;
    private final int[] objects;
    private final int objectCount;

    /** The addresses given away so far. */
    private static final class Room {
        private int end = FIRST_ADDRESS;
        private int[] objects = new int[0];
        private int count;

        void add(int size, int one) {
            objects = Arrays.copyOf(objects, Math.max(objects.length, (end + size) * 2));
            for (int i = 0; i < size; i++) {
                objects[end + i] = count + i / one + 1;
            }
            count += (size + one - 1) / one;
            end += size;
        }
    }

    /** Resolves the unit's names. */
    public Program(Unit unit) {
        this.unit = unit;
        layout = new Layout(unit);
        functions = new LinkedHashMap<>();
        numbers = new HashMap<>();
        enumerators = new HashMap<>();
        globals = new LinkedHashMap<>();
        basis = Optional.empty();
        meanings = new ConcurrentHashMap<>();
        for (Function function : unit.functions()) {
            if (functions.putIfAbsent(function.name(), function) == null) {
                numbers.put(function.name(), functions.size());
            }
        }
        for (Enumerator e : unit.enumerators()) {
            enumerators.putIfAbsent(e.name(), e.value());
        }
        Room room = new Room();
        unit.variables().forEach(v -> place(v, room));
        initial = new int[room.end];
        objects = Arrays.copyOf(room.objects, room.end);
        objectCount = room.count;
        for (Variable v : unit.variables()) {
            v.init().ifPresent(init -> fill(globals.get(v.name()).address, v.type(), init));
        }
    }

    private Program(Program known, Basis basis) {
        this.unit = known.unit;
        this.layout = known.layout.noting(basis);
        this.functions = known.functions;
        this.numbers = known.numbers;
        this.enumerators = known.enumerators;
        this.globals = known.globals;
        this.meanings = known.meanings;
        this.initial = known.initial;
        this.objects = known.objects;
        this.objectCount = known.objectCount;
        this.basis = Optional.of(basis);
    }

    /** A variant of a program in which only bodies are others. */
    private Program(Program known, Unit variant) {
        this.unit = variant;
        this.layout = known.layout;
        this.functions = new LinkedHashMap<>();
        variant.functions().forEach(f -> functions.putIfAbsent(f.name(), f));
        this.numbers = known.numbers;
        this.enumerators = known.enumerators;
        this.globals = known.globals;
        this.initial = known.initial;
        this.objects = known.objects;
        this.objectCount = known.objectCount;
        this.basis = Optional.empty();
        this.meanings = new ConcurrentHashMap<>();
    }

    /**
     * The program of another unit, if the two differ in nothing but bodies of functions, and in none that is put where
     * it is called: then every function that is the same object in both becomes the same.
     */
    public Optional<Program> variant(Unit other) {
        boolean alike = same(unit.structs(), other.structs()) && same(unit.enumerators(), other.enumerators())
                && same(unit.variables(), other.variables()) && unit.functions().size() == other.functions().size();
        for (int i = 0; alike && i < unit.functions().size(); i++) {
            Function mine = unit.functions().get(i);
            Function others = other.functions().get(i);
            alike = mine == others || mine.name().equals(others.name()) && Basis.alike(mine, others);
        }
        return alike ? Optional.of(new Program(this, other)) : Optional.empty();
    }

    private static boolean same(List<?> mine, List<?> others) {
        boolean same = mine == others || mine.size() == others.size();
        for (int i = 0; same && mine != others && i < mine.size(); i++) {
            same = mine.get(i) == others.get(i);
        }
        return same;
    }

    /** The same program; whatever is asked of its names becomes part of the basis. */
    Program noting(Basis asked) {
        return new Program(this, asked);
    }

    Basis.Meaning meaning(String name) {
        return meanings.computeIfAbsent(name, n -> new Basis.Meaning(Optional.ofNullable(functions.get(n)),
                Optional.ofNullable(enumerators.get(n)),
                Optional.ofNullable(globals.get(n))));
    }

    OptionalInt numbered(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private void ask(String name) {
        basis.ifPresent(b -> b.name(name, this));
    }

    private int asked(String function) {
        basis.ifPresent(b -> b.number(function, this));
        return numbers.get(function);
    }

    private void place(Variable v, Room room) {
        Global known = globals.get(v.name());
        if (known != null && (v.init().isEmpty() || layout.size(known.type) >= layout.size(v.type()))) {
            return;
        }
        SortedSet<String> mentions = new TreeSet<>();
        v.init().ifPresent(init -> names(init, mentions));
        globals.put(v.name(), new Global(v.name(), room.end, v.type(), mentions));
        int size = layout.size(v.type());
        room.add(size, v.type().length() > 0 ? layout.size(Layout.element(v.type())) : size);
    }

    private void names(Expr init, SortedSet<String> into) {
        switch (init) {
        case Expr.Init list -> list.members().forEach(m -> names(m.value(), into));
        case Expr.Name name -> into.add(name.name());
        case Expr.Unary unary -> names(unary.operand(), into);
        case Expr.Index index -> names(index.base(), into);
        case Expr.Field field -> names(field.base(), into);
        default -> { }
        }
    }

    private void fill(int address, Type type, Expr init) {
        if (!(init instanceof Expr.Init list)) {
            constant(init).ifPresent(value -> initial[address] = value);
            return;
        }
        int next = 0;
        for (Expr.Member member : list.members()) {
            if (type.length() > 0) {
                OptionalInt at = member.name().isEmpty() ? OptionalInt.of(next) : constantNamed(member.name());
                next = at.orElse(next);
                if (next >= 0 && next < type.length()) {
                    fill(address + next * layout.size(Layout.element(type)), Layout.element(type), member.value());
                }
                next++;
            } else if (layout.aggregate(type)) {
                List<Layout.Slot> slots = layout.positional(type);
                Optional<Layout.Slot> slot = !member.name().isEmpty() ? layout.member(type, member.name())
                        : next < slots.size() ? Optional.of(slots.get(next)) : Optional.empty();
                slot.ifPresent(s -> fill(address + s.offset(), s.type(), member.value()));
                next = slot.map(s -> slots.indexOf(s) + 1).orElse(next + 1);
            } else {
                constant(member.value()).ifPresent(value -> initial[address] = value);
                return;
            }
        }
    }

    private OptionalInt constantNamed(String designator) {
        String text = designator.replace("[", "").replace("]", "").strip();
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : constant(new Expr.Name(text));
    }

    /** The value of a constant expression, also of a function's or an object's address. */
    public OptionalInt constant(Expr e) {
        return switch (e) {
        case Expr.Num n -> OptionalInt.of((int) n.value());
        case Expr.Text t -> OptionalInt.of(1);
        case Expr.Name n -> named(n.name());
        case Expr.Unary u when u.op().equals("&") -> address(u.operand());
        case Expr.Unary u -> constant(u.operand()).stream().mapToObj(v -> Val.unary(u.op(), Val.of(v)))
                .flatMapToInt(Program::known).findFirst();
        case Expr.Binary b -> {
            OptionalInt l = constant(b.left());
            OptionalInt r = constant(b.right());
            yield l.isPresent() && r.isPresent()
                    ? known(Val.binary(b.op(), Val.of(l.getAsInt()), Val.of(r.getAsInt()))).findFirst() : OptionalInt
                    .empty();
        }
        case Expr.Conditional c -> {
            OptionalInt condition = constant(c.condition());
            yield condition.isEmpty() ? condition : constant(condition.getAsInt() != 0 ? c.yes() : c.no());
        }
        default -> OptionalInt.empty();
        };
    }

    private static java.util.stream.IntStream known(Val val) {
        return val instanceof Val.Const c ? java.util.stream.IntStream.of(c.value()) : java.util.stream.IntStream
                .empty();
    }

    private OptionalInt named(String name) {
        ask(name);
        Long value = enumerators.get(name);
        if (value != null) {
            return OptionalInt.of(value.intValue());
        }
        if (functions.containsKey(name)) {
            return OptionalInt.of(asked(name));
        }
        Global global = globals.get(name);
        if (global != null && (global.type.length() > 0 || layout.aggregate(global.type))) {
            return OptionalInt.of(global.address);
        }
        return switch (name) {
        case "NULL", "false" -> OptionalInt.of(0);
        case "true" -> OptionalInt.of(1);
        default -> OptionalInt.empty();
        };
    }

    private record Spot(int address, Type type) { }

    private OptionalInt address(Expr e) {
        if (e instanceof Expr.Name n && function(n.name()).isPresent()) {
            return OptionalInt.of(asked(n.name()));
        }
        return spot(e).map(s -> OptionalInt.of(s.address)).orElse(OptionalInt.empty());
    }

    private Optional<Spot> spot(Expr e) {
        return switch (e) {
        case Expr.Name n -> global(n.name()).map(g -> new Spot(g.address, g.type));
        case Expr.Field f when !f.arrow() -> spot(f.base())
                .flatMap(s -> layout.member(s.type, f.name()).map(m -> new Spot(s.address + m.offset(), m.type())));
        case Expr.Index i -> {
            OptionalInt index = constant(i.index());
            yield index.isEmpty() ? Optional.empty() : spot(i.base()).filter(s -> s.type.length() > 0)
                    .map(s -> new Spot(s.address + index.getAsInt() * layout.size(Layout.element(s.type)), Layout
                    .element(s.type)));
        }
        default -> Optional.empty();
        };
    }

    public Layout layout() {
        return layout;
    }

    public Optional<Function> function(String name) {
        ask(name);
        return Optional.ofNullable(functions.get(name));
    }

    /** All functions, in the unit's order. */
    public List<Function> functions() {
        return List.copyOf(functions.values());
    }

    /** A function's number, from 1 on: its value as a pointer. */
    public int number(String function) {
        return asked(function);
    }

    public Optional<Long> enumerator(String name) {
        ask(name);
        return Optional.ofNullable(enumerators.get(name));
    }

    public Optional<Global> global(String name) {
        ask(name);
        return Optional.ofNullable(globals.get(name));
    }

    /** The global that an address lies in. */
    public Optional<Global> at(int address) {
        return globals.values().stream()
                .filter(g -> address >= g.address && address < g.address + layout.size(g.type)).findFirst();
    }

    /** The first address behind all globals. */
    public int end() {
        return initial.length;
    }

    /** The first value of each address below {@link #end()}. */
    public int[] initial() {
        return initial.clone();
    }

    /**
     * For each address below {@link #end()} the number of its object, from 1 on: a global, or an element of a global
     * array.
     */
    public int[] objects() {
        return objects.clone();
    }

    /** How many objects there are. */
    public int objectCount() {
        return objectCount;
    }
}
