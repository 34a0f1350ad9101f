package folioscope.model.merge;

import folioscope.model.Roles;
import folioscope.skeleton.Expr;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A patch from the middle of a series knows predicates that an earlier patch brought and that the model writes out. One whose old
 * body the patch shows takes the place of what it says, wherever the model says it; one that the patch only calls is what stands in
 * its place in the model's line.
 *
 * @param functions the predicates, and the model's functions that now call one
 * @param notes what was taken for what
 */
record Predicates(SortedMap<String, Function> functions, List<String> notes) {

    static Predicates of(Unit unit, Roles roles, List<FileEdit> edits) {
        Predicates all = new Predicates(new TreeMap<>(), new ArrayList<>());
        SortedSet<String> known = new TreeSet<>();
        unit.functions().forEach(f -> known.add(f.name()));
        Meaning meaning = new Meaning(unit);
        for (FileEdit file : edits) {
            for (FunctionEdit edit : file.functions()) {
                boolean shown = edit.wholeOld() && edit.wholeNew() && edit.oldName().equals(edit.newName());
                if (shown && known.add(edit.oldName())) {
                    all.fold(unit, meaning, edit.oldSide().orElseThrow());
                }
                known.add(edit.oldName());
                known.add(edit.newName());
            }
        }
        for (FileEdit file : edits) {
            for (FunctionEdit edit : file.functions()) {
                Optional<Function> mine = edit.oldSide().flatMap(s -> unit.function(roles.of(edit.path(), edit.oldName())
                        .orElse(edit.oldName())));
                mine.ifPresent(f -> all.learn(meaning, known, edit.oldSide().get(), f));
            }
        }
        return all;
    }

    /** What the predicate says becomes a call of it. */
    private void fold(Unit unit, Meaning meaning, Function predicate) {
        Optional<Expr> says = Meaning.value(predicate).filter(e -> predicate.parameters().size() == 1);
        if (says.isEmpty()) {
            return;
        }
        String parameter = predicate.parameters().get(0).name();
        Expr pattern = meaning.of(says.get());
        if (!Meaning.judges(pattern, parameter)) {
            return;
        }
        SortedSet<String> users = new TreeSet<>();
        for (Function f : unit.functions()) {
            Function mine = functions.getOrDefault(f.name(), f);
            Stmt.Block body = (Stmt.Block) Walk.replace(mine.body(), e -> called(meaning.of(e), pattern, predicate.name(), parameter).orElse(e));
            if (!body.equals(mine.body())) {
                functions.put(f.name(), new Function(mine.name(), mine.returns(), mine.parameters(), body, mine.presence(),
                        mine.comment(), mine.origin()));
                users.add(f.name());
            }
        }
        if (!users.isEmpty()) {
            functions.put(predicate.name(), predicate);
            notes.add(predicate.name() + "() is not there yet; taken for what " + String.join("(), ", users) + "() writes out");
        }
    }

    private static Optional<Expr> called(Expr meant, Expr pattern, String name, String parameter) {
        Optional<Expr> argument = Meaning.argument(pattern, meant, parameter);
        if (argument.isPresent()) {
            return argument.map(a -> new Expr.Call(new Expr.Name(name), List.of(a)));
        }
        return Meaning.opposite(meant).flatMap(o -> Meaning.argument(pattern, o, parameter))
                .map(a -> new Expr.Unary("!", new Expr.Call(new Expr.Name(name), List.of(a))));
    }

    /** A line that differs from the model's in nothing but such a call tells what the call says. */
    private void learn(Meaning meaning, SortedSet<String> known, Function side, Function mine) {
        List<Expr> heads = heads(mine);
        for (Expr theirs : heads(side)) {
            for (Expr ours : heads) {
                difference(theirs, ours).ifPresent(pair -> define(meaning, known, pair, side, mine));
            }
        }
    }

    /** Two expressions that stand in the same place. */
    private record Place(Expr theirs, Expr ours) { }

    private static List<Expr> heads(Function function) {
        List<Expr> all = new ArrayList<>();
        Walk.statements(function.body(), s -> all.addAll(Walk.heads(s)));
        return all;
    }

    /** The one place below the top in which two expressions differ. */
    private static Optional<Place> difference(Expr theirs, Expr ours) {
        List<Expr> left = parts(theirs);
        List<Expr> right = parts(ours);
        if (left.isEmpty() || left.size() != right.size() || theirs.getClass() != ours.getClass()
                || theirs instanceof Expr.Binary a && ours instanceof Expr.Binary b && !a.op().equals(b.op())) {
            return Optional.empty();
        }
        int at = -1;
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).equals(right.get(i))) {
                if (at >= 0) {
                    return Optional.empty();
                }
                at = i;
            }
        }
        if (at < 0) {
            return Optional.empty();
        }
        Place here = new Place(left.get(at), right.get(at));
        return difference(here.theirs(), here.ours()).or(() -> Optional.of(here));
    }

    private static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.Call c -> {
                List<Expr> all = new ArrayList<>(List.of(c.callee()));
                all.addAll(c.arguments());
                yield all;
            }
            case Expr.Binary b when b.op().equals("&&") || b.op().equals("||") -> List.of(b.left(), b.right());
            case Expr.Wait w -> List.of(w.key(), w.condition(), w.command());
            default -> List.of();
        };
    }

    private void define(Meaning meaning, SortedSet<String> known, Place place, Function side, Function mine) {
        boolean not = place.theirs() instanceof Expr.Unary u && u.op().equals("!");
        Expr call = not ? ((Expr.Unary) place.theirs()).operand() : place.theirs();
        Optional<String> name = Walk.callee(call).filter(n -> !known.contains(n));
        if (name.isEmpty() || !(call instanceof Expr.Call c) || c.arguments().size() != 1
                || !(c.arguments().get(0) instanceof Expr.Name argument)) {
            return;
        }
        Expr meant = meaning.of(place.ours());
        Optional<Expr> says = (not ? Meaning.opposite(meant) : Optional.of(meant)).filter(e -> Meaning.judges(e, argument.name()));
        Optional<Type> type = Meaning.declared(mine, argument.name());
        if (says.isPresent() && type.isPresent() && !functions.containsKey(name.get())) {
            Stmt.Block body = new Stmt.Block(List.of(new Stmt.Return(says, side.origin())), side.origin());
            functions.put(name.get(), new Function(name.get(), Type.INT, List.of(new Function.Parameter(type.get(),
                    argument.name())), body, List.of(), "", side.origin()));
            notes.add(name.get() + "() is not there yet; taken for what stands in its place in " + mine.name() + "()");
        }
    }
}
