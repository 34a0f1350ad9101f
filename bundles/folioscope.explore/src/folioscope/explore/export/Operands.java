package folioscope.explore.export;

import folioscope.explore.lower.Val;
import java.util.ArrayList;
import java.util.List;

/** Finds in values what a run checks before it works them out. */
final class Operands {

    private Operands() {
    }

    /** What is divided by, innermost first. */
    static List<Val> divisors(Val val) {
        List<Val> found = new ArrayList<>();
        if (val instanceof Val.Un u) {
            found.addAll(divisors(u.operand()));
        } else if (val instanceof Val.Bin b) {
            found.addAll(divisors(b.left()));
            found.addAll(divisors(b.right()));
            if (b.op().equals("/") || b.op().equals("%")) {
                found.add(b.right());
            }
        }
        return found;
    }

    /** The pointers that are tested or compared. */
    static List<Val> tested(Val val) {
        List<Val> found = new ArrayList<>();
        if (val instanceof Val.Un u) {
            found.addAll(tested(u.operand()));
            if (u.op().equals("?p")) {
                found.add(u.operand());
            }
        } else if (val instanceof Val.Bin b) {
            found.addAll(tested(b.left()));
            found.addAll(tested(b.right()));
            if (b.op().endsWith("p")) {
                found.add(b.left());
                found.add(b.right());
            }
        }
        return found;
    }
}
