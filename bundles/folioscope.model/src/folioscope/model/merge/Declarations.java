package folioscope.model.merge;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.Expr;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries over what a patch changes outside functions: enumerators, members of structs, entries of operation tables. */
final class Declarations {

    /** Beyond this the model has numbers of its own: its values are small. */
    private static final long LARGEST = 0x3fff;

    private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\s+(\\w+)\\s");

    private Declarations() {
    }

    /** The unit after the edit, and the lines that had a part in it. */
    record Result(Unit unit, SortedSet<Origin> merged) { }

    static Result apply(Unit model, FileEdit edit, Relevance relevance) {
        SortedSet<Origin> merged = new TreeSet<>();
        List<Enumerator> enumerators = enumerators(model, edit, merged);
        List<Struct> structs = structs(model, edit, merged);
        List<Variable> variables = variables(model, edit, relevance, merged);
        return new Result(new Unit(structs, enumerators, variables, model.functions()), merged);
    }

    private static SortedSet<String> names(List<Enumerator> all) {
        SortedSet<String> names = new TreeSet<>();
        all.forEach(e -> names.add(e.name()));
        return names;
    }

    /**
     * An enum that the model has gains what the patch adds, with numbers not used yet; one that the patch brings has its own,
     * and so has what is a macro in the kernel. What the patch removes stays declared, for code of the model that the patch does not show
     * and that still names it.
     */
    private static List<Enumerator> enumerators(Unit model, FileEdit edit, SortedSet<Origin> merged) {
        List<Enumerator> all = new ArrayList<>(model.enumerators());
        SortedSet<String> before = names(edit.oldDeclarations().enumerators());
        SortedSet<String> after = names(edit.newDeclarations().enumerators());
        edit.oldDeclarations().enumerators().stream().filter(e -> !after.contains(e.name()) && names(all).contains(e.name()))
                .forEach(e -> merged.add(e.origin()));
        SortedSet<String> macros = macros(edit);
        for (Enumerator e : edit.newDeclarations().enumerators()) {
            boolean there = names(all).contains(e.name());
            if (macros.contains(e.name()) && e.value() >= 0 && e.value() <= LARGEST && (!there || before.contains(e.name()))) {
                all.removeIf(m -> m.name().equals(e.name()));
                all.add(e);
                merged.add(e.origin());
                continue;
            }
            Optional<String> type = typeOf(model, edit, e);
            if (before.contains(e.name()) || there) {
                continue;
            }
            if (type.isEmpty()) {
                if (edit.newDeclarations().enumerators().stream().noneMatch(o -> o.type().equals(e.type()) && before.contains(o.name()))) {
                    all.add(e);
                    merged.add(e.origin());
                }
                continue;
            }
            long value = 1 + all.stream().filter(m -> m.type().equals(type.get())).mapToLong(Enumerator::value).max().orElse(0);
            all.add(new Enumerator(type.get(), e.name(), value, e.origin()));
            merged.add(e.origin());
        }
        return all;
    }

    /** Names of macros that the patch adds, or gives another value. */
    private static SortedSet<String> macros(FileEdit edit) {
        SortedSet<String> names = new TreeSet<>();
        for (FileEdit.ChangedLine line : edit.changed()) {
            Matcher define = DEFINE.matcher(line.text());
            if (line.mark() == HunkText.Mark.ADDED && define.lookingAt()) {
                names.add(define.group(1));
            }
        }
        return names;
    }

    /** The model's enum to which an added enumerator belongs: by its name, or by the enumerators the patch shows beside it. */
    private static Optional<String> typeOf(Unit model, FileEdit edit, Enumerator added) {
        for (Enumerator m : model.enumerators()) {
            boolean sameEnum = !added.type().isEmpty() && m.type().equals(added.type());
            boolean neighbour = edit.newDeclarations().enumerators().stream()
                    .anyMatch(n -> n.type().equals(added.type()) && n.name().equals(m.name()));
            if (sameEnum || neighbour) {
                return Optional.of(m.type());
            }
        }
        return Optional.empty();
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
