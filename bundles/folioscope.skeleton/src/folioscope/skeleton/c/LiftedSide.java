package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import folioscope.skeleton.Function;
import folioscope.skeleton.Origin;
import folioscope.skeleton.Problem;
import folioscope.skeleton.Type;
import folioscope.skeleton.Unit;

/**
 * One variant of one side of a file, lifted.
 *
 * @param parts functions and parts of them, in text order
 * @param read the input lines of which something came
 */
record LiftedSide(List<Part> parts, Unit declarations, BitSet read, List<Problem> problems) {

    /** Lifts the variant. */
    static LiftedSide of(String path, Origin.Side side, SideText text, List<HunkSide> hunks) {
        if (text.pieces().isEmpty()) {
            return new LiftedSide(List.of(), Unit.EMPTY, new BitSet(), List.of());
        }
        String source = text.text();
        Map<String, String> definitions = new LinkedHashMap<>(Prelude.definitions());
        definitions.putAll(PreScan.of(source));
        Reading reading = new Reading(path, side, source, text::inputLine);
        DeclarationLifter lifter = new DeclarationLifter(reading);
        Unit unit = lifter.lift(CParser.parse(path, source, definitions));
        List<Problem> problems = new ArrayList<>(reading.problems());
        BitSet read = new BitSet();
        reading.liftedLines().stream().map(text::inputLine).filter(line -> line > 0).forEach(read::set);
        List<Part> parts = new ArrayList<>();
        List<Part> nameless = new ArrayList<>();
        for (Part part : named(unit, lifter.functionLines(), text, hunks)) {
            (part.function().name().isEmpty() ? nameless : parts).add(part);
        }
        for (Part part : nameless) {
            read.andNot(part.lines());
            problems.add(new Problem(part.function().origin(), "the patch does not tell which function these lines belong to"));
        }
        return new LiftedSide(parts, Cleaned.declarations(unit), read, problems);
    }

    /** The functions and parts of functions, those that nothing names with an empty name. */
    private static List<Part> named(Unit unit, List<Integer> lines, SideText text, List<HunkSide> hunks) {
        List<Part> parts = new ArrayList<>();
        String open = "";
        int openHunk = -2;
        for (int i = 0; i < unit.functions().size(); i++) {
            Function function = unit.functions().get(i);
            SideText.Placed placed = text.at(lines.get(i));
            Piece piece = placed.piece();
            boolean fragment = function.name().startsWith(Repair.FRAGMENT);
            boolean shown = !fragment && piece.kind() != Piece.Kind.MACRO;
            String name = shown ? function.name() : piece.name();
            if (fragment && name.isEmpty() && piece.hunk() == openHunk + 1) {
                name = open;
            }
            parts.add(part(function, name, fragment, placed, text, hunks.get(piece.hunk())));
            open = piece.endShown() ? "" : name;
            openHunk = piece.hunk();
        }
        return parts;
    }

    private static Part part(Function function, String name, boolean fragment, SideText.Placed placed, SideText text,
            HunkSide hunk) {
        BitSet own = new BitSet();
        BitSet extent = new BitSet();
        boolean shown = true;
        for (int line = placed.first(); line <= placed.last(); line++) {
            boolean blank = placed.piece().lines().get(line - placed.first()).isBlank();
            if (text.inputLine(line) <= 0) {
                shown &= blank;
                continue;
            }
            extent.set(text.inputLine(line));
            if (!blank) {
                own.set(text.inputLine(line));
            }
        }
        List<String> presence = text.optionsOn() ? hunk.conditionals().presence(placed.piece().first())
                : hunk.presence(placed.piece());
        Function named = new Function(name, fragment ? Type.UNKNOWN : function.returns(),
                fragment ? List.of() : function.parameters(), function.body(),
                presence, "", function.origin());
        return new Part(named, placed.piece(), own, extent, shown);
    }
}
