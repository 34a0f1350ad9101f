package folioscope.model.merge;

import folioscope.model.Lexicon;
import folioscope.skeleton.Expr;
import folioscope.skeleton.FileEdit;
import folioscope.skeleton.Function;
import folioscope.skeleton.FunctionEdit;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Stmt;
import folioscope.skeleton.Variable;
import folioscope.skeleton.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of the patch's lines, collected while merging, and the sites made of it. */
final class Fates {

    /** A line's status, the model's function it went to, and the line there. */
    private record Fate(Site.Status status, String model, Optional<Origin> at) {

        Fate(Site.Status status, String model) {
            this(status, model, Optional.empty());
        }

        Fate at(Origin origin) {
            return new Fate(status, model, Optional.of(origin));
        }
    }

    private final SortedMap<Integer, Fate> older = new TreeMap<>();
    private final SortedMap<Integer, Fate> newer = new TreeMap<>();
    private final SortedSet<Origin> declared = new TreeSet<>();

    /** Every line of the edit has the same fate. */
    void whole(FunctionEdit edit, Site.Status status, String model) {
        edit.oldSide().ifPresent(f -> all(f, older, new Fate(status, model)));
        edit.newSide().ifPresent(f -> all(f, newer, new Fate(status, model)));
    }

    private void all(Function f, SortedMap<Integer, Fate> map, Fate fate) {
        put(map, f.origin(), fate);
        Walk.statements(f.body(), s -> put(map, s.origin(), fate.at(s.origin())));
        Walk.statements(f.body(), s -> {
            if (s instanceof Stmt.Switch w) {
                w.cases().forEach(c -> put(map, c.origin(), fate.at(c.origin())));
            }
        });
    }

    void lines(FunctionEdit edit, List<FunctionMerge.LineFate> lines, String model) {
        edit.oldSide().ifPresent(f -> put(older, f.origin(), new Fate(Site.Status.EQUIVALENT, model)));
        edit.newSide().ifPresent(f -> put(newer, f.origin(), new Fate(Site.Status.EQUIVALENT, model)));
        for (FunctionMerge.LineFate line : lines) {
            Site.Status status = switch (line.fate()) {
                case MERGED -> Site.Status.MERGED;
                case EQUIVALENT -> Site.Status.EQUIVALENT;
                case CONFLICT -> Site.Status.CONFLICT;
                case IRRELEVANT -> Site.Status.UNMODELLED;
            };
            put(line.origin().side() == Origin.Side.NEW ? newer : older, line.origin(), new Fate(status, model, line.model()));
        }
    }

    void declared(SortedSet<Origin> merged) {
        declared.addAll(merged);
        for (Origin origin : merged) {
            put(origin.side() == Origin.Side.NEW ? newer : older, origin, new Fate(Site.Status.MERGED, ""));
        }
    }

    /** Where several things stand on a line the one that matters most decides; lines that the patch does not show have no fate. */
    private static void put(SortedMap<Integer, Fate> map, Origin origin, Fate fate) {
        if (origin.line() > 0 && origin.side() != Origin.Side.TREE) {
            map.merge(origin.line(), fate, (a, b) -> weight(a) >= weight(b) ? a : b);
        }
    }

    private static int weight(Fate fate) {
        return switch (fate.status) {
            case CONFLICT -> 4;
            case MERGED -> 3;
            case EQUIVALENT -> 2;
            case UNMODELLED -> 1;
            case UNPARSED -> 0;
        };
    }

    /** The lifecycle lines of a file in input order: those with a name of the lexicon, and those that the model was changed by. */
    List<Site> sites(FileEdit edit, Lexicon lexicon) {
        List<Site> sites = new ArrayList<>();
        for (FileEdit.ChangedLine line : edit.changed()) {
            boolean old = line.mark() == HunkText.Mark.REMOVED;
            SortedMap<Integer, Fate> map = old ? older : newer;
            boolean lexical = line.names().stream().anyMatch(lexicon::has);
            boolean changing = !line.names().isEmpty() && changesModel(Optional.ofNullable(map.get(line.inputLine())));
            if (lexical || changing) {
                Fate fate = fate(edit, line, map);
                sites.add(new Site(old ? edit.oldPath() : edit.newPath(), line.function(), line.mark(), line.inputLine(),
                        line.text(), fate.status, fate.model, fate.at));
            }
        }
        return sites;
    }

    /** Whether a line is an entry of the table whose head is the last thing above it, and that was carried over. */
    private boolean entry(FileEdit edit, FileEdit.ChangedLine line, SortedMap<Integer, Fate> above) {
        List<Variable> tables = line.mark() == HunkText.Mark.REMOVED ? edit.oldDeclarations().variables() : edit.newDeclarations().variables();
        String text = line.text().strip();
        return text.startsWith(".") && !above.isEmpty() && tables.stream().anyMatch(t -> t.origin().line() == above.lastKey()
                && declared.contains(t.origin()) && t.init().map(i -> has(i, text)).orElse(false));
    }

    private static boolean has(Expr init, String text) {
        return init instanceof Expr.Init table
                && table.members().stream().anyMatch(m -> text.matches("\\.\\Q" + m.name() + "\\E\\s*=.*"));
    }

    private static boolean changesModel(Optional<Fate> fate) {
        return fate.filter(f -> f.status == Site.Status.MERGED || f.status == Site.Status.CONFLICT).isPresent();
    }

    /**
     * A line without a statement of its own continues the one above it, if that belongs to the same function. Outside functions it
     * is a prototype, an export or a member of a struct: it declares and does nothing, unless it puts something into a table,
     * which the model may have.
     */
    private Fate fate(FileEdit edit, FileEdit.ChangedLine line, SortedMap<Integer, Fate> map) {
        Optional<Fate> own = Optional.ofNullable(map.get(line.inputLine()));
        if (own.isPresent()) {
            return own.get();
        }
        if (!line.lifted()) {
            return new Fate(Site.Status.UNPARSED, "");
        }
        if (line.function().isEmpty() && !line.text().contains("=")) {
            return new Fate(Site.Status.EQUIVALENT, "");
        }
        SortedMap<Integer, Fate> above = map.headMap(line.inputLine());
        if (line.function().isEmpty() && entry(edit, line, above)) {
            return above.get(above.lastKey());
        }
        boolean near = !line.function().isEmpty() && !above.isEmpty() && line.inputLine() - above.lastKey() <= 4;
        return near ? above.get(above.lastKey()) : new Fate(Site.Status.UNMODELLED, "");
    }
}
