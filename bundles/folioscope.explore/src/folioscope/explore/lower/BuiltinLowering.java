package folioscope.explore.lower;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Type;
import java.util.List;
import java.util.Optional;

/** Lowers what the model language has beside C: atomic accesses, locks, waits, choices, checks, observations. */
final class BuiltinLowering {

    private final ExprLowering exprs;
    private final Program program;
    private final Emitter code;

    BuiltinLowering(ExprLowering exprs, Program program, Emitter code) {
        this.exprs = exprs;
        this.program = program;
        this.code = code;
    }

    /** The value of a call of a builtin; nothing where the callee is none. */
    Optional<Typed> call(Expr.Call c) {
        List<Expr> a = c.arguments();
        return switch (c.name()) {
        case "__atomic_begin" -> nothing(new Op.Begin(code.site()));
        case "__atomic_end" -> nothing(new Op.End());
        case "__add_return" -> update("add", a, 2);
        case "__xchg" -> update("xchg", a, 2);
        case "__cmpxchg" -> update("cmpxchg", a, 3);
        case "__trylock" -> update("trylock", a, 1);
        case "__unlock" -> update("unlock", a, 1);
        case "__lock" -> {
            Val address = address(a);
            yield nothing(new Op.Lock(address, code.site()));
        }
        case "__await" -> awaited(a);
        case "__prepare_to_wait" -> nothing(new Op.Prepare(argument(a, 0), code.site()));
        case "schedule" -> nothing(new Op.Sleep(code.site()));
        case "__finish_wait" -> nothing(new Op.Finish());
        case "__wake" -> nothing(new Op.Wake(argument(a, 0), code.site()));
        case "__choose" -> {
            Val count = argument(a, 0);
            int register = code.register();
            code.emit(new Op.Choose(register, count));
            yield Optional.of(Typed.number(new Val.Reg(register)));
        }
        case "__assume" -> report("assume", a, 0, Optional.empty(), Optional.empty(), true);
        case "__check" -> report("check", a, 0, text(a, 1), text(a, 2), true);
        case "__bug" -> report("bug", a, -1, text(a, 0), text(a, 1), false);
        case "__warn" -> report("warn", a, -1, text(a, 0), text(a, 1), false);
        case "__observe" -> report("observe", a, 1, text(a, 0), Optional.empty(), false);
        case "__label" -> report("observe", a, -1, text(a, 0), Optional.empty(), false);
        case "__poison", "__unpoison" -> {
            Val address = address(a);
            yield nothing(new Op.Poison(c.name().substring(2), address, code
                    .site(text(a, 1).orElse(""), "", first(a))));
        }
        default -> Optional.empty();
        };
    }

    private static Optional<Expr> first(List<Expr> arguments) {
        return arguments.stream().findFirst();
    }

    private Optional<Typed> nothing(Op op) {
        code.emit(op);
        return Optional.of(Typed.number(Val.ZERO));
    }

    private Val argument(List<Expr> arguments, int index) {
        return index < arguments.size() ? exprs.coerced(exprs.value(arguments.get(index)), Type.INT) : Val.ZERO;
    }

    private Val address(List<Expr> arguments) {
        Typed typed = arguments.isEmpty() ? Typed.OPEN : exprs.value(arguments.get(0));
        if (typed.open()) {
            code.open("pointer :nothing known of where it points, the path ends");
            code.emit(new Op.Stop());
        }
        return typed.val();
    }

    private static Optional<String> text(List<Expr> arguments, int index) {
        return index < arguments.size() && arguments.get(index) instanceof Expr.Text t ? Optional.of(t.value())
                : Optional.empty();
    }

    private Optional<Typed> update(String kind, List<Expr> arguments, int count) {
        Val address = address(arguments);
        List<Val> values = java.util.stream.IntStream.range(1, count).mapToObj(i -> argument(arguments, i)).toList();
        int register = code.register();
        code.emit(new Op.Update(register, kind, address, values, code.site()));
        return Optional.of(Typed.number(new Val.Reg(register)));
    }

    private Optional<Typed> report(String kind, List<Expr> arguments, int index, Optional<String> word,
            Optional<String> message,
            boolean condition) {
        Optional<Expr> predicate = condition ? first(arguments) : Optional.empty();
        Val value = index < 0 ? Val.ONE : condition && !arguments.isEmpty() ? truth(arguments.get(0))
                : argument(arguments, index);
        int site = code
                .site(word.orElse(""), message
                .orElseGet(() -> predicate.map(p -> CText.of(p) + " does not hold").orElse("")), predicate);
        code.emit(new Op.Report(kind, value, site));
        return Optional.of(Typed.number(Val.ZERO));
    }

    private Val truth(Expr condition) {
        if (condition instanceof Expr.Binary b && !b.op().contains("&&") && !b.op().contains("||")
                || !(condition instanceof Expr.Binary)
                && !(condition instanceof Expr.Unary)) {
            Typed typed = exprs.value(condition);
            return typed.open() ? exprs.choice() : typed.pointer() ? new Val.Un("?p", typed.val()) : typed.val();
        }
        return truthRegister(condition);
    }

    private Val truthRegister(Expr condition) {
        int result = code.register();
        int yes = code.label();
        int no = code.label();
        int end = code.label();
        exprs.branch(condition, yes, no);
        code.place(yes);
        code.emit(new Op.Set(result, Val.ONE));
        code.emit(new Op.Jump(end));
        code.place(no);
        code.emit(new Op.Set(result, Val.ZERO));
        code.place(end);
        return new Val.Reg(result);
    }

    private Optional<Typed> awaited(List<Expr> arguments) {
        int site = code.site(text(arguments, 1).orElse(""), text(arguments, 2).orElse(""), first(arguments));
        code.emit(new Op.AwaitBegin(site));
        Val condition = arguments.isEmpty() ? Val.ZERO : truth(arguments.get(0));
        code.emit(new Op.AwaitTest(condition, site));
        return Optional.of(Typed.number(Val.ZERO));
    }

    /** Queue on the key; leave when the condition holds, else run the command and test again. */
    Typed await(Expr.Wait w) {
        int again = code.label();
        int test = code.label();
        int done = code.label();
        int key = code.register();
        code.emit(new Op.Set(key, exprs.coerced(exprs.value(w.key()), new Type("void", 1, 0))));
        int outer = code.enterWait(test, w.condition());
        int turn = code.site();
        code.place(again);
        code.emit(new Op.Turn(turn));
        code.emit(new Op.Prepare(new Val.Reg(key), code.site()));
        code.place(test);
        Val condition = truth(w.condition());
        code.emit(new Op.Probe(condition));
        code.emit(new Op.Branch(condition, done));
        command(w.command());
        code.emit(new Op.Jump(again));
        code.leaveWait(outer);
        code.place(done);
        code.emit(new Op.Finish());
        return Typed.number(Val.ZERO);
    }

    private void command(Expr command) {
        boolean known = !(command instanceof Expr.Call c) || c.name().isEmpty() || c.name().equals("schedule")
                || program.function(c.name()).isPresent() || code.local(c.name()).isPresent();
        if (known && ExprLowering.hasEffects(command)) {
            exprs.effects(command);
        } else {
            code.open(CText.of(command) + " :not defined, taken for schedule()");
            code.emit(new Op.Sleep(code.site()));
        }
    }
}
