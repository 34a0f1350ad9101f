package folioscope.explore.lower;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The code of one function while it is being lowered: its operations, registers, labels, places, and the names in
 * scope.
 */
final class Emitter {

    /** A local: in a register, or (with {@code storage} from 0 on) in the thread's storage. */
    record Variable(Type type, int register, int storage) { }

    private final String function;
    private final List<Op> ops = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<Site> waits = new ArrayList<>();
    private final List<Integer> waitLabels = new ArrayList<>();
    private final List<String> unknowns = new ArrayList<>();
    private final Map<String, Integer> callees = new LinkedHashMap<>();
    private final SortedSet<String> mentioned = new TreeSet<>();
    private final Deque<Deque<Map<String, Variable>>> functions = new ArrayDeque<>();
    private final Map<Integer, String> names = new HashMap<>();
    private Deque<Map<String, Variable>> scopes = new ArrayDeque<>();
    private int registers;
    private int labels;
    private int storage;
    private int wait = -1;
    private Optional<Stmt> statement = Optional.empty();
    private Origin origin;

    Emitter(String function, Origin origin) {
        this.function = function;
        this.origin = origin;
        scopes.push(new HashMap<>());
    }

    /** Says which statement comes next; inside an inlined function it stays the one that calls it. */
    void at(Stmt stmt) {
        if (!functions.isEmpty()) {
            return;
        }
        statement = Optional.of(stmt);
        origin = stmt.origin();
    }

    void emit(Op op) {
        ops.add(op);
    }

    int register() {
        return registers++;
    }

    int label() {
        return labels++;
    }

    void place(int label) {
        ops.add(new Op.Label(label));
    }

    int mark() {
        return ops.size();
    }

    /** Forgets what was emitted since a mark. */
    void rewind(int mark) {
        ops.subList(mark, ops.size()).clear();
    }

    int site() {
        return site("", "", Optional.empty());
    }

    int site(String effect, String message, Optional<Expr> predicate) {
        sites.add(new Site(function, origin, statement, effect, message, wait, predicate));
        return sites.size() - 1;
    }

    /** Starts a wait whose condition stands behind the label; gives back the wait around it. */
    int enterWait(int label, Expr condition) {
        int outer = wait;
        wait = waits.size();
        waits.add(new Site(function, origin, statement, "", "", wait, Optional.of(condition)));
        waitLabels.add(label);
        return outer;
    }

    void leaveWait(int outer) {
        wait = outer;
    }

    /** Says that something is left open here: what, then {@code " :"}, then what comes of it. */
    void open(String what) {
        int colon = what.lastIndexOf(" :");
        unknowns.add(what.substring(0, colon) + " at " + origin + ": " + what.substring(colon + 2));
        emit(new Op.Note(unknowns.size() - 1));
    }

    int callee(String name) {
        return callees.computeIfAbsent(name, n -> callees.size());
    }

    void mention(String name) {
        mentioned.add(name);
    }

    void push() {
        scopes.push(new HashMap<>());
    }

    void pop() {
        scopes.pop();
    }

    /** Starts the body of a function that is inlined: it sees none of the locals around. */
    void enterFunction() {
        functions.push(scopes);
        scopes = new ArrayDeque<>();
        scopes.push(new HashMap<>());
    }

    void leaveFunction() {
        scopes = functions.pop();
    }

    /** How many inlined functions this stands in. */
    int inlined() {
        return functions.size();
    }

    Optional<Variable> local(String name) {
        return scopes.stream().filter(s -> s.containsKey(name)).map(s -> s.get(name)).findFirst();
    }

    Variable declare(String name, Type type, int slots) {
        Variable made = slots == 0 ? new Variable(type, register(), -1) : new Variable(type, -1, storage);
        storage += slots;
        if (made.register >= 0) {
            names.put(made.register, name);
        }
        scopes.peek().put(name, made);
        return made;
    }

    /** Puts a value into a register; a value just computed into a fresh one is computed there at once. */
    void set(int target, Val value, int freshFrom) {
        int last = ops.size() - 1;
        if (value instanceof Val.Reg r && r.number() >= freshFrom && last >= 0) {
            Op moved = switch (ops.get(last)) {
            case Op.Load l when l.target() == r.number() -> new Op.Load(target, l.address(), l.site());
            case Op.Call c when c.target() == r.number() -> new Op.Call(target, c.callee(), c.arguments(), c.site());
            case Op.CallAt c when c.target() == r.number() ->
                    new Op.CallAt(target, c.function(), c.arguments(), c.site());
            case Op.Update u when u.target() == r.number() ->
                    new Op.Update(target, u.kind(), u.address(), u.values(), u.site());
            case Op.Guess g when g.target() == r.number() -> new Op.Guess(target);
            case Op.Choose c when c.target() == r.number() -> new Op.Choose(target, c.count());
            default -> null;
            };
            if (moved != null) {
                ops.set(last, moved);
                return;
            }
        }
        emit(new Op.Set(target, value));
    }

    int registers() {
        return registers;
    }

    Body body(int parameters, Origin head) {
        return new Body(function, head, parameters, registers, labels, storage, ops, sites, waits, waitLabels, unknowns,
                List.copyOf(callees.keySet()), mentioned, names);
    }
}
