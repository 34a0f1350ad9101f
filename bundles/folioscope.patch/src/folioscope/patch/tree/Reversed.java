package folioscope.patch.tree;

import folioscope.patch.Hunk;
import folioscope.patch.Line;
import java.util.List;

/** Hunks that take back what others do. */
final class Reversed {

    private Reversed() {
    }

    static List<Hunk> of(List<Hunk> hunks) {
        return hunks.stream().map(h -> new Hunk(h.newStart(), h.newCount(), h.oldStart(), h.oldCount(), h.heading(), h.inputLine(),
                h.lines().stream().map(Reversed::line).toList())).toList();
    }

    private static Line line(Line line) {
        Line.Kind kind = switch (line.kind()) {
            case CONTEXT -> Line.Kind.CONTEXT;
            case ADDED -> Line.Kind.REMOVED;
            case REMOVED -> Line.Kind.ADDED;
        };
        return new Line(kind, line.text(), line.newLine(), line.oldLine(), line.inputLine());
    }
}
