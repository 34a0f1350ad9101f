package folioscope.explore.lower;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers calls: of builtins, of functions by name, and through pointers. */
final class CallLowering {

    private final ExprLowering exprs;
    private final Program program;
    private final Emitter code;
    private final BuiltinLowering builtins;

    CallLowering(ExprLowering exprs, Program program, Emitter code) {
        this.exprs = exprs;
        this.program = program;
        this.code = code;
        this.builtins = new BuiltinLowering(exprs, program, code);
    }

    /** A wait's effects. */
    Typed await(Expr.Wait wait) {
        return builtins.await(wait);
    }

    /** A call's effects and value. */
    Typed call(Expr.Call c) {
        String name = c.name();
        if (!name.isEmpty() && code.local(name).isEmpty() && program.global(name).isEmpty()) {
            Optional<Typed> built = builtins.call(c);
            if (built.isPresent()) {
                return built.get();
            }
            Optional<Function> function = program.function(name);
            if (function.isEmpty()) {
                c.arguments().forEach(exprs::effects);
                return exprs.open(name + "() :not defined, does nothing");
            }
            return direct(c, function.get());
        }
        Expr callee = c.callee() instanceof Expr.Unary u && u.op().equals("*") ? u.operand() : c.callee();
        Typed target = exprs.value(callee);
        if (target.open()) {
            c.arguments().forEach(exprs::effects);
            return exprs.open(CText.of(c.callee()) + "() :not known what it calls, does nothing");
        }
        List<Val> arguments = new ArrayList<>();
        for (Expr argument : c.arguments()) {
            Typed typed = exprs.value(argument);
            arguments.add(typed.open() ? ExprLowering.WILD : typed.val());
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
                arguments.add(exprs.coerced(exprs.value(c.arguments().get(i)), parameters.get(i).type()));
            } else {
                exprs.effects(c.arguments().get(i));
            }
        }
        if (c.arguments().size() != parameters.size()) {
            code.open(c.name() + "() :called with " + c.arguments().size() + " arguments and has " + parameters.size()
                    + (c.arguments().size() < parameters.size() ? ", the missing ones are 0"
                    : ", the others are ignored"));
        }
        return Lowering.inlined(program, code, exprs, function, arguments).orElseGet(() -> {
            int result = code.register();
            code.emit(new Op.Call(result, code.callee(c.name()), arguments, code.site()));
            return Typed.of(new Val.Reg(result), function.returns());
        });
    }
}
