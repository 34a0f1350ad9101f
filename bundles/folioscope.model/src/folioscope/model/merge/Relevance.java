package folioscope.model.merge;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which lines touch the life of a page: those that name something of the model. */
final class Relevance {

    /** Assertions judge a page's life but do not take part in it: an assertion is relevant if what it looks at is. */
    private static final SortedSet<String> JUDGES = new TreeSet<>(List.of("WARN_ON", "WARN_ON_ONCE", "VM_BUG_ON",
            "VM_BUG_ON_PAGE", "VM_BUG_ON_FOLIO", "VM_WARN_ON_ONCE", "VM_WARN_ON_ONCE_PAGE", "VM_WARN_ON_FOLIO", "BUG_ON", "WARN"));

    private final SortedSet<String> functions = new TreeSet<>();
    private final SortedSet<String> idle = new TreeSet<>();
    private final SortedSet<String> members = new TreeSet<>();
    private final SortedSet<String> constants = new TreeSet<>();

    /**
     * What the unit names, the functions that the patch brings, and the members and constants that it adds.
     *
     * @param declared the unit with the patch's declarations
     */
    Relevance(Unit unit, SortedSet<String> brought, Unit declared) {
        this(unit, brought);
        SortedSet<String> known = new TreeSet<>();
        unit.structs().stream().map(Struct::name).forEach(known::add);
        declared.structs().stream().filter(s -> known.contains(s.name())).forEach(this::members);
        declared.enumerators().stream().map(Enumerator::name).forEach(constants::add);
    }

    /** What the unit names, and the functions that the patch brings. */
    Relevance(Unit unit, SortedSet<String> brought) {
        unit.functions().stream().map(Function::name).filter(n -> !JUDGES.contains(n)).forEach(functions::add);
        unit.functions().stream().filter(Relevance::idle).map(Function::name).forEach(idle::add);
        idle.removeAll(brought);
        functions.addAll(brought);
        unit.structs().forEach(this::members);
        unit.enumerators().stream().map(Enumerator::name).forEach(constants::add);
    }

    private void members(Struct struct) {
        for (Struct.Member member : struct.members()) {
            if (!member.name().isEmpty()) {
                members.add(member.name());
            }
            member.inner().ifPresent(this::members);
        }
    }

    /** For each line of the body whether it is relevant, given the locals that the model's function knows. */
    boolean[] of(Flat flat, SortedSet<String> locals) {
        return of(flat, item -> byItself(item, locals));
    }

    private static boolean[] of(Flat flat, Predicate<Item> byItself) {
        boolean[] relevant = new boolean[flat.items().size()];
        for (int i = 0; i < relevant.length; i++) {
            if (byItself.test(flat.items().get(i))) {
                mark(flat, i, relevant);
            }
        }
        for (int i = 0; i < relevant.length; i++) {
            Item item = flat.items().get(i);
            int around = item.kind().stands() ? flat.parent()[i] : flat.partner()[i];
            boolean follows = jumps(item) || item.kind() == Item.Kind.CASE || !item.kind().stands();
            relevant[i] |= follows && item.kind() != Item.Kind.GAP && (around < 0 ? item.kind().stands() : relevant[around]);
        }
        return relevant;
    }

