package folioscope.corpus;

import java.util.ArrayList;
import java.util.List;

import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;

/**
 * The statements of a function, numbered from 0 on in the order of their heads. Blocks have no number, nor has what stands
 * in the head of a {@code for}.
 */
final class Places {

    private static final Tail INNER = new Tail(false, false, false);

    private final Instead instead;
    private int next;

    /** Whether at the end of a list of statements the function is over, the switch is, the turn of the loop is. */
    private record Tail(boolean function, boolean choice, boolean turn) {

        boolean same(Stmt stmt) {
            return stmt instanceof Stmt.Return r && r.value().isEmpty() && function || stmt instanceof Stmt.Break && choice
                    || stmt instanceof Stmt.Continue && turn;
        }
    }

    private Places(Instead instead) {
        this.instead = instead;
    }

    /** What stands in a statement's place. */
    interface Instead {

        /**
         * Asked for each statement once, for those inside of another one first.
         *
         * @param number the statement's
         * @param stmt the statement, what is inside of it replaced already
         * @param idle whether it leaves what is over anyway: a {@code break} at the end of a switch, and the like
         */
        List<Stmt> of(int number, Stmt stmt, boolean idle);
    }

    /** The function with something else, or more, or nothing, in its statements' places. */
    static Function with(Function f, Instead instead) {
        Places places = new Places(instead);
        return new Function(f.name(), f.returns(), f.parameters(),
                new Stmt.Block(places.list(f.body().body(), new Tail(true, false, false)), f.body().origin()), f.presence(), f.comment(),
                f.origin());
    }

    private List<Stmt> list(List<Stmt> body, Tail tail) {
        List<Stmt> all = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Tail behind = i == body.size() - 1 ? tail : INNER;
            Stmt stmt = body.get(i);
            if (stmt instanceof Stmt.Block b) {
                all.add(block(b, behind));
            } else {
                int number = next++;
                all.addAll(instead.of(number, inside(stmt, behind), behind.same(stmt)));
            }
        }
        return all;
    }

    private Stmt.Block block(Stmt.Block block, Tail tail) {
        return new Stmt.Block(list(block.body(), tail), block.origin());
    }

    private Stmt inside(Stmt stmt, Tail tail) {
        return switch (stmt) {
            case Stmt.If i -> new Stmt.If(i.condition(), block(i.then(), tail), i.otherwise().map(b -> block(b, tail)),
                    i.origin());
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init(), l.condition(), l.step(),
                    block(l.body(), new Tail(false, false, true)), l.origin());
            case Stmt.Switch s -> new Stmt.Switch(s.value(), cases(s.cases()), s.origin());
            default -> stmt;
        };
    }

    private List<Stmt.Case> cases(List<Stmt.Case> cases) {
        List<Stmt.Case> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Stmt.Case c = cases.get(i);
            Tail tail = i == cases.size() - 1 ? new Tail(false, true, false) : INNER;
            all.add(new Stmt.Case(c.labels(), c.isDefault(), list(c.body(), tail), c.origin()));
        }
        return all;
    }
}
