package folioscope.skeleton.c;

import java.util.List;
import java.util.Set;

import folioscope.skeleton.Expr;

/** Calls that are syntax in the kernel rather than calls: annotations, plain accesses and waits. */
final class WellKnownCalls {

    /** Macros that are their first argument. */
    private static final Set<String> TRANSPARENT = Set.of("likely", "unlikely", "READ_ONCE", "ACCESS_ONCE", "data_race",
            "__builtin_expect", "IS_ENABLED", "IS_BUILTIN", "IS_REACHABLE");

    /** Queues and conditions of these: include/linux/wait.h, wait_bit.h and swait.h. */
    private static final Set<String> WAIT_PREFIXES = Set.of("wait_event", "___wait_event", "__wait_event",
            "io_wait_event", "__io_wait_event", "swait_event", "__swait_event");

    private static final Expr SLEEP = new Expr.Call(new Expr.Name("schedule"), List.of());

    private WellKnownCalls() {
    }

    /** The call as the IR says it: {@link Expr.Wait}, an assignment, an argument, or just the call. */
    static Expr lift(String name, List<Expr> arguments) {
        int count = arguments.size();
        if (count >= 1 && TRANSPARENT.contains(name)) {
            return arguments.get(0);
        }
        if (count == 2 && name.equals("WRITE_ONCE")) {
            return new Expr.Assign("=", arguments.get(0), arguments.get(1));
        }
        if (count >= 2 && (name.startsWith("wait_var_event") || name.startsWith("__wait_var_event"))) {
            return new Expr.Wait(arguments.get(0), arguments.get(1), SLEEP);
        }
        if (count >= 3 && name.startsWith("___wait_var_event")) {
            return new Expr.Wait(arguments.get(0), arguments.get(1), count >= 6 ? arguments.get(5) : SLEEP);
        }
        if (count >= 2 && WAIT_PREFIXES.stream().anyMatch(name::startsWith)) {
            return waitOnQueue(name, arguments);
        }
        return new Expr.Call(new Expr.Name(name.startsWith(Prelude.OURS) ? name.substring(Prelude.OURS.length()) : name),
                arguments);
    }

    private static Expr waitOnQueue(String name, List<Expr> arguments) {
        Expr queue = arguments.get(0);
        Expr key = queue instanceof Expr.Unary u && u.op().equals("*") ? u.operand() : new Expr.Unary("&", queue);
        int command = name.startsWith("___wait_event") ? 5 : name.contains("_cmd") ? 2 : arguments.size();
        return new Expr.Wait(key, arguments.get(1), command < arguments.size() ? arguments.get(command) : SLEEP);
    }
}
