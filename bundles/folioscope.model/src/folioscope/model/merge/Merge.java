package folioscope.model.merge;

import folioscope.model.Lexicon;
import folioscope.model.Model;
import folioscope.model.ModelLibrary;
import folioscope.model.Roles;
import folioscope.skeleton.Expr;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Merges what a patch does to C files into a model. One object merges one patch; {@link #into} does it. */
public final class Merge {

    private final Roles roles;
    private final Lexicon lexicon;
    private final Relevance relevance;
    private final SortedSet<String> brought;
    private final Borrowing borrowed;

    /** What the model's functions name, before the patch or after it. */
    private final SortedSet<String> called = new TreeSet<>();
    private final SortedMap<String, Function> functions = new TreeMap<>();
    private final SortedSet<String> removed = new TreeSet<>();
    private final SortedSet<String> reused = new TreeSet<>();
    private final SortedSet<String> changed = new TreeSet<>();
    private final SortedSet<String> halfMerged = new TreeSet<>();
    private final SortedMap<String, String> renamed = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Fates fates = new Fates();
    private final Fit fit = new Fit();

    private Merge(Model model, ModelLibrary library, List<FileEdit> edits) {
        this.roles = library.roles();
        this.lexicon = library.lexicon();
        model.unit().functions().forEach(f -> functions.put(f.name(), f));
        Predicates predicates = Predicates.of(model.unit(), roles, edits);
        functions.putAll(predicates.functions());
        changed.addAll(predicates.functions().keySet());
        notes.addAll(predicates.notes());
        this.brought = brought(model.unit(), edits);
        this.borrowed = Borrowing.of(model, library, edits);
        SortedSet<String> joining = new TreeSet<>(brought);
        joining.addAll(borrowed.functions().keySet());
        joining.addAll(predicates.functions().keySet());
        this.relevance = new Relevance(model.unit(), joining, declared(model.unit(), edits, joining));
        functions.values().forEach(f -> called.addAll(names(f)));
        edits.stream().flatMap(e -> e.functions().stream()).filter(e -> functions.containsKey(roles.of(e.path(), e.oldName())
                .orElse(e.oldName()))).forEach(e -> e.newSide().ifPresent(f -> called.addAll(names(f))));
    }

    /** The model with the edits merged in; the library gives the roles and the names that make a lifecycle line. */
    public static MergeResult into(Model model, ModelLibrary library, List<FileEdit> edits) {
        Merge merge = new Merge(model, library, edits);
        Unit unit = model.unit();
        for (FileEdit edit : edits) {
            merge.around(edit, library);
            Declarations.Result declared = Declarations.apply(unit, edit, merge.relevance);
            if (!declared.unit().equals(unit)) {
                merge.changed.add("(declarations of " + edit.newPath() + ")");
            }
            unit = declared.unit();
            merge.fates.declared(declared.merged());
        }
        unit = merge.withStructs(unit, BorrowedStructs.of(model, library, edits));
        List<FunctionEdit> functionEdits = new ArrayList<>(Moves.joined(edits));
        for (Split split : Split.among(functionEdits)) {
            if (functionEdits.containsAll(split.parts()) && merge.split(split)) {
                functionEdits.removeAll(split.parts());
            }
        }
        merge.findReused(functionEdits);
        functionEdits.forEach(merge::take);
        Unit result = unit.withFunctions(merge.finished(model.unit()));
        List<Site> sites = new ArrayList<>();
        for (FileEdit edit : edits) {
            sites.addAll(merge.fates.sites(edit, merge.lexicon));
        }
        sites.sort(java.util.Comparator.comparingInt(Site::line));
        Model after = new Model(model.kernel(), result, Types.after(model.types(), edits));
        return new MergeResult(after.equals(model) ? model : after, sites, merge.changed, merge.halfMerged, merge.fit.explained(),
                merge.fit.seen(), merge.notes);
    }

    private static Unit declared(Unit unit, List<FileEdit> edits, SortedSet<String> joining) {
        Relevance first = new Relevance(unit, joining);
        Unit declared = unit;
        for (FileEdit edit : edits) {
            declared = Declarations.apply(declared, edit, first).unit();
        }
        return declared;
    }

    private Unit withStructs(Unit unit, List<Struct> borrowedStructs) {
        List<Struct> structs = new ArrayList<>(unit.structs());
        structs.addAll(borrowedStructs);
        borrowedStructs.forEach(s -> notes.add("struct " + s.name() + " is not there yet; taken from a later model"));
        return new Unit(structs, unit.enumerators(), unit.variables(), unit.functions());
    }

    /** A function that a hunk's heading names is there before the patch: a model without it is the wrong one, if another has it. */
    private void around(FileEdit edit, ModelLibrary library) {
        for (String name : edit.around()) {
            if (library.functionNames().contains(name)) {
                fit.add(functions.containsKey(name) ? 1 : 0, 1);
            }
        }
    }

    /** Functions that the patch adds and that touch the life of a page, directly or through one another. */
    private static SortedSet<String> brought(Unit unit, List<FileEdit> edits) {
        SortedSet<String> known = new TreeSet<>();
        boolean grows = true;
        while (grows) {
            Relevance relevance = new Relevance(unit, known);
            grows = false;
            for (FileEdit file : edits) {
                for (FunctionEdit edit : file.functions()) {
                    boolean fresh = !edit.newName().isEmpty() && !edit.newName().equals(edit.oldName()) && edit.newSide().isPresent();
                    if (fresh && !known.contains(edit.newName()) && touches(relevance, edit.newSide().get())) {
                        grows |= known.add(edit.newName());
                    }
                }
            }
        }
        return known;
    }

    private static boolean touches(Relevance relevance, Function function) {
        for (Item item : Flat.of(function.body()).items()) {
            if (relevance.touches(Names.of(item))) {
                return true;
            }
        }
        return false;
    }

    /** Names that one function gives up for another name and a second function takes over. */
    private void findReused(List<FunctionEdit> edits) {
        for (FunctionEdit edit : edits) {
            boolean renames = !edit.newName().isEmpty() && !edit.newName().equals(edit.oldName());
            if (renames && edits.stream().anyMatch(o -> o != edit && o.newName().equals(edit.oldName()))) {
                reused.add(edit.oldName());
            }
        }
    }

    /** Merges a function that becomes several; false, with nothing done, where that does not fit the model's function. */
    private boolean split(Split split) {
        FunctionEdit edit = split.joined();
        Optional<Function> mine = Optional.ofNullable(functions.get(roles.of(edit.path(), edit.oldName()).orElse(edit.oldName())));
        if (mine.isEmpty()) {
            return false;
        }
        FunctionMerge.Result result = new FunctionMerge(mine.get(), edit, relevance).result();
        List<Function> pieces = result.conflicts() ? List.of() : result.merged().map(split::cut).orElse(List.of());
        if (pieces.isEmpty()) {
            return false;
        }
        fit.add(result.explained(), result.seen());
        for (Function piece : pieces) {
            functions.put(piece.name(), piece);
            changed.add(piece.name());
        }
        fates.lines(edit, result.fates(), place(mine.get()));
        split.parts().forEach(part -> fates.lines(part, List.of(), place(mine.get())));
        return true;
    }

    private void take(FunctionEdit edit) {
        if (otherConfiguration(edit)) {
            fates.whole(edit, Site.Status.EQUIVALENT, "");
            return;
        }
        String name = edit.oldName().isEmpty() ? edit.newName() : edit.oldName();
        String target = roles.of(edit.path(), name).orElse(name);
        Optional<Function> mine = Optional.ofNullable(functions.get(target));
        if (mine.isPresent() && edit.newName().isEmpty()) {
            removed.add(target);
            fates.whole(edit, Site.Status.MERGED, place(mine.get()));
        } else if (mine.isPresent() && edit.oldName().isEmpty() && emptyVariant(mine.get(), edit)) {
            fates.whole(edit, Site.Status.EQUIVALENT, "");
        } else if (mine.isPresent() && edit.oldName().isEmpty()) {
            fit.add(0, 3);
            replace(mine.get(), edit);
        } else if (mine.isPresent()) {
            merge(mine.get(), edit);
        } else {
            join(edit);
        }
    }

    /**
     * A header gains what the model has in a C file, or with nothing in it what there is with something: the empty variant for
     * a configuration without the real one, whether or not the patch shows the condition.
     */
    private static boolean emptyVariant(Function mine, FunctionEdit edit) {
        return edit.path().endsWith(".h") && (mine.origin().path().endsWith(".c")
                || edit.wholeNew() && idle(edit.newSide().orElseThrow()) && !idle(mine));
    }

    /** Whether a function neither calls nor touches anything. */
    private static boolean idle(Function function) {
        return Flat.of(function.body()).items().stream().map(Names::of)
                .allMatch(names -> names.called().isEmpty() && names.members().isEmpty());
    }

    private static boolean otherConfiguration(FunctionEdit edit) {
        Optional<Function> side = edit.newSide().or(edit::oldSide);
        return side.map(f -> f.presence().stream().anyMatch(p -> p.startsWith("!"))).orElse(false);
    }

    private static String place(Function function) {
        String path = function.origin().path();
        return path.substring(path.lastIndexOf('/') + 1) + ":" + function.name();
    }

    /**
     * A function that the model does not have joins it if the patch shows all of it, and brings it or has functions of the model
     * call it. One that nothing calls would change nothing.
     */
    private void join(FunctionEdit edit) {
        boolean added = edit.oldName().isEmpty() && brought.contains(edit.newName()) && edit.wholeNew();
        if (added || edit.wholeOld() && edit.wholeNew() && called.contains(edit.newName())) {
            Function fresh = relevance.skeleton(edit.newSide().get());
            functions.put(fresh.name(), fresh);
            changed.add(fresh.name());
            fates.whole(edit, Site.Status.MERGED, place(fresh));
        } else {
            fates.whole(edit, Site.Status.UNMODELLED, "");
        }
    }

    private void replace(Function mine, FunctionEdit edit) {
        if (!edit.wholeNew()) {
            fates.whole(edit, Site.Status.CONFLICT, place(mine));
            return;
        }
        Function fresh = relevance.skeleton(edit.newSide().orElseThrow());
        boolean same = fresh.body().equals(mine.body());
        functions.put(mine.name(), new Function(mine.name(), fresh.returns(), fresh.parameters(), fresh.body(), List.of(),
                mine.comment(), fresh.origin()));
        changed.add(mine.name());
        fates.whole(edit, same ? Site.Status.EQUIVALENT : Site.Status.MERGED, place(mine));
    }

    private void merge(Function mine, FunctionEdit shown) {
        FunctionEdit edit = new FunctionEdit(shown.path(), shown.oldName(), shown.newName(), shown.oldSide(), LocalNames.kept(shown),
                shown.wholeOld(), shown.wholeNew(), shown.problems());
        FunctionMerge.Result result = new FunctionMerge(mine, edit, relevance).result();
        fit.add(result.explained(), result.seen());
        if (result.conflicts() && edit.wholeOld() && edit.wholeNew()) {
            replace(mine, edit);
        } else {
            Function after = Heads.carriedOver(result.merged().orElse(mine), edit);
            if (reused.contains(edit.oldName()) && !edit.newName().equals(edit.oldName())) {
                functions.put(edit.newName(), named(after, edit.newName()));
                changed.add(edit.newName());
            } else if (!after.equals(mine)) {
                functions.put(mine.name(), after);
                changed.add(mine.name());
            }
            fates.lines(edit, result.fates(), place(mine));
            if (result.conflicts()) {
                halfMerged.add(mine.name());
                notes.add(edit.path() + ": " + mine.name() + "(): part of the change does not fit the model's function");
            }
        }
        if (!edit.newName().equals(edit.oldName()) && mine.name().equals(edit.oldName()) && !reused.contains(edit.oldName())) {
            renamed.put(edit.oldName(), edit.newName());
        }
    }

    /** The functions in the model's order with the new ones behind; renamed everywhere; removed ones only if nobody calls them. */
    private List<Function> finished(Unit before) {
        SortedSet<String> order = new TreeSet<>(functions.keySet());
        List<Function> all = new ArrayList<>();
        for (Function f : before.functions()) {
            if (order.remove(f.name())) {
                all.add(functions.get(f.name()));
            }
        }
        order.forEach(name -> all.add(functions.get(name)));
        borrow(all);
        all.replaceAll(this::withNames);
        for (String name : removed) {
            List<String> users = all.stream().filter(f -> !f.name().equals(name) && !removed.contains(f.name()) && names(f).contains(name))
                    .map(Function::name).toList();
            fit.add(users.isEmpty() ? 3 : 0, 3);
            if (users.isEmpty()) {
                all.removeIf(f -> f.name().equals(name));
                changed.add(name);
            } else {
                notes.add(name + "() is removed, but the model's " + users.get(0) + "() still calls it: kept");
            }
        }
        return all;
    }

    /** Takes in those borrowed functions that the changed functions name, and what they name in turn. */
    private void borrow(List<Function> all) {
        SortedSet<String> taken = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            Function user = all.get(i);
            if (!changed.contains(user.name()) && !taken.contains(user.name())) {
                continue;
            }
            for (String name : names(user)) {
                if (borrowed.functions().containsKey(name) && taken.add(name)) {
                    all.add(borrowed.functions().get(name));
                    fit.add(0, 1);
                    changed.add(name);
                    notes.add(name + "() is not there yet; taken from the model of " + borrowed.from().get(name));
                }
            }
        }
    }

    private Function withNames(Function f) {
        if (renamed.isEmpty()) {
            return f;
        }
        Stmt.Block body = (Stmt.Block) Walk.replace(f.body(),
                e -> e instanceof Expr.Name n && renamed.containsKey(n.name()) ? new Expr.Name(renamed.get(n.name())) : e);
        return new Function(renamed.getOrDefault(f.name(), f.name()), f.returns(), f.parameters(), body, f.presence(), f.comment(), f.origin());
    }

    private static Function named(Function f, String name) {
        return new Function(name, f.returns(), f.parameters(), f.body(), f.presence(), f.comment(), f.origin());
    }

    private static SortedSet<String> names(Function f) {
        SortedSet<String> names = new TreeSet<>();
        Walk.expressions(f.body(), e -> {
            if (e instanceof Expr.Name n) {
                names.add(n.name());
            }
        });
        return names;
    }
}
