package folioscope.explore.export;

import folioscope.explore.lower.Val;
import folioscope.explore.machine.Space;

/** Writes values as TLA+ expressions over a function's registers {@code v} and a context {@code c}. */
final class TlaValues {

    private final Plan plan;
    private final Routine routine;

    TlaValues(Plan plan, Routine routine) {
        this.plan = plan;
        this.routine = routine;
    }

    /** A number. */
    String of(Val val) {
        return switch (val) {
        case Val.Const c -> c.value() < 0 ? "(" + c.value() + ")" : Integer.toString(c.value());
        case Val.Reg r -> "v." + routine.names().register(r.number());
        case Val.Local l -> "(" + (plan.end() + routine.part().storage() + l.offset()) + " + (c.t - 1) * "
                + Space.STORAGE + ")";
        case Val.Un u when u.op().equals("-") -> "(0 - " + of(u.operand()) + ")";
        case Val.Un u when u.op().equals("~") -> "(0 - 1 - " + of(u.operand()) + ")";
        case Val.Bin b when arithmetic(b.op()) -> "(" + of(b.left()) + " " + b.op() + " " + of(b.right()) + ")";
        case Val.Bin b when !function(b.op()).isEmpty() -> function(b.op()) + "(" + of(b.left()) + ", " + of(b.right()) + ")";
        default -> "Num(" + truth(val) + ")";
        };
    }

    private static boolean arithmetic(String op) {
        return op.equals("+") || op.equals("-") || op.equals("*");
    }

    private static String function(String op) {
        return switch (op) {
        case "/" -> "Div";
        case "%" -> "Rem";
        case "&" -> "And";
        case "|" -> "Or";
        case "^" -> "Xor";
        case "<<" -> "Left";
        case ">>" -> "Right";
        default -> "";
        };
    }

    /** A condition. */
    String truth(Val val) {
        return switch (val) {
        case Val.Un u when u.op().equals("!") -> "~(" + truth(u.operand()) + ")";
        case Val.Un u when u.op().equals("?p") -> "(" + of(u.operand()) + " # 0)";
        case Val.Bin b when !arithmetic(b.op()) && function(b.op()).isEmpty() -> "(" + of(b.left()) + " "
                + b.op().replace("p", "").replace("==", "=").replace("!=", "#") + " " + of(b.right()) + ")";
        default -> "(" + of(val) + " # 0)";
        };
    }
}
