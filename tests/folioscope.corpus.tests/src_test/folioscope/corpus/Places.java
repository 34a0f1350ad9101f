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

    private final Instead instead;
    private int next;

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
         * @param last whether nothing of the function stands behind it
         */
        List<Stmt> of(int number, Stmt stmt, boolean last);
    }

    /** The function with something else, or more, or nothing, in its statements' places. */
    static Function with(Function f, Instead instead) {
        Places places = new Places(instead);
        return new Function(f.name(), f.returns(), f.parameters(),
                new Stmt.Block(places.list(f.body().body(), true), f.body().origin()), f.presence(), f.comment(), f.origin());
    }

    private List<Stmt> list(List<Stmt> body, boolean tail) {
        List<Stmt> all = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            boolean last = tail && i == body.size() - 1;
            Stmt stmt = body.get(i);
            if (stmt instanceof Stmt.Block b) {
                all.add(block(b, last));
            } else {
                int number = next++;
                all.addAll(instead.of(number, inside(stmt), last));
            }
        }
        return all;
    }

    private Stmt.Block block(Stmt.Block block, boolean last) {
        return new Stmt.Block(list(block.body(), last), block.origin());
    }

    private Stmt inside(Stmt stmt) {
        return switch (stmt) {
            case Stmt.If i -> new Stmt.If(i.condition(), block(i.then(), false), i.otherwise().map(b -> block(b, false)), i.origin());
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init(), l.condition(), l.step(), block(l.body(), false), l.origin());
            case Stmt.Switch s -> new Stmt.Switch(s.value(), s.cases().stream()
                    .map(c -> new Stmt.Case(c.labels(), c.isDefault(), list(c.body(), false), c.origin())).toList(), s.origin());
            default -> stmt;
        };
    }
}
