package folioscope.model.merge;

import folioscope.skeleton.Expr;
import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parameters and locals that a patch only calls by other names: its new side is read with the old ones. */
final class LocalNames {

    private LocalNames() {
    }

    /** The new side in the old side's names. */
    static Optional<Function> kept(FunctionEdit edit) {
        if (edit.oldSide().isEmpty() || edit.newSide().isEmpty()) {
            return edit.newSide();
        }
        SortedMap<String, String> back = renames(edit.oldSide().get(), edit.newSide().get());
        return edit.newSide().map(f -> back.isEmpty() ? f : renamed(f, back));
    }

    /**
     * New name to old name: of the parameter in the same place, or of the local declared alike in the same order; where there
     * are more of the ones than of the others, of the only local that begins with the same value.
     */
    private static SortedMap<String, String> renames(Function older, Function newer) {
        SortedMap<String, String> back = new TreeMap<>();
        List<Function.Parameter> before = older.parameters();
        List<Function.Parameter> after = newer.parameters();
        for (int i = 0; before.size() == after.size() && i < before.size(); i++) {
            if (!before.get(i).name().equals(after.get(i).name()) && before.get(i).type().equals(after.get(i).type())) {
                back.put(after.get(i).name(), before.get(i).name());
            }
        }
        List<Stmt.Declare> gone = without(locals(older), locals(newer));
        List<Stmt.Declare> come = without(locals(newer), locals(older));
        for (int i = 0; gone.size() == come.size() && i < gone.size(); i++) {
            if (alike(gone.get(i), come.get(i))) {
                back.put(come.get(i).name(), gone.get(i).name());
            }
        }
        for (Stmt.Declare local : come) {
            List<Stmt.Declare> twins = gone.stream().filter(g -> alike(g, local)).toList();
            boolean only = twins.size() == 1 && come.stream().filter(c -> alike(twins.get(0), c)).count() == 1;
            if (gone.size() != come.size() && only && local.init().isPresent()) {
                back.put(local.name(), twins.get(0).name());
            }
        }
        return back;
    }

    private static boolean alike(Stmt.Declare a, Stmt.Declare b) {
        return a.type().equals(b.type()) && a.init().equals(b.init());
    }

    private static List<Stmt.Declare> locals(Function function) {
        List<Stmt.Declare> all = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                all.add(d);
            }
        });
        return all;
    }

    private static List<Stmt.Declare> without(List<Stmt.Declare> mine, List<Stmt.Declare> others) {
        return mine.stream().filter(d -> others.stream().noneMatch(o -> o.name().equals(d.name()))).toList();
    }

    private static Function renamed(Function f, SortedMap<String, String> names) {
        Stmt.Block body = (Stmt.Block) declared(Walk.replace(f.body(),
                e -> e instanceof Expr.Name n && names.containsKey(n.name()) ? new Expr.Name(names.get(n.name())) : e), names);
        List<Function.Parameter> parameters = f.parameters().stream()
                .map(p -> new Function.Parameter(p.type(), names.getOrDefault(p.name(), p.name()))).toList();
        return new Function(f.name(), f.returns(), parameters, body, f.presence(), f.comment(), f.origin());
    }

    /** The same for the declarations themselves, which stand at the top of a block. */
    private static Stmt declared(Stmt stmt, SortedMap<String, String> names) {
        return switch (stmt) {
            case Stmt.Block b -> new Stmt.Block(b.body().stream().map(s -> declared(s, names)).toList(), b.origin());
            case Stmt.Declare d -> new Stmt.Declare(d.type(), names.getOrDefault(d.name(), d.name()), d.init(), d.origin());
            case Stmt.If i -> new Stmt.If(i.condition(), (Stmt.Block) declared(i.then(), names),
                    i.otherwise().map(o -> (Stmt.Block) declared(o, names)), i.origin());
            case Stmt.Loop l -> new Stmt.Loop(l.kind(), l.init().map(s -> declared(s, names)), l.condition(), l.step(),
                    (Stmt.Block) declared(l.body(), names), l.origin());
            case Stmt.Switch s -> new Stmt.Switch(s.value(), s.cases().stream().map(c -> new Stmt.Case(c.labels(), c.isDefault(),
                    c.body().stream().map(x -> declared(x, names)).toList(), c.origin())).toList(), s.origin());
            default -> stmt;
        };
    }
}
