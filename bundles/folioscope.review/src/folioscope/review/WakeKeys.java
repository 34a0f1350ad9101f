package folioscope.review;

import folioscope.explore.Step;
import folioscope.explore.Violation;
import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why nobody wakes a sleeper: what it sleeps on, and what those wake who change what it waits for. Waiter and waker meet by the
 * address of the key (kernel/sched/wait_bit.c), so that a wake of another address is lost.
 */
final class WakeKeys {

    private static final String WAKE = "__wake";

    private final Unit unit;
    private final Reach reach;

    WakeKeys(Unit unit, Reach reach) {
        this.unit = unit;
        this.reach = reach;
    }

    /** A clause about the keys of a wake that was lost; none where the waker may well wake the sleeper's key. */
    Optional<String> clause(Violation v) {
        Optional<String> key = unit.function(v.function()).flatMap(f -> sleptOn(f, v.predicate()));
        Optional<String> waker = waker(v);
        if (v.kind() != Violation.Kind.LOST_WAKE || key.isEmpty() || waker.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> woken = new TreeSet<>();
        reach.from(List.of(waker.get())).forEach(name -> unit.function(name).ifPresent(f -> woken.addAll(woken(f))));
        if (woken.stream().map(WakeKeys::address).anyMatch(address(key.get())::equals)) {
            return Optional.empty();
        }
        return Optional.of("it sleeps on " + key.get() + ", and " + waker.get() + "() " + (woken.isEmpty() ? "comes to no wake at all"
                : "wakes " + String.join(", ", woken)));
    }

    /** The key of the wait for this condition. */
    private static Optional<String> sleptOn(Function function, String condition) {
        SortedSet<String> keys = new TreeSet<>();
        Walk.expressions(function.body(), e -> {
            if (e instanceof Expr.Wait w && CText.of(w.condition()).equals(condition)) {
                keys.add(CText.of(w.key()));
            }
        });
        return keys.size() == 1 ? Optional.of(keys.first()) : Optional.empty();
    }

    /** The function through which another thread last changed the page. */
    private static Optional<String> waker(Violation v) {
        return v.trace().last().map(Step::entry).filter(e -> !e.equals(v.function()));
    }

    /** The keys that the function wakes itself, through a primitive that does nothing else. */
    private SortedSet<String> woken(Function function) {
        SortedSet<String> keys = new TreeSet<>();
        Walk.expressions(function.body(), e -> {
            if (e instanceof Expr.Call c && !c.arguments().isEmpty() && unit.function(c.name()).filter(WakeKeys::wakes).isPresent()) {
                keys.add(CText.of(c.arguments().get(0)));
            }
        });
        return keys;
    }

    private static boolean wakes(Function primitive) {
        SortedSet<String> called = new TreeSet<>();
        Walk.expressions(primitive.body(), e -> {
            if (e instanceof Expr.Call c) {
                called.add(c.name());
            }
        });
        return called.contains(WAKE);
    }

    /** A folio is its first page, and its members lie where the page's do. */
    private static String address(String key) {
        return key.replaceAll("^&(\\w+)->page$", "$1").replace("folio", "page");
    }
}
