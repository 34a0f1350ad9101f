package folioscope.skeleton.c;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import folioscope.skeleton.Expr;

/** Works out constant expressions over the enumerators seen so far. */
final class Constants {

    private final Map<String, Long> values = new HashMap<>();

    void define(String name, long value) {
        values.put(name, value);
    }

    OptionalLong value(Expr expr) {
        return switch (expr) {
            case Expr.Num n -> OptionalLong.of(n.value());
            case Expr.Name n -> values.containsKey(n.name()) ? OptionalLong.of(values.get(n.name())) : OptionalLong.empty();
            case Expr.Unary u -> unary(u.op(), value(u.operand()));
            case Expr.Binary b -> binary(b.op(), value(b.left()), value(b.right()));
            case Expr.Conditional c -> conditional(c);
            case Expr.Call c when c.name().equals("BIT") && c.arguments().size() == 1 ->
                    binary("<<", OptionalLong.of(1), value(c.arguments().get(0)));
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong conditional(Expr.Conditional c) {
        OptionalLong condition = value(c.condition());
        if (condition.isEmpty()) {
            return condition;
        }
        return value(condition.getAsLong() != 0 ? c.yes() : c.no());
    }

    private static OptionalLong unary(String op, OptionalLong operand) {
        if (operand.isEmpty()) {
            return operand;
        }
        long x = operand.getAsLong();
        return switch (op) {
            case "-" -> OptionalLong.of(-x);
            case "~" -> OptionalLong.of(~x);
            case "!" -> OptionalLong.of(x == 0 ? 1 : 0);
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong binary(String op, OptionalLong left, OptionalLong right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalLong.empty();
        }
        long x = left.getAsLong();
        long y = right.getAsLong();
        if (y == 0 && (op.equals("/") || op.equals("%"))) {
            return OptionalLong.empty();
        }
        return switch (op) {
            case "+" -> OptionalLong.of(x + y);
            case "-" -> OptionalLong.of(x - y);
            case "*" -> OptionalLong.of(x * y);
            case "/" -> OptionalLong.of(x / y);
            case "%" -> OptionalLong.of(x % y);
            case "<<" -> OptionalLong.of(x << y);
            case ">>" -> OptionalLong.of(x >> y);
            case "&" -> OptionalLong.of(x & y);
            case "|" -> OptionalLong.of(x | y);
            case "^" -> OptionalLong.of(x ^ y);
            default -> truth(op, x, y);
        };
    }

    private static OptionalLong truth(String op, long x, long y) {
        boolean holds;
        switch (op) {
            case "==" -> holds = x == y;
            case "!=" -> holds = x != y;
            case "<" -> holds = x < y;
            case ">" -> holds = x > y;
            case "<=" -> holds = x <= y;
            case ">=" -> holds = x >= y;
            case "&&" -> holds = x != 0 && y != 0;
            case "||" -> holds = x != 0 || y != 0;
            default -> {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(holds ? 1 : 0);
    }
}
