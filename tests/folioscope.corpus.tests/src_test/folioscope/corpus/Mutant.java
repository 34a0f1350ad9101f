package folioscope.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import folioscope.skeleton.CText;
import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;

/**
 * One statement of the model turned around.
 *
 * @param scenario the scenario whose cells must notice it
 * @param statement the statement's canonical C, for an if its head; the first such statement of the function is meant
 * @param change {@code drop} it, {@code negate} its condition, {@code swap} it with the statement after it, {@code nowait}:
 *        its wait finds its condition true at once
 */
record Mutant(String kernel, String scenario, String function, String statement, String change) {

    static Mutant parse(String line) {
        String[] c = line.split("\t");
        return new Mutant(c[0], c[1], c[2], c[3], c[4]);
    }

    /** The unit with the statement turned around; empty where the function has no such statement. */
    Optional<Unit> in(Unit unit) {
        return unit.function(function).flatMap(f -> {
            Stmt.Block body = block(f.body());
            boolean changed = !body.equals(f.body());
            return changed ? Optional.of(unit.withFunctions(List.of(new Function(f.name(), f.returns(), f.parameters(), body,
                    f.presence(), f.comment(), f.origin())))) : Optional.empty();
        });
    }

    private Stmt.Block block(Stmt.Block block) {
        return new Stmt.Block(list(block.body()), block.origin());
    }

    private List<Stmt> list(List<Stmt> body) {
        for (int i = 0; i < body.size(); i++) {
            if (CText.of(body.get(i)).equals(statement)) {
                return turned(body, i);
            }
            Stmt inner = inside(body.get(i));
            if (!inner.equals(body.get(i))) {
                List<Stmt> all = new ArrayList<>(body);
                all.set(i, inner);
                return all;
            }
        }
        return body;
    }

    private Stmt inside(Stmt stmt) {
        return switch (stmt) {
            case Stmt.Block b -> block(b);
            case Stmt.If f -> {
                Stmt.Block then = block(f.then());
                yield new Stmt.If(f.condition(), then, then.equals(f.then()) ? f.otherwise().map(this::block) : f.otherwise(),
                        f.origin());
            }
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init(), l.condition(), l.step(), block(l.body()), l.origin());
            case Stmt.Switch s -> new Stmt.Switch(s.value(), cases(s.cases()), s.origin());
            default -> stmt;
        };
    }

    private List<Stmt.Case> cases(List<Stmt.Case> cases) {
        List<Stmt.Case> all = new ArrayList<>(cases);
        for (int i = 0; i < all.size(); i++) {
            Stmt.Case c = all.get(i);
            List<Stmt> body = list(c.body());
            if (!body.equals(c.body())) {
                all.set(i, new Stmt.Case(c.labels(), c.isDefault(), body, c.origin()));
                return all;
            }
        }
        return all;
    }

    private List<Stmt> turned(List<Stmt> body, int at) {
        List<Stmt> all = new ArrayList<>(body);
        Stmt stmt = body.get(at);
        switch (change) {
            case "drop" -> all.remove(at);
            case "swap" -> {
                all.set(at, body.get(at + 1));
                all.set(at + 1, stmt);
            }
            case "negate" -> {
                Stmt.If f = (Stmt.If) stmt;
                all.set(at, new Stmt.If(new Expr.Unary("!", f.condition()), f.then(), f.otherwise(), f.origin()));
            }
            case "nowait" -> all.set(at, Walk.replace(stmt, e -> e instanceof Expr.Wait ? new Expr.Num(0) : e));
            default -> throw new IllegalArgumentException(change);
        }
        return all;
    }

    @Override
    public String toString() {
        return kernel + " " + function + "(): " + change + " " + statement;
    }
}
