package folioscope.skeleton;

import java.util.List;
import java.util.Optional;

/** A C statement. Each knows where it stands; for compound statements that is the line of their head. */
public sealed interface Stmt {

    Origin origin();

    record Block(List<Stmt> body, Origin origin) implements Stmt {
        public Block {
            body = List.copyOf(body);
        }
    }

    /** The declaration of one local. */
    record Declare(Type type, String name, Optional<Expr> init, Origin origin) implements Stmt { }

    /** An expression for its effect: a call, an assignment, an increment. */
    record Eval(Expr expr, Origin origin) implements Stmt { }

    record If(Expr condition, Block then, Optional<Block> otherwise, Origin origin) implements Stmt { }

    record Switch(Expr value, List<Case> cases, Origin origin) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** The statements behind one or more {@code case} labels, up to the next label; {@code default} is an empty list. They fall through. */
    record Case(List<Expr> labels, boolean isDefault, List<Stmt> body, Origin origin) {
        public Case {
            labels = List.copyOf(labels);
            body = List.copyOf(body);
        }
    }

    /** A loop; a missing condition means for ever. For {@code DO} the body runs first. */
    record Loop(Kind kind, Optional<Stmt> init, Optional<Expr> condition, Optional<Expr> step, Block body, Origin origin) implements Stmt {
        /** Which keyword made the loop. */
        public enum Kind { WHILE, DO, FOR }
    }

    record Return(Optional<Expr> value, Origin origin) implements Stmt { }

    record Goto(String label, Origin origin) implements Stmt { }

    record Label(String name, Origin origin) implements Stmt { }

    record Break(Origin origin) implements Stmt { }

    record Continue(Origin origin) implements Stmt { }

    /** Lines that the patch does not show: between two hunks, or before the first and after the last. */
    record Gap(Origin origin) implements Stmt { }

    /** Text the parser could not read as a statement. */
    record Opaque(String text, Origin origin) implements Stmt { }
}
