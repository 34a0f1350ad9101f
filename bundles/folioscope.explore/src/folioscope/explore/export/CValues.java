package folioscope.explore.export;

import folioscope.explore.lower.Val;

/** Writes values as C expressions. */
final class CValues {

    private final Routine routine;

    CValues(Routine routine) {
        this.routine = routine;
    }

    String of(Val val) {
        return switch (val) {
        case Val.Const c -> c.value() < 0 ? "(" + c.value() + ")" : Integer.toString(c.value());
        case Val.Reg r -> routine.names().register(r.number());
        case Val.Local l -> "LOCAL(" + (routine.part().storage() + l.offset()) + ")";
        case Val.Un u when u.op().equals("?p") -> "(" + of(u.operand()) + " != 0)";
        case Val.Un u -> "(" + u.op() + of(u.operand()) + ")";
        case Val.Bin b -> "(" + of(b.left()) + " " + b.op().replace("p", "") + " " + of(b.right()) + ")";
        };
    }
}
