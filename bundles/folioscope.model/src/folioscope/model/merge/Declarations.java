package folioscope.model.merge;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Carries over what a patch changes outside functions: enumerators, members of structs, entries of operation tables. */
final class Declarations {

    private Declarations() {
    }

    /** The unit after the edit, and the lines that had a part in it. */
    record Result(Unit unit, SortedSet<Origin> merged) { }

    static Result apply(Unit model, FileEdit edit, Relevance relevance) {
        SortedSet<Origin> merged = new TreeSet<>();
        List<Enumerator> enumerators = new Numbering(model.enumerators(), edit).after(merged);
        List<Struct> structs = structs(model, edit, merged);
        List<Variable> variables = variables(model, edit, relevance, merged);
        return new Result(new Unit(structs, enumerators, variables, model.functions()), merged);
    }

    private static List<Struct> structs(Unit model, FileEdit edit, SortedSet<Origin> merged) {
        List<Struct> all = new ArrayList<>(model.structs());
        for (Struct seen : edit.newDeclarations().structs()) {
            int at = indexOf(all, seen.name());
            if (at < 0) {
                if (!seen.name().isEmpty() && edit.oldDeclarations().structs().stream().noneMatch(s -> s.name().equals(seen.name()))) {
                    all.add(seen);
                    merged.add(seen.origin());
                }
                continue;
            }
            Struct mine = all.get(at);
            List<Struct.Member> members = new ArrayList<>(mine.members());
            for (Struct.Member m : seen.members()) {
                boolean old = edit.oldDeclarations().structs().stream().flatMap(s -> s.members().stream()).anyMatch(o -> o.name().equals(m.name()));
                if (!old && !m.name().isEmpty() && members.stream().noneMatch(x -> x.name().equals(m.name()))) {
                    members.add(m);
                    merged.add(seen.origin());
                }
            }
            all.set(at, new Struct(mine.name(), mine.union(), members, mine.origin()));
        }
        return all;
    }

    private static int indexOf(List<Struct> all, String name) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Variable> variables(Unit model, FileEdit edit, Relevance relevance, SortedSet<Origin> merged) {
        List<Variable> all = new ArrayList<>(model.variables());
        for (Variable seen : edit.newDeclarations().variables()) {
            Optional<Variable> before = named(edit.oldDeclarations().variables(), seen.name());
            Optional<Variable> mine = named(all, seen.name());
            if (before.equals(Optional.of(seen)) || seen.init().isEmpty() && mine.isPresent()) {
                continue;
            }
            if (mine.isPresent()) {
                all.set(all.indexOf(mine.get()), overlaid(mine.get(), before, seen));
                merged.add(seen.origin());
            } else if (before.isEmpty() && seen.init().map(i -> relevance.touches(Names.of(i))).orElse(false)) {
                all.add(seen);
                merged.add(seen.origin());
            }
        }
        for (Variable gone : edit.oldDeclarations().variables()) {
            if (named(edit.newDeclarations().variables(), gone.name()).isEmpty() && gone.init().isPresent()
                    && named(all, gone.name()).isPresent()) {
                merged.add(gone.origin());
            }
        }
        return all;
    }

    private static Optional<Variable> named(List<Variable> all, String name) {
        return all.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** The model's table with the entries that the patch adds or changes put in and those that it removes taken out. */
    private static Variable overlaid(Variable mine, Optional<Variable> before, Variable seen) {
        if (!(mine.init().orElse(new Expr.Unknown("")) instanceof Expr.Init table) || !(seen.init().orElseThrow() instanceof Expr.Init added)) {
            return new Variable(mine.type(), mine.name(), seen.init(), mine.origin());
        }
        List<Expr.Member> members = new ArrayList<>(table.members());
        before.flatMap(Variable::init).ifPresent(old -> {
            if (old instanceof Expr.Init o) {
                o.members().forEach(m -> members.removeIf(x -> x.name().equals(m.name())));
            }
        });
        added.members().forEach(m -> members.removeIf(x -> x.name().equals(m.name())));
        members.addAll(added.members());
        return new Variable(mine.type(), mine.name(), Optional.of(new Expr.Init(members)), mine.origin());
    }
}
