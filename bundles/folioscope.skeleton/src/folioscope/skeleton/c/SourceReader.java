package folioscope.skeleton.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

import folioscope.skeleton.Function;
import folioscope.skeleton.HunkText;
import folioscope.skeleton.Origin;

/** Reads whole files of a kernel, of which only some functions are wanted. */
public final class SourceReader {

    private SourceReader() {
    }

    /** See {@link folioscope.skeleton.SourceText#functions}. */
    public static SortedMap<String, Function> functions(String path, String text, SortedSet<String> wanted) {
        SortedMap<String, Function> found = new TreeMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        List<HunkText.Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(new HunkText.Line(HunkText.Mark.CONTEXT, line, -lines.size() - 1));
        }
        Pattern heads = Pattern.compile("(#\\s*define\\s+|[A-Za-z_].*\\W|)(" + String.join("|", wanted) + ")\\s*\\(.*");
        HunkText reduced = Touched.of(new HunkText("", 1, 1, lines), line -> heads.matcher(line.text()).matches());
        List<HunkSide> sides = List.of(HunkSide.of(0, reduced, Origin.Side.OLD));
        Set<String> read = new HashSet<>();
        for (int[] variant : Conditionals.VARIANTS) {
            SideText side = SideText.of(sides, variant);
            if (found.size() < wanted.size() && read.add(side.text())) {
                LiftedSide.of(path, Origin.Side.OLD, side, sides).parts().stream().map(Part::function)
                        .filter(f -> wanted.contains(f.name())).forEach(f -> found.putIfAbsent(f.name(), f));
            }
        }
        return found;
    }
}
