package folioscope.skeleton;

import java.util.List;

/**
 * A C expression. Parentheses, casts, {@code likely}/{@code unlikely} and {@code READ_ONCE} are dropped while lifting;
 * {@code p->f} and {@code o.f} are both {@link Field}.
 */
public sealed interface Expr {

    record Num(long value) implements Expr { }

    /** A string literal, without its quotes. */
    record Text(String value) implements Expr { }

    /** A local, parameter, global, enumerator or function. */
    record Name(String name) implements Expr { }

    /** {@code base->name} ({@code arrow}) or {@code base.name}. */
    record Field(Expr base, String name, boolean arrow) implements Expr { }

    record Index(Expr base, Expr index) implements Expr { }

    /** A call; the callee is a {@link Name}, or an expression for a call through a pointer ({@code ops->page_free}). */
    record Call(Expr callee, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        /** The called function's name, or an empty string for a call through a pointer. */
        public String name() {
            return callee instanceof Name n ? n.name() : "";
        }
    }

    /** {@code op} is one of {@code - ! ~ & * ++x --x x++ x--}. */
    record Unary(String op, Expr operand) implements Expr { }

    /** Any binary operator but assignment, also {@code &&}, {@code ||} and the comma. */
    record Binary(String op, Expr left, Expr right) implements Expr { }

    /** {@code condition ? yes : no}; for GNU's {@code a ?: b} yes equals condition. */
    record Conditional(Expr condition, Expr yes, Expr no) implements Expr { }

    /** {@code op} is {@code =} or a compound such as {@code +=}. */
    record Assign(String op, Expr target, Expr value) implements Expr { }

    /**
     * A wait for a condition, as {@code ___wait_var_event(key, condition, state, exclusive, ret, command)} and its
     * simpler relatives are lifted: queue on key, leave when the condition holds, else run the command (which sleeps) and
     * test again. Its value is 0.
     */
    record Wait(Expr key, Expr condition, Expr command) implements Expr { }

    /** An initialiser list; a member without designator has an empty name. */
    record Init(List<Member> members) implements Expr {
        public Init {
            members = List.copyOf(members);
        }
    }

    /** One member of an initialiser list. */
    record Member(String name, Expr value) { }

    /** What could not be read: any value. */
    record Unknown(String text) implements Expr { }
}
