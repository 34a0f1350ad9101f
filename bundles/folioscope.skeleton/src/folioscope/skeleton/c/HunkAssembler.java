package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import folioscope.skeleton.Enumerator;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Problem;
import folioscope.skeleton.Struct;
import folioscope.skeleton.Unit;
import folioscope.skeleton.Variable;

/** Makes of all hunks of a file what they do to each of its functions. */
public final class HunkAssembler {

    private final String oldPath;
    private final String newPath;
    private final List<HunkText> hunks;
    private final List<HunkSide> oldHunks;
    private final List<HunkSide> newHunks;
    private final Set<String> readTexts = new HashSet<>();
    private final List<FunctionEdit> edits = new ArrayList<>();
    private final List<Covered> covered = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final BitSet read = new BitSet();
    private final BitSet oldSeen = new BitSet();
    private final BitSet newSeen = new BitSet();
    private final List<Unit> oldDeclarations = new ArrayList<>();
    private final List<Unit> newDeclarations = new ArrayList<>();

    private HunkAssembler(String oldPath, String newPath, List<HunkText> hunks) {
        this.oldPath = named(oldPath) ? oldPath : newPath;
        this.newPath = named(newPath) ? newPath : oldPath;
        this.hunks = hunks;
        this.oldHunks = sides(hunks, Origin.Side.OLD);
        this.newHunks = sides(hunks, Origin.Side.NEW);
        oldHunks.forEach(h -> read.or(h.directives()));
        newHunks.forEach(h -> read.or(h.directives()));
    }

    /** An edit's names and the extents of its two sides. */
    private record Covered(String oldName, String newName, BitSet oldExtent, BitSet newExtent) { }

    /** See {@link folioscope.skeleton.PatchText#lift}. */
    public static FileEdit lift(String oldPath, String newPath, List<HunkText> hunks) {
        HunkAssembler assembler = new HunkAssembler(oldPath, newPath, hunks);
        for (int[] variant : Conditionals.VARIANTS) {
            assembler.variant(variant);
        }
        return assembler.edit();
    }

    private static List<HunkSide> sides(List<HunkText> hunks, Origin.Side side) {
        return IntStream.range(0, hunks.size()).mapToObj(i -> HunkSide.of(i, hunks.get(i), side)).toList();
    }

    private void variant(int[] variant) {
        SideText oldText = SideText.of(oldHunks, variant);
        SideText newText = SideText.of(newHunks, variant);
        if (!readTexts.add(oldText.text() + '\0' + newText.text())) {
            return;
        }
        LiftedSide older = LiftedSide.of(oldPath, Origin.Side.OLD, oldText, oldHunks);
        LiftedSide newer = LiftedSide.of(newPath, Origin.Side.NEW, newText, newHunks);
        read.or(older.read());
        read.or(newer.read());
        oldDeclarations.add(older.declarations());
        newDeclarations.add(newer.declarations());
        List<Problem> found = new ArrayList<>(older.problems());
        found.addAll(newer.problems());
        pair(Group.of(older.parts()), Group.of(newer.parts()), found);
        problems.addAll(found);
    }

    private void pair(List<Group> older, List<Group> newer, List<Problem> found) {
        List<Group> added = new ArrayList<>(newer);
        List<Group> removed = new ArrayList<>();
        TreeMap<Integer, Group> successors = new TreeMap<>();
        for (int i = 0; i < older.size(); i++) {
            Optional<Group> same = named(older.get(i), added);
            if (same.isPresent() && (same.get().headShown() || !older.get(i).headShown())) {
                successors.put(i, same.get());
                added.remove(same.get());
            } else {
                removed.add(older.get(i));
            }
        }
        Renames renames = new Renames(plainLines()::get);
        for (Group group : removed) {
            Optional<Group> rest = named(group, added);
            rest.ifPresent(added::remove);
            Optional<Group> successor = renames.successor(group, added);
            successor.ifPresent(added::remove);
            successor.map(s -> rest.map(s::with).orElse(s)).or(() -> rest)
                    .ifPresent(s -> successors.put(older.indexOf(group), s));
        }
        for (int i = 0; i < older.size(); i++) {
            edit(Optional.of(older.get(i)), Optional.ofNullable(successors.get(i)), found);
        }
        added.forEach(group -> edit(Optional.empty(), Optional.of(group), found));
    }