    /** The function with only what touches the life of a page, and what its locals come to; its declarations stay. */
    Function skeleton(Function function) {
        Flat flat = Flat.of(function.body());
        SortedSet<String> locals = new TreeSet<>();
        function.parameters().forEach(p -> locals.add(p.name()));
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                locals.add(d.name());
            }
        });
        boolean[] relevant = of(flat, item -> byItself(item, locals) || item.kind().stands() && sets(item.stmt(), locals));
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < relevant.length; i++) {
            Item item = flat.items().get(i);
            if (relevant[i] || item.stmt() instanceof Stmt.Declare && item.kind() == Item.Kind.SIMPLE) {
                kept.add(item);
            }
        }
        return Flat.rebuilt(kept, function.body()).map(body -> new Function(function.name(), function.returns(),
                function.parameters(), body, function.presence(), function.comment(), function.origin())).orElse(function);
    }

    /** Whether evaluating the statement, or its head, changes a local. */
    private static boolean sets(Stmt stmt, SortedSet<String> locals) {
        boolean[] sets = { false };
        Walk.heads(stmt).forEach(head -> Walk.expressions(head, e -> {
            Optional<Expr> target = e instanceof Expr.Assign a ? Optional.of(a.target())
                    : e instanceof Expr.Unary u && (u.op().contains("++") || u.op().contains("--")) ? Optional.of(u.operand()) : Optional.empty();
            sets[0] |= target.filter(t -> t instanceof Expr.Name n && locals.contains(n.name())).isPresent();
        }));
        return sets[0];
    }

    /** A relevant line makes the heads around it relevant. */
    private static void mark(Flat flat, int i, boolean[] relevant) {
        for (int at = i; at >= 0 && !relevant[at]; at = flat.parent()[at]) {
            relevant[at] = true;
        }
    }

    private static boolean jumps(Item item) {
        return item.kind() == Item.Kind.SIMPLE && (item.stmt() instanceof Stmt.Return || item.stmt() instanceof Stmt.Goto
                || item.stmt() instanceof Stmt.Break || item.stmt() instanceof Stmt.Continue || item.stmt() instanceof Stmt.Label);
    }

    private boolean byItself(Item item, SortedSet<String> locals) {
        if (!item.kind().stands()) {
            return false;
        }
        Names names = Names.of(item);
        if (touches(names)) {
            return true;
        }
        Optional<Expr> value = Walk.heads(item.stmt()).stream().findFirst();
        return switch (item.stmt()) {
            case Stmt.Eval e when e.expr() instanceof Expr.Assign a && a.target() instanceof Expr.Name n -> locals.contains(n.name());
            case Stmt.Declare d -> locals.contains(d.name()) && d.init().isPresent();
            case Stmt.If i -> known(names, locals) && !unknown(value);
            default -> false;
        };
    }

    private static boolean known(Names names, SortedSet<String> locals) {
        SortedSet<String> plain = new TreeSet<>(names.plain());
        plain.removeAll(JUDGES);
        return !plain.isEmpty() && locals.containsAll(plain);
    }

    private static boolean unknown(Optional<Expr> value) {
        boolean[] seen = { value.isEmpty() };
        value.ifPresent(v -> Walk.expressions(v,
                e -> seen[0] |= e instanceof Expr.Unknown || e instanceof Expr.Call c && !JUDGES.contains(c.name())));
        return seen[0];
    }

    /** Whether a statement only calls a function that nobody knows, and hands it something known; a message is no such call. */
    boolean opaque(Item item, SortedSet<String> locals) {
        return item.stmt() instanceof Stmt.Eval e && e.expr() instanceof Expr.Call call
                && call.arguments().stream().noneMatch(Expr.Text.class::isInstance)
                && call.arguments().stream().anyMatch(a -> a instanceof Expr.Name n && locals.contains(n.name()))
                && Walk.callee(call).filter(n -> !functions.contains(n) && !JUDGES.contains(n)).isPresent();
    }

    /** Whether a function does nothing, or gives the same number always. */
    private static boolean idle(Function function) {
        List<Stmt> body = function.body().body();
        return body.isEmpty() || body.size() == 1 && body.get(0) instanceof Stmt.Return r
                && r.value().map(v -> v instanceof Expr.Num).orElse(true);
    }

    /** Whether a line only calls what does nothing in the model: it does not matter where it goes, or that it is not there. */
    boolean idle(Item item) {
        return item.kind() == Item.Kind.SIMPLE && item.stmt() instanceof Stmt.Eval e && e.expr() instanceof Expr.Call
                && idle.containsAll(Names.of(item).called());
    }

    boolean touches(Names names) {
        return names.called().stream().anyMatch(functions::contains) || names.members().stream().anyMatch(members::contains)
                || names.plain().stream().anyMatch(n -> constants.contains(n) || functions.contains(n));
    }
}
