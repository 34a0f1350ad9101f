package folioscope.patch.tree;

import folioscope.patch.Hunk;
import folioscope.patch.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file's hunks applied to a text of the file.
 *
 * @param placements of the hunks, in their order, as far as they fit
 * @param misfit the first hunk that does not fit, if one does not
 */
record Application(List<String> file, List<Placement> placements, Optional<Hunk> misfit) {

    Application {
        file = List.copyOf(file);
        placements = List.copyOf(placements);
    }

    static Application of(String text, List<Hunk> hunks) {
        List<String> file = new ArrayList<>(List.of(text.split("\n", -1)));
        if (file.get(file.size() - 1).isEmpty()) {
            file.remove(file.size() - 1);
        }
        List<Placement> placements = new ArrayList<>();
        int from = 0;
        int shift = 0;
        for (Hunk hunk : hunks) {
            Optional<Placement> placed = Placement.of(hunk, file, from, shift);
            if (placed.isEmpty()) {
                return new Application(file, placements, Optional.of(hunk));
            }
            placements.add(placed.get());
            from = placed.get().at() + placed.get().length();
            shift += placed.get().offset();
        }
        return new Application(file, placements, Optional.empty());
    }

    boolean fits() {
        return misfit.isEmpty();
    }

    /** Whether every hunk stands where its header says, to the letter. */
    boolean exact() {
        return fits() && placements.stream().allMatch(Placement::exact);
    }

    /**
     * All lines of the file as one hunk: the changed ones and the context that the patch shows with their line in the input,
     * the rest with 0.
     */
    Hunk whole() {
        List<Line> lines = new ArrayList<>();
        int old = 0;
        int added = 1;
        for (Placement placed : placements) {
            for (; old < placed.at(); old++) {
                lines.add(new Line(Line.Kind.CONTEXT, file.get(old), old + 1, added++, 0));
            }
            for (Line line : placed.lines()) {
                switch (line.kind()) {
                    case ADDED -> lines.add(new Line(Line.Kind.ADDED, line.text(), 0, added++, line.inputLine()));
                    case REMOVED -> lines.add(new Line(Line.Kind.REMOVED, line.text(), ++old, 0, line.inputLine()));
                    case CONTEXT -> {
                        lines.add(new Line(Line.Kind.CONTEXT, file.get(old), old + 1, added++, line.inputLine()));
                        old++;
                    }
                }
            }
        }
        for (; old < file.size(); old++) {
            lines.add(new Line(Line.Kind.CONTEXT, file.get(old), old + 1, added++, 0));
        }
        int inputLine = placements.isEmpty() ? 0 : placements.get(0).hunk().inputLine();
        return new Hunk(1, file.size(), 1, added - 1, "", inputLine, lines);
    }

    /** The file's text afterwards. */
    String after() {
        StringBuilder text = new StringBuilder();
        whole().lines().stream().filter(l -> l.kind() != Line.Kind.REMOVED).forEach(l -> text.append(l.text()).append('\n'));
        return text.toString();
    }
}
