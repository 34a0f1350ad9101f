package folioscope.explore.lower;

import java.util.function.IntConsumer;

/**
 * A value worked out from registers and constants alone, without touching memory. It is rendered as a Java expression;
 * {@code r} is the machine there.
 */
public sealed interface Val {

    Val ZERO = new Const(0);

    Val ONE = new Const(1);

    record Const(int value) implements Val { }

    record Reg(int number) implements Val { }

    /** The address of a local that lies in the thread's storage. */
    record Local(int offset) implements Val { }

    /** {@code op} is {@code - ! ~} or {@code ?p}, the truth of a pointer. */
    record Un(String op, Val operand) implements Val { }

    /** {@code op} is a C operator, or {@code ==p} and {@code !=p} for pointers. */
    record Bin(String op, Val left, Val right) implements Val { }

    static Val of(long value) {
        return new Const((int) value);
    }

    /** The sum, worked out where both are constants. */
    static Val plus(Val left, Val right) {
        if (left instanceof Const l && right instanceof Const r) {
            return new Const(l.value + r.value);
        }
        if (right instanceof Const r && r.value == 0) {
            return left;
        }
        if (right instanceof Const r && left instanceof Local l) {
            return new Local(l.offset + r.value);
        }
        if (right instanceof Const r && left instanceof Bin b && b.op.equals("+") && b.right instanceof Const c) {
            return plus(b.left, new Const(c.value + r.value));
        }
        return new Bin("+", left, right);
    }

    /** A value times a number of slots. */
    static Val times(Val left, int factor) {
        if (factor == 1) {
            return left;
        }
        return left instanceof Const l ? new Const(l.value * factor) : new Bin("*", left, new Const(factor));
    }

    /** A unary operator, worked out for a constant. */
    static Val unary(String op, Val operand) {
        if (operand instanceof Const c) {
            return switch (op) {
            case "-" -> new Const(-c.value);
            case "~" -> new Const(~c.value);
            default -> new Const(op.equals("!") == (c.value == 0) ? 1 : 0);
            };
        }
        if (op.equals("!") && operand instanceof Bin b && (b.op.equals("==") || b.op.equals("!="))) {
            return new Bin(b.op.equals("==") ? "!=" : "==", b.left, b.right);
        }
        return new Un(op, operand);
    }

    /** A binary operator, worked out for constants; {@code / %} by a constant 0 stay and end the path when run. */
    static Val binary(String op, Val left, Val right) {
        if (op.equals("+")) {
            return plus(left, right);
        }
        if (left instanceof Const l && right instanceof Const r) {
            return folded(op, l.value, r.value, left, right);
        }
        return new Bin(op, left, right);
    }

    private static Val folded(String op, int a, int b, Val left, Val right) {
        return switch (op) {
        case "-" -> new Const(a - b);
        case "*" -> new Const(a * b);
        case "/" -> b == 0 ? new Bin(op, left, right) : new Const(a / b);
        case "%" -> b == 0 ? new Bin(op, left, right) : new Const(a % b);
        case "&" -> new Const(a & b);
        case "|" -> new Const(a | b);
        case "^" -> new Const(a ^ b);
        case "<<" -> new Const(a << b);
        case ">>" -> new Const(a >> b);
        case "==" -> of(a == b ? 1 : 0);
        case "!=" -> of(a != b ? 1 : 0);
        case "<" -> of(a < b ? 1 : 0);
        case "<=" -> of(a <= b ? 1 : 0);
        case ">" -> of(a > b ? 1 : 0);
        case ">=" -> of(a >= b ? 1 : 0);
        default -> new Bin(op, left, right);
        };
    }

    /** Calls back for every register read. */
    default void registers(IntConsumer each) {
        switch (this) {
        case Const c -> { }
        case Local l -> { }
        case Reg r -> each.accept(r.number);
        case Un u -> u.operand.registers(each);
        case Bin b -> {
            b.left.registers(each);
            b.right.registers(each);
        }
        }
    }

    /** A Java expression of type int. */
    default String integer() {
        return switch (this) {
        case Const c -> c.value < 0 ? "(" + c.value + ")" : Integer.toString(c.value);
        case Reg r -> "v" + r.number;
        case Local l -> "x.local(local + " + l.offset + ")";
        case Un u when u.op.equals("-") || u.op.equals("~") -> "(" + u.op + u.operand.integer() + ")";
        case Bin b when isDivision(b.op) -> "r." + (b.op.equals("/") ? "div" : "rem") + "(this, " + b.left.integer()
                + ", " + b.right.integer() + ")";
        case Bin b when !isTruth(b.op) -> "(" + b.left.integer() + " " + b.op + " " + b.right.integer() + ")";
        default -> "(" + truth() + " ? 1 : 0)";
        };
    }

    /** A Java expression of type boolean. */
    default String truth() {
        return switch (this) {
        case Const c -> c.value != 0 ? "r.yes" : "!r.yes";
        case Un u when u.op.equals("!") -> "!" + parenthesised(u.operand.truth());
        case Un u when u.op.equals("?p") -> "r.holds(this, " + u.operand.integer() + ")";
        case Bin b when b.op.equals("==p") -> "r.same(this, " + b.left.integer() + ", " + b.right.integer() + ")";
        case Bin b when b.op.equals("!=p") -> "!r.same(this, " + b.left.integer() + ", " + b.right.integer() + ")";
        case Bin b when isTruth(b.op) -> b.left.integer() + " " + b.op + " " + b.right.integer();
        default -> integer() + " != 0";
        };
    }

    private static String parenthesised(String text) {
        return "(" + text + ")";
    }

    private static boolean isDivision(String op) {
        return op.equals("/") || op.equals("%");
    }

    private static boolean isTruth(String op) {
        return switch (op) {
        case "==", "!=", "<", "<=", ">", ">=", "==p", "!=p" -> true;
        default -> false;
        };
    }
}
