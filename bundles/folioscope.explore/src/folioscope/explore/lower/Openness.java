package folioscope.explore.lower;

import folioscope.skeleton.Expr;
import java.util.Set;

/** Tells whether a condition has a part that the program leaves open, so that a loop on it must not turn for ever. */
final class Openness {

    private static final Set<String> KNOWN = Set.of("NULL", "true", "false");

    private final Program program;
    private final Emitter code;

    Openness(Program program, Emitter code) {
        this.program = program;
        this.code = code;
    }

    boolean open(Expr e) {
        return switch (e) {
        case Expr.Unknown u -> true;
        case Expr.Name n -> code.local(n.name()).isEmpty() && program.global(n.name()).isEmpty() && program
                .enumerator(n.name()).isEmpty()
                && program.function(n.name()).isEmpty() && !KNOWN.contains(n.name());
        case Expr.Call c -> c.name().isEmpty() ? open(c.callee()) : program.function(c.name()).isEmpty()
                && code.local(c.name()).isEmpty() && !c.name().startsWith("__add_") && !c.name().startsWith("__xchg")
                && !c.name().startsWith("__cmpxchg") && !c.name().equals("__trylock") && !c.name().equals("__choose");
        case Expr.Field f -> open(f.base()) || program.layout().anyMember(f.name()).isEmpty() && !member(f);
        case Expr.Index i -> open(i.base()) || open(i.index());
        case Expr.Unary u -> open(u.operand());
        case Expr.Binary b -> open(b.left()) || open(b.right());
        case Expr.Conditional c -> open(c.condition()) || open(c.yes()) || open(c.no());
        case Expr.Assign a -> open(a.value());
        default -> false;
        };
    }

    private boolean member(Expr.Field f) {
        return program.layout().knows(f.name());
    }
}
