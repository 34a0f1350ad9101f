package folioscope.explore.export;

import folioscope.explore.lower.Val;
import java.util.ArrayList;
import java.util.List;

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

    /** The pointers that are tested or compared in a value. */
    List<String> tested(Val val) {
        List<String> found = new ArrayList<>();
        pointers(val, found);
        return found;
    }

    private void pointers(Val val, List<String> into) {
        if (val instanceof Val.Un u) {
            pointers(u.operand(), into);
            if (u.op().equals("?p")) {
                into.add(of(u.operand()));
            }
        } else if (val instanceof Val.Bin b) {
            pointers(b.left(), into);
            pointers(b.right(), into);
            if (b.op().endsWith("p")) {
                into.add(of(b.left()));
                into.add(of(b.right()));
            }
        }
    }

    /** What is divided by in a value, innermost first. */
    List<String> divisors(Val val) {
        List<String> found = new ArrayList<>();
        collect(val, found);
        return found;
    }

    private void collect(Val val, List<String> into) {
        if (val instanceof Val.Un u) {
            collect(u.operand(), into);
        } else if (val instanceof Val.Bin b) {
            collect(b.left(), into);
            collect(b.right(), into);
            if (b.op().equals("/") || b.op().equals("%")) {
                into.add(of(b.right()));
            }
        }
    }
}