    private static Optional<Group> named(Group group, List<Group> others) {
        return others.stream().filter(g -> g.name().equals(group.name())).findFirst();
    }

    private Map<Integer, String> plainLines() {
        Map<Integer, String> all = new TreeMap<>();
        for (List<HunkSide> side : List.of(oldHunks, newHunks)) {
            for (HunkSide hunk : side) {
                for (int i = 0; i < hunk.lines().size(); i++) {
                    all.put(hunk.lines().get(i).inputLine(), hunk.plain().get(i));
                }
            }
        }
        return all;
    }

    private void edit(Optional<Group> older, Optional<Group> newer, List<Problem> found) {
        BitSet oldLines = older.map(Group::lines).orElseGet(BitSet::new);
        BitSet newLines = newer.map(Group::lines).orElseGet(BitSet::new);
        if (!changed(oldLines, HunkText.Mark.REMOVED) && !changed(newLines, HunkText.Mark.ADDED)) {
            return;
        }
        Sides sides = Sides.of(older, newer, oldPath, newPath);
        if (within(oldLines, oldSeen) && within(newLines, newSeen)) {
            return;
        }
        oldSeen.or(oldLines);
        newSeen.or(newLines);
        covered.add(new Covered(sides.oldName(), sides.newName(), older.map(Group::extent).orElseGet(BitSet::new),
                newer.map(Group::extent).orElseGet(BitSet::new)));
        List<Problem> own = found.stream().filter(p -> p.origin().inPatch() && (p.origin().side() == Origin.Side.OLD
                ? oldLines : newLines).get(p.origin().line())).toList();
        edits.add(new FunctionEdit(newPath, sides.oldName(), sides.newName(), sides.oldSide(), sides.newSide(),
                older.map(Group::whole).orElse(false), newer.map(Group::whole).orElse(false), own));
    }

    private static boolean within(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    private static boolean named(String path) {
        return !path.isEmpty() && !path.equals("/dev/null");
    }

    private boolean changed(BitSet lines, HunkText.Mark mark) {
        return hunks.stream().flatMap(h -> h.lines().stream()).anyMatch(l -> l.mark() == mark && lines.get(l.inputLine()));
    }

    private FileEdit edit() {
        Map<Integer, String> plain = plainLines();
        List<FileEdit.ChangedLine> lines = new ArrayList<>();
        for (HunkText hunk : hunks) {
            for (HunkText.Line line : hunk.lines()) {
                if (line.mark() != HunkText.Mark.CONTEXT) {
                    lines.add(new FileEdit.ChangedLine(line.mark(), line.text(), line.inputLine(), function(line),
                            Identifiers.of(plain.getOrDefault(line.inputLine(), "")), read.get(line.inputLine())));
                }
            }
        }
        List<String> around = hunks.stream().map(h -> new Heading(h.heading())).filter(h -> h.kind() == Piece.Kind.FUNCTION)
                .map(Heading::name).filter(name -> !name.isEmpty()).distinct().toList();
        return new FileEdit(oldPath, newPath, edits, together(oldDeclarations), together(newDeclarations), around, lines,
                List.copyOf(problems));
    }

    private String function(HunkText.Line line) {
        boolean removed = line.mark() == HunkText.Mark.REMOVED;
        return covered.stream().filter(c -> (removed ? c.oldExtent() : c.newExtent()).get(line.inputLine()))
                .map(c -> removed ? c.oldName() : c.newName()).findFirst().orElse("");
    }

    private static Unit together(List<Unit> units) {
        Set<Struct> structs = new LinkedHashSet<>();
        Set<Enumerator> enumerators = new LinkedHashSet<>();
        Set<Variable> variables = new LinkedHashSet<>();
        for (Unit unit : units) {
            structs.addAll(unit.structs());
            enumerators.addAll(unit.enumerators());
            variables.addAll(unit.variables());
        }
        return new Unit(List.copyOf(structs), List.copyOf(enumerators), List.copyOf(variables), List.of());
    }
}
